/// Text as numbers of eight bytes.
enum EightBytes {
  /// The bytes from a place on, the first one lowest; zeros behind the end of the text.
  @inline(__always)
  static func at(_ place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard place &+ 8 <= bytes.count else { return last(bytes, place) }
    return UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      .littleEndian
  }

  /// The last bytes, fewer than eight: two halves, which overlap.
  private static func last(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count &- place
    func half<Half: FixedWidthInteger & UnsignedInteger>(_ half: Half.Type, _ place: Int) -> UInt64
    { UInt64(raw.loadUnaligned(fromByteOffset: place, as: half).littleEndian) }
    func shifted(_ bytes: UInt64, by count: Int) -> UInt64 {
      bytes &<< UInt64(truncatingIfNeeded: count &* 8)
    }
    switch count {
    case 4...:
      return half(UInt32.self, place)
        | shifted(half(UInt32.self, bytes.count &- 4), by: count &- 4)
    case 2...:
      return half(UInt16.self, place)
        | shifted(half(UInt16.self, bytes.count &- 2), by: count &- 2)
    case 1: return UInt64(bytes[place])
    default: return 0
    }
  }
}
