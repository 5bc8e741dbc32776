/// Phrases as sequences of word ids, for the longest match from a token on.
///
/// A hash map from (state, word) to state; a state may carry a value. Hyphens are
/// passed over in text and phrases alike, so that “Abdel-Fattah” is “Abdel Fattah”.
struct PhraseTrie: Sendable {
  private var keys: [UInt64]
  private var states: [Int32]
  private var mask: Int
  private var edges = 0
  /// The value of each state, -1 for none.
  private var values: [Int32] = [-1]

  /// - Parameter capacity: A power of two; twice as many as there will be words is best.
  init(capacity: Int = 1 << 12) {
    keys = Array(repeating: 0, count: capacity)
    states = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    values.reserveCapacity(capacity / 2)
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The state after a word, or nil where no phrase goes on.
  @inline(__always)
  func next(_ state: Int32, _ word: Int32) -> Int32? {
    let place = slot(UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word)))
    return keys[place] == 0 ? nil : states[place]
  }

  @inline(__always)
  func value(_ state: Int32) -> Int32? { values[Int(state)] < 0 ? nil : values[Int(state)] }

  /// The value of a phrase; `make` gives it one when it has none yet.
  mutating func value(of phrase: [Int32], make: () -> Int32) -> Int32 {
    var state: Int32 = 0
    for word in phrase {
      let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
      let place = slot(key)
      if keys[place] == 0 {
        keys[place] = key
        states[place] = Int32(values.count)
        state = Int32(values.count)
        values.append(-1)
        edges += 1
        if edges * 2 > mask { grow() }
      } else {
        state = states[place]
      }
    }
    if values[Int(state)] < 0 { values[Int(state)] = make() }
    return values[Int(state)]
  }

  private mutating func grow() {
    let old = zip(keys, states)
    mask = (mask + 1) * 2 - 1
    keys = Array(repeating: 0, count: mask + 1)
    states = Array(repeating: 0, count: mask + 1)
    for (key, state) in old where key != 0 {
      let place = slot(key)
      keys[place] = key
      states[place] = state
    }
  }
}
