import EventData

/// A 64-bit digest that tells whether an article is the one already stored.
///
/// The same on every machine and in every version (Swift's `Hasher` is not). It guards against
/// change, not against forgery: two texts under one id differ by chance alone in one case of 2⁶⁴.
struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  var value: Int64 { Int64(bitPattern: state) }

  mutating func combine(_ word: UInt64) {
    state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 29
  }

  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    combine(UInt64(bytes.count))
    let words = bytes.count / 8
    for word in 0..<words {
      combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)))
    }
    var rest: UInt64 = 0
    for byte in bytes[(words * 8)...] { rest = rest << 8 | UInt64(byte) }
    combine(rest)
  }

  mutating func combine(_ text: String?) {
    guard var text else { return combine(UInt64.max) }
    text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
  }
}

extension Fingerprint {
  /// Over everything but the id, which is known to be the same, and the path: the same article
  /// found in two folders is one article.
  init(_ article: Article, original: [UInt8]) {
    combine(article.title)
    combine(article.published?.iso)
    combine(article.outlet)
    combine(article.url)
    combine(article.language)
    combine(article.text)
    combine(UInt64(bitPattern: Int64(article.bodyStart)))
    for heading in article.headings {
      combine(UInt64(bitPattern: Int64(heading.start)))
      combine(UInt64(bitPattern: Int64(heading.end)))
    }
    for piece in article.furniture {
      combine(piece.kind.rawValue)
      combine(piece.text)
      combine(UInt64(bitPattern: Int64(piece.before)))
    }
    original.withUnsafeBytes { combine($0) }
  }
}
