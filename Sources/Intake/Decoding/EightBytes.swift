/// Eight bytes of a text that are looked at at once, the first of them lowest.
///
/// Masks have the high bit of each byte that is meant, and no other bit.
struct EightBytes {
  let bits: UInt64

  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
    bits =
      UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      .littleEndian
  }

  private static let high = each(0x80)

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// What is no ASCII.
  var foreign: UInt64 { bits & Self.high }

  /// Without the high bits, so that sums stay inside their bytes.
  private var low: UInt64 { bits & ~Self.high }

  private func inside(_ bytes: UInt64, _ first: UInt8, _ last: UInt8) -> UInt64 {
    (bytes &+ Self.each(0x80 - first)) & ~(bytes &+ Self.each(0x7F - last)) & Self.high & ~bits
  }

  func equal(to byte: UInt8) -> UInt64 { inside(low, byte, byte) }

  var upper: UInt64 { inside(low, UInt8(ascii: "A"), UInt8(ascii: "Z")) }

  /// ASCII letters.
  var letters: UInt64 {
    inside(low | Self.each(0x20), UInt8(ascii: "a"), UInt8(ascii: "z"))
  }

  /// Letters, digits and whatever is no ASCII.
  var word: UInt64 {
    letters | inside(low, UInt8(ascii: "0"), UInt8(ascii: "9")) | foreign
  }

  /// Printable ASCII, the blank among it.
  var plain: UInt64 { inside(low, 0x20, 0x7E) }

  /// The same with ASCII letters in lower case.
  var lowercased: UInt64 { bits | upper >> 2 }

  /// Each bit moved to the next byte; the first byte gets what stood before the eight.
  static func next(_ mask: UInt64, before: Bool) -> UInt64 { mask << 8 | (before ? 0x80 : 0) }

  /// Whether the mask has the last byte.
  static func hasLast(_ mask: UInt64) -> Bool { mask >> 63 != 0 }

  static let all = high
}
