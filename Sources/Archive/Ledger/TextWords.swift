import EventData

/// The words of a text as numbers: what a copy keeps when case, quotation marks, apostrophes,
/// dashes and spaces change.
struct TextWords {
  /// A word of fewer bytes carries little meaning, unless it is a number.
  private static let leastMeaning = 4

  private(set) var hashes: [UInt64] = []
  /// Each word that carries meaning with the next one that does.
  private(set) var pairs: [UInt32] = []

  init(_ bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    var length = 0
    var last: UInt64?
    var punctuation = 0
    func end() {
      guard word != 0 else { return }
      let hash = Self.mix(word)
      hashes.append(hash)
      if length >= Self.leastMeaning {
        if let last { pairs.append(UInt32(truncatingIfNeeded: Self.mix(last &* 31 &+ hash) >> 32)) }
        last = hash
      }
      word = 0
      length = 0
    }
    for byte in bytes {
      // General punctuation is E2 80 xx; of it only the single quotation marks stand in words.
      if punctuation == 2 {
        punctuation = 0
        if byte != 0x98, byte != 0x99 { end() }
        continue
      }
      if punctuation == 1 {
        punctuation = 0
        if byte == 0x80 {
          punctuation = 2
          continue
        }
        word = (word &* 31 &+ 0xe2) | 1 << 63
        length &+= 1
      }
      switch byte {
      case 0xe2: punctuation = 1
      case 0x27: break
      case 0x41...0x5a:
        word = (word &* 31 &+ UInt64(byte | 0x20)) | 1 << 63
        length &+= 1
      case 0x30...0x39:
        word = (word &* 31 &+ UInt64(byte)) | 1 << 63
        length &+= Self.leastMeaning
      case 0x61...0x7a, 0x80...:
        word = (word &* 31 &+ UInt64(byte)) | 1 << 63
        length &+= 1
      default: end()
      }
    }
    end()
  }

  /// Tells whether two texts have the same words in the same order.
  var digest: Int64 {
    Int64(bitPattern: hashes.reduce(UInt64(hashes.count)) { Self.mix($0 &* 31 &+ $1) })
  }

  /// The finaliser of Vigna's splitmix64.
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
