import EventData

/// The words of a text as numbers: what a copy keeps when case, quotation marks, apostrophes,
/// dashes and spaces change.
struct TextWords {
  /// A word of fewer bytes carries little meaning, unless it is a number.
  private static let leastMeaning = 4

  let hashes: [UInt64]
  /// Each word that carries meaning with the next one that does.
  let pairs: [UInt32]

  init(_ bytes: some Sequence<UInt8>) {
    var reader = Reader()
    // In memory where it lies there: an import reads every byte of its texts.
    let isRead: Void? = bytes.withContiguousStorageIfAvailable { reader.read($0) }
    if isRead == nil { Array(bytes).withUnsafeBufferPointer { reader.read($0) } }
    hashes = reader.hashes
    pairs = reader.pairs
  }

  private struct Reader {
    var hashes: [UInt64] = []
    var pairs: [UInt32] = []
    private var word: UInt64 = 0
    private var length = 0
    private var last: UInt64?

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
      var punctuation = 0
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
          add(0xe2)
        }
        switch byte {
        case 0x61...0x7a: add(byte)
        case 0xe2: punctuation = 1
        case 0x27: break
        case 0x41...0x5a: add(byte | 0x20)
        case 0x30...0x39: add(byte, length: TextWords.leastMeaning)
        case 0x80...: add(byte)
        default: end()
        }
      }
      end()
    }

    private mutating func add(_ byte: UInt8, length: Int = 1) {
      word = (word &* 31 &+ UInt64(byte)) | 1 << 63
      self.length &+= length
    }

    private mutating func end() {
      guard word != 0 else { return }
      let hash = TextWords.mix(word)
      hashes.append(hash)
      if length >= TextWords.leastMeaning {
        if let last {
          pairs.append(UInt32(truncatingIfNeeded: TextWords.mix(last &* 31 &+ hash) >> 32))
        }
        last = hash
      }
      word = 0
      length = 0
    }
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
