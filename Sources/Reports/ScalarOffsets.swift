import EventData

/// Turns byte offsets of a text into offsets of Unicode scalars, as Python counts.
struct ScalarOffsets {
  /// Where counting begins, in bytes.
  private let start: Int
  /// The bytes from `start` on.
  private let tail: UnsafeBufferPointer<UInt8>
  /// Scalars that begin before every eighth byte of the tail.
  private var scalars: [Int32] = []

  /// - Parameter text: UTF-8; must outlive this value.
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    let tail = UnsafeBufferPointer(rebasing: text[min(start, text.count)...])
    self.tail = tail
    let eights = tail.count / 8
    scalars = [Int32](unsafeUninitializedCapacity: eights + 1) { scalars, filled in
      let bytes = UnsafeRawBufferPointer(tail)
      var count: Int32 = 0
      for place in 0..<eights {
        scalars[place] = count
        let eight = bytes.loadUnaligned(fromByteOffset: place &* 8, as: UInt64.self)
        count &+= 8 &- Int32(truncatingIfNeeded: Self.going(eight))
      }
      scalars[eights] = count
      filled = eights + 1
    }
  }

  /// How many of eight bytes go on with a scalar: 10xxxxxx.
  @inline(__always)
  private static func going(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lowest = ((eight & ~(eight << 1)) >> 7) & ones
    return Int(truncatingIfNeeded: (lowest &* ones) >> 56)
  }

  /// Nil when the span does not lie between the start and the end: what stands in the
  /// title has no place in the body.
  func scalars(_ span: Span) -> (start: Int, end: Int)? {
    let lower = span.start - start
    let upper = span.end - start
    guard lower >= 0, upper <= tail.count else { return nil }
    return (scalars(before: lower), scalars(before: upper))
  }

  /// - Parameter place: a byte of the tail, or its end; one inside a scalar counts as its first.
  private func scalars(before place: Int) -> Int {
    var count = Int(scalars[place / 8])
    let first = place & ~7
    if first &+ 8 <= tail.count {
      let below = (1 &<< UInt64(truncatingIfNeeded: (place &- first) &* 8)) &- 1
      let eight = UnsafeRawBufferPointer(tail)
        .loadUnaligned(fromByteOffset: first, as: UInt64.self).littleEndian
      count &+= (place &- first) &- Self.going(eight & below)
    } else {
      for byte in tail[first..<place] where byte & 0xC0 != 0x80 { count &+= 1 }
    }
    return place < tail.count && tail[place] & 0xC0 == 0x80 ? count - 1 : count
  }
}
