/// Every word that the lexicons hold, by the hash of its folded form.
///
/// An open-addressing table of the upper halves of hashes with their ids; the ids index
/// ``flags`` and whatever else is kept per word. Id 0 is the unknown word. A slot stands for
/// one hash only up to the half of it and the lower bits that chose the slot: of three
/// thousand million unknown words one is taken for a known one.
struct Vocabulary: Sendable {
  /// Side by side and small, as both are asked for at once and all slots have to share a cache.
  private struct Slot {
    var tag: UInt32 = 0
    /// 0 in an empty slot.
    var id: Int32 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  /// The whole hash of each word, by id, for a larger table.
  private var hashes: [UInt64] = [0]
  /// What is known of each word, by id.
  private(set) var flags: [WordFlags] = [[]]

  init(capacity: Int = 1 << 17) {
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    hashes.reserveCapacity(capacity / 2)
    flags.reserveCapacity(capacity / 2)
  }

  var count: Int { flags.count }

  @inline(__always)
  func id(_ hash: UInt64) -> Int32 { slots[slot(of: hash)].id }

  /// Gives tokens their words and what is known of them.
  ///
  /// All first slots are read before any of them decides what comes next: where they are not in
  /// the cache, the machine then waits for many of them at once.
  ///
  func read(_ tokens: inout [Token]) {
    tokens.withUnsafeMutableBufferPointer { tokens in
      for place in tokens.indices {
        let hash = tokens[place].hash
        let slot = slots[home(of: hash)]
        tokens[place].word = hash == 0 ? 0 : slot.tag == Self.tag(of: hash) ? slot.id : -1
      }
      for place in tokens.indices where tokens[place].word != 0 {
        if tokens[place].word < 0 { tokens[place].word = id(tokens[place].hash) }
        tokens[place].flags = flags[Int(tokens[place].word)]
      }
    }
  }

  @inline(__always)
  private static func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  @inline(__always)
  private func home(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
  }

  /// Where a hash is, or the empty slot where it belongs.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let tag = Self.tag(of: hash)
    var place = home(of: hash)
    while slots[place].id != 0, slots[place].tag != tag { place = (place + 1) & mask }
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
    hashes.append(hash)
    slots[place] = Slot(tag: Self.tag(of: hash), id: id)
    if flags.count * 2 > mask { grow() }
    return id
  }

  mutating func insert(_ flag: WordFlags, _ word: Int32) { flags[Int(word)].formUnion(flag) }

  /// The id of a word written in plain letters, as `of`; 0 when unknown.
  func id(_ word: String) -> Int32 { id(Self.hash(word)) }

  mutating func add(_ word: String, _ flag: WordFlags = []) -> Int32 { add(Self.hash(word), flag) }

  static func hash(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8(hash)
  }

  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordHash()
    hash.addFolded(word, 0..<word.count)
    return hash.value
  }

  private mutating func grow() {
    mask = (mask + 1) * 2 - 1
    slots = Array(repeating: Slot(), count: mask + 1)
    for (id, hash) in hashes.enumerated().dropFirst() {
      slots[slot(of: hash)] = Slot(tag: Self.tag(of: hash), id: Int32(id))
    }
  }
}
