import EventData

/// Turns byte offsets of a text into offsets of Unicode scalars, as Python counts.
struct ScalarOffsets {
  /// Where counting begins, in bytes.
  private let start: Int
  /// Scalars before each byte from `start` on; empty for plain ASCII, where both agree.
  private var scalars: [Int32] = []

  init(_ text: [UInt8], from start: Int) {
    self.start = start
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    scalars.reserveCapacity(text.count - start + 1)
    var count: Int32 = -1
    for byte in text[min(start, text.count)...] {
      if byte & 0xC0 != 0x80 { count &+= 1 }
      scalars.append(count)
    }
    scalars.append(count + 1)
  }

  /// Nil when the span does not lie behind the start: what stands in the title has no
  /// place in the body.
  func scalars(_ span: Span) -> (start: Int, end: Int)? {
    let lower = span.start - start
    let upper = span.end - start
    guard lower >= 0 else { return nil }
    if scalars.isEmpty { return (lower, upper) }
    guard upper < scalars.count else { return nil }
    return (Int(scalars[lower]), Int(scalars[upper]))
  }
}
