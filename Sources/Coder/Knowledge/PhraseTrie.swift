/// Phrases as sequences of word ids, for the longest match from a token on.
///
/// A hash map from (state, word) to state; a state may carry a value. Hyphens are
/// passed over in text and phrases alike, so that “Abdel-Fattah” is “Abdel Fattah”.
struct PhraseTrie: Sendable {
  private struct Edge {
    /// The state and the word; 0 for an empty slot, as no word has the id 0.
    var key: UInt64 = 0
    var next: Int32 = 0
  }

  private var table: [Edge]
  private var mask: Int
  private var edges = 0
  /// The value of each state, -1 for none.
  private var values: [Int32] = [-1]

  /// - Parameter capacity: A power of two; twice as many as there will be words is best.
  init(capacity: Int = 1 << 12) {
    table = Array(repeating: Edge(), count: capacity)
    mask = capacity - 1
    values.reserveCapacity(capacity / 2)
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while table[slot].key != 0, table[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private static func key(_ state: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// The state after a word, or nil where no phrase goes on.
  @inline(__always)
  func next(_ state: Int32, _ word: Int32) -> Int32? {
    let edge = table[slot(Self.key(state, word))]
    return edge.key == 0 ? nil : edge.next
  }

  @inline(__always)
  func value(_ state: Int32) -> Int32? { values[Int(state)] < 0 ? nil : values[Int(state)] }

  /// The value of a phrase; `make` gives it one when it has none yet.
  mutating func value(of phrase: [Int32], make: () -> Int32) -> Int32 {
    var state: Int32 = 0
    for word in phrase {
      let key = Self.key(state, word)
      let place = slot(key)
      if table[place].key == 0 {
        table[place] = Edge(key: key, next: Int32(values.count))
        state = Int32(values.count)
        values.append(-1)
        edges += 1
        if edges * 2 > mask { grow() }
      } else {
        state = table[place].next
      }
    }
    if values[Int(state)] < 0 { values[Int(state)] = make() }
    return values[Int(state)]
  }

  private mutating func grow() {
    let old = table
    mask = (mask + 1) * 2 - 1
    table = Array(repeating: Edge(), count: mask + 1)
    for edge in old where edge.key != 0 { table[slot(edge.key)] = edge }
  }
}
