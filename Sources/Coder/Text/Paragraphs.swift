import Glibc

/// Cuts a text into paragraphs: at empty lines, and at a line break where the line
/// before it is finished or the one after begins anew.
enum Paragraphs {
  static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var place = 0
    func close(at end: Int) {
      var lower = start
      var upper = end
      while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
      while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
      if lower < upper { ranges.append(lower..<upper) }
    }
    while let end = lineEnd(in: bytes, from: place) {
      place = end
      var next = place + 1
      var breaks = 1
      while next < bytes.count, bytes[next] <= 0x20 {
        if bytes[next] == 0x0A { breaks += 1 }
        next += 1
      }
      if breaks > 1 || !isWrapped(bytes, before: place, after: next) {
        close(at: place)
        start = next
      }
      place = next
    }
    close(at: bytes.count)
    return ranges
  }

  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int? {
    guard let base = bytes.baseAddress, place < bytes.count,
      let found = memchr(base + place, 0x0A, bytes.count - place)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether a single line break stands inside a sentence: a letter or comma before it,
  /// a lower-case letter after it.
  private static func isWrapped(
    _ bytes: UnsafeBufferPointer<UInt8>, before: Int, after: Int
  ) -> Bool {
    var last = before - 1
    while last > 0, bytes[last] <= 0x20 { last -= 1 }
    guard last >= 0, after < bytes.count else { return false }
    let ends = bytes[last]
    let unfinished = (ends | 0x20) &- 0x61 < 26 || ends == 0x2C || ends >= 0x80
    return unfinished && bytes[after] &- 0x61 < 26
  }
}
