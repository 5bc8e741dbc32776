/// Phrases as sequences of word ids, for the longest match from a token on.
///
/// The states behind first words stand in an array by word; every later step is an entry of a
/// hash map from (state, word) to state. A state may carry a value. Hyphens are passed over in
/// text and phrases alike, so that “Abdel-Fattah” is “Abdel Fattah”.
///
/// A class, as a structure of arrays would have each of them retained for every match.
final class PhraseTrie: Sendable {
  fileprivate struct State {
    /// -1 for none.
    var value: Int32 = -1
    /// A bit for each word that may follow, shared by words whose ids agree in five bits: most
    /// names end where they end, and the map, which no cache holds, need not be asked.
    var following: UInt32 = 0
    /// What the maker of the trie asks of each value, beside it in the same line of a cache.
    var mark: UInt8 = 0
  }

  fileprivate struct Edge {
    /// The state and the word; 0 for an empty slot, as no word has the id 0.
    var key: UInt64 = 0
    var next: Int32 = 0
  }

  /// The state behind each word; 0 for a word that opens no phrase.
  private let firsts: [Int32]
  /// The first one stands before all words.
  private let states: [State]
  private let edges: [Edge]

  /// - Parameter mark: what is kept beside a value.
  init(_ builder: consuming PhraseTrieBuilder, mark: (Int) -> UInt8 = { _ in 0 }) {
    builder.states.withUnsafeMutableBufferPointer { states in
      for place in states.indices where states[place].value >= 0 {
        states[place].mark = mark(Int(states[place].value))
      }
    }
    firsts = builder.firsts
    states = builder.states
    edges = builder.edges
  }

  /// The state after a word, or nil where no phrase goes on.
  @inline(__always)
  func next(_ state: Int32, _ word: Int32) -> Int32? {
    if state == 0 {
      let first = Int(word) < firsts.count ? firsts[Int(word)] : 0
      return first == 0 ? nil : first
    }
    guard states[Int(state)].following & Self.bit(word) != 0 else { return nil }
    let edge = edges[Self.slot(Self.key(state, word), in: edges)]
    return edge.key == 0 ? nil : edge.next
  }

  @inline(__always)
  func value(_ state: Int32) -> Int32? {
    let value = states[Int(state)].value
    return value < 0 ? nil : value
  }

  @inline(__always)
  func mark(_ state: Int32) -> UInt8 { states[Int(state)].mark }

  @inline(__always)
  fileprivate static func key(_ state: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  @inline(__always)
  fileprivate static func bit(_ word: Int32) -> UInt32 { 1 << (UInt32(bitPattern: word) & 31) }

  /// Where an edge is, or the empty slot where it belongs.
  @inline(__always)
  fileprivate static func slot(_ key: UInt64, in edges: [Edge]) -> Int {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}

/// A ``PhraseTrie`` in the making.
struct PhraseTrieBuilder {
  fileprivate var firsts: [Int32] = []
  fileprivate var states = [PhraseTrie.State()]
  fileprivate var edges: [PhraseTrie.Edge]
  private var edgeCount = 0

  /// - Parameter capacity: A power of two; twice as many as there will be words is best.
  init(capacity: Int = 1 << 12) {
    edges = Array(repeating: PhraseTrie.Edge(), count: capacity)
    states.reserveCapacity(capacity / 2)
  }

  /// The value of a phrase, of one word at least; `make` gives it one when it has none yet.
  mutating func value(of phrase: [Int32], make: () -> Int32) -> Int32 {
    var state = start(with: phrase[0])
    for word in phrase.dropFirst() { state = step(from: state, word) }
    if states[Int(state)].value < 0 { states[Int(state)].value = make() }
    return states[Int(state)].value
  }

  private mutating func start(with word: Int32) -> Int32 {
    if Int(word) >= firsts.count {
      // Twice what is needed, as the next word that is new will be the next one here.
      firsts += repeatElement(0, count: (Int(word) + 1) * 2 - firsts.count)
    }
    if firsts[Int(word)] == 0 { firsts[Int(word)] = addState() }
    return firsts[Int(word)]
  }

  private mutating func step(from state: Int32, _ word: Int32) -> Int32 {
    let key = PhraseTrie.key(state, word)
    let place = PhraseTrie.slot(key, in: edges)
    if edges[place].key != 0 { return edges[place].next }
    let next = addState()
    edges[place] = PhraseTrie.Edge(key: key, next: next)
    states[Int(state)].following |= PhraseTrie.bit(word)
    edgeCount += 1
    if edgeCount * 2 >= edges.count { grow() }
    return next
  }

  private mutating func addState() -> Int32 {
    states.append(PhraseTrie.State())
    return Int32(states.count - 1)
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: PhraseTrie.Edge(), count: old.count * 2)
    for edge in old where edge.key != 0 { edges[PhraseTrie.slot(edge.key, in: edges)] = edge }
  }
}
