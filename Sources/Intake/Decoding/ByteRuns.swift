import Glibc

/// Searches through bytes that look at several of them at once.
enum ByteRuns {
  /// The first byte from a place on that is no printable ASCII character, or the end.
  static func endOfPlain(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = start
    while place &+ 8 <= bytes.count {
      let other = others(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      if other != 0 { return place &+ other.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < bytes.count, bytes[place] >= 0x20, bytes[place] < 0x7F { place &+= 1 }
    return place
  }

  /// A high bit for the first of eight bytes that is no printable ASCII character; behind it
  /// there may be bits that mean nothing.
  private static func others(_ bytes: UInt64) -> UInt64 {
    func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
    let isControl = (bytes &- each(0x20)) & ~bytes
    let isDelete = bytes &+ each(0x01)
    return (isControl | isDelete | bytes) & each(0x80)
  }

  /// The next such byte from a place on; nil when there is none.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
