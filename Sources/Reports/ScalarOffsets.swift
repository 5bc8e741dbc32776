import EventData

/// Turns byte offsets of a text into offsets of Unicode scalars, as Python counts.
struct ScalarOffsets {
  /// Where counting begins, in bytes.
  private let start: Int
  /// Bytes from `start` to the end of the text.
  private let count: Int
  /// Scalars before each byte from `start` on; empty for plain ASCII, where both agree.
  private var scalars: [Int32] = []

  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    count = max(0, text.count - start)
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    let tail = text[min(start, text.count)...]
    scalars = [Int32](unsafeUninitializedCapacity: tail.count + 1) { scalars, filled in
      var count: Int32 = -1
      for byte in tail {
        if byte & 0xC0 != 0x80 { count &+= 1 }
        scalars[filled] = count
        filled &+= 1
      }
      scalars[filled] = count + 1
      filled += 1
    }
  }

  /// Nil when the span does not lie between the start and the end: what stands in the
  /// title has no place in the body.
  func scalars(_ span: Span) -> (start: Int, end: Int)? {
    let lower = span.start - start
    let upper = span.end - start
    guard lower >= 0, upper <= count else { return nil }
    if scalars.isEmpty { return (lower, upper) }
    return (Int(scalars[lower]), Int(scalars[upper]))
  }
}
