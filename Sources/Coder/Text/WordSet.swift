/// Words that one rule asks for, given in lower case.
///
/// They are compared by their hash, as the vocabulary does, so that no string is made of a token.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  /// An open-addressing table, at most half full; 0 for an empty slot.
  private var slots: [UInt64]

  init(_ words: some Collection<String>) {
    var capacity = 4
    while capacity < words.count * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for word in words {
      let hash = Vocabulary.hash(word)
      slots[slot(of: hash)] = hash
    }
  }

  init(arrayLiteral words: String...) {
    self.init(words)
  }

  /// - Parameter hash: 0 for a mark, which is no word.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { hash != 0 && slots[slot(of: hash)] == hash }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[place] != 0, slots[place] != hash { place = (place + 1) & mask }
    return place
  }
}

extension Document {
  /// Whether a token is one of the words, whatever its case.
  func isOne(of words: WordSet, _ token: Int) -> Bool { words.contains(tokens[token].hash) }

  /// The folded hash of the text of some tokens, as ``Vocabulary`` makes it.
  func hash(_ range: Range<Int>) -> UInt64 {
    var hash = WordHash()
    let span = span(range).range
    bytes.withUnsafeBufferPointer { hash.addFolded($0, span) }
    return hash.value
  }
}
