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
    // In memory where it lies there: an import reads every byte of its texts.
    self =
      bytes.withContiguousStorageIfAvailable { TextWords(reading: $0) }
      ?? Array(bytes).withUnsafeBufferPointer { TextWords(reading: $0) }
  }

  private init(reading bytes: UnsafeBufferPointer<UInt8>) {
    // A word takes two bytes at least, with what parts it from the next.
    let most = bytes.count / 2 + 1
    (hashes, pairs) = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: most) { hashes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: most) { pairs in
        var (words, paired) = (0, 0)
        var last: UInt64?
        var index = 0
        while index < bytes.count {
          let (word, hasMeaning) = Self.word(in: bytes, at: &index)
          guard word != 0 else { continue }
          let hash = Self.mix(word)
          hashes.initializeElement(at: words, to: hash)
          words &+= 1
          guard hasMeaning else { continue }
          if let last {
            let pair = Self.mix(last &* 31 &+ hash) >> 32
            pairs.initializeElement(at: paired, to: UInt32(truncatingIfNeeded: pair))
            paired &+= 1
          }
          last = hash
        }
        return (Array(hashes[..<words]), Array(pairs[..<paired]))
      }
    }
  }

  /// The next word as a number, 0 for none, and what parts it from the one after it.
  private static func word(
    in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> (word: UInt64, hasMeaning: Bool) {
    var word: UInt64 = 0
    var length = 0
    var place = index
    reading: while place < bytes.count {
      // What nearly every byte is.
      while place < bytes.count, bytes[place] &- 0x61 < 26 {
        word = (word &* 31 &+ UInt64(bytes[place])) | 1 << 63
        length &+= 1
        place &+= 1
      }
      guard place < bytes.count else { break }
      var byte = bytes[place]
      place &+= 1
      switch byte {
      case 0x41...0x5a:
        byte |= 0x20
        length &+= 1
      case 0x27: continue
      case 0x30...0x39: length &+= leastMeaning
      case 0xe2:
        // General punctuation is E2 80 xx; of it only the single quotation marks stand in words.
        guard place < bytes.count else { break reading }
        if bytes[place] == 0x80 {
          place &+= 2
          guard place <= bytes.count, 0x98...0x99 ~= bytes[place &- 1] else { break reading }
          continue
        }
        length &+= 1
      case 0x80...: length &+= 1
      default: break reading
      }
      word = (word &* 31 &+ UInt64(byte)) | 1 << 63
    }
    index = min(place, bytes.count)
    return (word, length >= leastMeaning)
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
