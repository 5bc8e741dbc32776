import EventData

/// The words of a text as numbers: what a copy keeps when case, quotation marks, apostrophes,
/// dashes and spaces change.
struct TextWords {
  private(set) var hashes: [UInt64] = []

  init(_ bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    var punctuation = 0
    func end(_ hashes: inout [UInt64]) {
      if word != 0 { hashes.append(Self.mix(word)) }
      word = 0
    }
    for byte in bytes {
      // General punctuation is E2 80 xx; of it only the single quotation marks stand in words.
      if punctuation == 2 {
        punctuation = 0
        if byte != 0x98, byte != 0x99 { end(&hashes) }
        continue
      }
      if punctuation == 1 {
        punctuation = 0
        if byte == 0x80 {
          punctuation = 2
          continue
        }
        word = (word &* 31 &+ 0xe2) | 1 << 63
      }
      switch byte {
      case 0xe2: punctuation = 1
      case 0x27: break
      case 0x41...0x5a: word = (word &* 31 &+ UInt64(byte | 0x20)) | 1 << 63
      case 0x30...0x39, 0x61...0x7a, 0x80...: word = (word &* 31 &+ UInt64(byte)) | 1 << 63
      default: end(&hashes)
      }
    }
    end(&hashes)
  }

  /// Tells whether two texts have the same words in the same order.
  var digest: Int64 {
    Int64(bitPattern: hashes.reduce(UInt64(hashes.count)) { Self.mix($0 &* 31 &+ $1) })
  }

  /// Runs of five words, as sorted numbers, each once.
  var shingles: [UInt64] {
    let length = 5
    guard hashes.count > length else { return [UInt64(bitPattern: digest)] }
    var shingles: [UInt64] = []
    shingles.reserveCapacity(hashes.count)
    for start in 0...hashes.count - length {
      shingles.append(hashes[start..<start + length].reduce(0) { Self.mix($0 &* 31 &+ $1) })
    }
    shingles.sort()
    var last: UInt64?
    shingles.removeAll { shingle in
      defer { last = shingle }
      return shingle == last
    }
    return shingles
  }

  /// The finaliser of Vigna's splitmix64.
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Whether one text is a copy of another: by the runs of five words that they share.
struct CopyMarks {
  /// Of all runs, and of those of a short text that stands inside a long one.
  static let similarity = 0.6
  static let containment = 0.8
  /// How far apart copies are published, in seconds.
  static let reach = 7 * 86_400
  /// Six pairs of least numbers under different orders (Broder's min-wise hashing): two texts
  /// that share six tenths of their runs share a pair in 93 of 100 cases, nine tenths nearly
  /// always, one tenth in six of 100.
  private static let pairs = 6

  let shingles: [UInt64]

  init(_ text: some Sequence<UInt8>) {
    shingles = TextWords(text).shingles
  }

  var marks: [Int64] {
    (0..<Self.pairs).map { pair in
      var least = (UInt64.max, UInt64.max)
      let salt = (UInt64(pair * 2 + 1) &* 0xd6e8_feb8_6659_fd93, UInt64(pair * 2 + 2) << 40)
      for shingle in shingles {
        least.0 = min(least.0, (shingle ^ salt.0) &* 0x9fb2_1c65_1e98_df25)
        least.1 = min(least.1, (shingle ^ salt.1) &* 0xff51_afd7_ed55_8ccd)
      }
      return Int64(bitPattern: TextWords.mix(least.0 ^ TextWords.mix(least.1)))
    }
  }

  func isCopy(of other: CopyMarks) -> Bool {
    let both = shingles.count + other.shingles.count
    let shorter = min(shingles.count, other.shingles.count)
    // Of two texts, `shared` runs are so large a part of all when they are this part of both.
    let least = min(
      Self.containment * Double(shorter), Self.similarity / (1 + Self.similarity) * Double(both))
    var (i, j, shared) = (0, 0, 0)
    while i < shingles.count, j < other.shingles.count {
      let rest = min(shingles.count - i, other.shingles.count - j)
      if Double(shared + rest) + 1 < least { return false }
      if shingles[i] == other.shingles[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if shingles[i] < other.shingles[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) >= Self.similarity * Double(both - shared)
      || Double(shared) >= Self.containment * Double(shorter)
  }
}
