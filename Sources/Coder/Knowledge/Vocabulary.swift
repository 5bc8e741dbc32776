/// Every word that the lexicons hold, by the hash of its folded form.
///
/// An open-addressing table of hashes; the ids index ``flags`` and whatever else is
/// kept per word. Id 0 is the unknown word. Two words with the same 64-bit hash would
/// be one word: among a million words that happens once in 37 million lexicons.
struct Vocabulary: Sendable {
  private var hashes: [UInt64]
  private var ids: [Int32]
  private var mask: Int
  /// What is known of each word, by id.
  private(set) var flags: [WordFlags] = [[]]

  init(capacity: Int = 1 << 17) {
    mask = capacity - 1
    hashes = Array(repeating: 0, count: capacity)
    ids = Array(repeating: 0, count: capacity)
  }

  var count: Int { flags.count }

  @inline(__always)
  func id(_ hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while ids[slot] != 0 {
      if hashes[slot] == hash { return ids[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The id of a word, which is added when it is new.
  mutating func add(_ hash: UInt64, _ flag: WordFlags = []) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while ids[slot] != 0 {
      if hashes[slot] == hash {
        flags[Int(ids[slot])].formUnion(flag)
        return ids[slot]
      }
      slot = (slot + 1) & mask
    }
    let id = Int32(flags.count)
    flags.append(flag)
    hashes[slot] = hash
    ids[slot] = id
    if flags.count * 2 > mask { grow() }
    return id
  }

  mutating func insert(_ flag: WordFlags, _ word: Int32) { flags[Int(word)].formUnion(flag) }

  /// The id of a word written in plain letters, as `of`; 0 when unknown.
  func id(_ word: String) -> Int32 { id(Self.hash(word)) }

  mutating func add(_ word: String, _ flag: WordFlags = []) -> Int32 { add(Self.hash(word), flag) }

  static func hash(_ word: String) -> UInt64 {
    var hash = WordHash()
    var word = word
    word.withUTF8 { hash.addFolded($0, 0..<$0.count) }
    return hash.value
  }

  private mutating func grow() {
    let old = zip(hashes, ids)
    mask = (mask + 1) * 2 - 1
    hashes = Array(repeating: 0, count: mask + 1)
    ids = Array(repeating: 0, count: mask + 1)
    for (hash, id) in old where id != 0 {
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
      while ids[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = hash
      ids[slot] = id
    }
  }
}
