/// The ASCII letters from a place on, up to eight of them, found at once.
struct LetterRun {
  let count: Int
  /// The letters in lower case, the first one lowest; zeros behind them.
  let folded: UInt64
  /// Bit 5 of the byte of each letter that is upper case.
  private let uppers: UInt64

  /// - Parameter end: where the run ends at the latest.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, before end: Int) {
    let eight = EightBytes.at(place, of: bytes)
    let low = (eight | Self.each(0x20)) & Self.each(0x7F)
    // Without its high bit a byte can be added to without a carry into the next one: the high bit
    // of the sums tells whether it reaches “a”, and “{” behind “z”.
    let letters = (low &+ Self.each(0x1F)) & ~(low &+ Self.each(0x05)) & ~eight & Self.each(0x80)
    let found = (~letters & Self.each(0x80)).trailingZeroBitCount &>> 3
    count = min(found, end &- place)
    let mask = count == 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
    folded = (eight | Self.each(0x20)) & mask
    uppers = ~eight & Self.each(0x20) & mask
  }

  @inline(__always)
  var beginsUpper: Bool { uppers & 0x20 != 0 }
  @inline(__always)
  var hasUpper: Bool { uppers != 0 }
  @inline(__always)
  var hasUpperBehindFirst: Bool { uppers & ~0x20 != 0 }
  @inline(__always)
  var hasLower: Bool { uppers != folded & Self.each(0x20) }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
