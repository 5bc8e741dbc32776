/// Every word that the lexicons hold, by the hash of its folded form.
///
/// An open-addressing table of hashes with their ids; the ids index ``flags`` and whatever else is
/// kept per word. Id 0 is the unknown word. Two words with the same 64-bit hash would
/// be one word: among a million words that happens once in 37 million lexicons.
struct Vocabulary: Sendable {
  /// Side by side, as both are asked for at once.
  private struct Slot {
    var hash: UInt64 = 0
    /// 0 in an empty slot.
    var id: Int32 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  /// What is known of each word, by id.
  private(set) var flags: [WordFlags] = [[]]

  init(capacity: Int = 1 << 17) {
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
  }

  var count: Int { flags.count }

  @inline(__always)
  func id(_ hash: UInt64) -> Int32 { slots[slot(of: hash)].id }

  /// Where a hash is, or the empty slot where it belongs.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[place].id != 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  /// The id of a word, which is added when it is new.
  mutating func add(_ hash: UInt64, _ flag: WordFlags = []) -> Int32 {
    let place = slot(of: hash)
    let known = slots[place].id
    if known != 0 {
      flags[Int(known)].formUnion(flag)
      return known
    }
    let id = Int32(flags.count)
    flags.append(flag)
    slots[place] = Slot(hash: hash, id: id)
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
    let old = slots
    mask = (mask + 1) * 2 - 1
    slots = Array(repeating: Slot(), count: mask + 1)
    for known in old where known.id != 0 { slots[slot(of: known.hash)] = known }
  }
}
