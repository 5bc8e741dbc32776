/// A half-open range of UTF-8 bytes in the text of an article.
///
/// Spans never carry text: `text[span]` of the one immutable text is the truth.
package struct Span: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { end <= start }
  package var range: Range<Int> { start..<max(start, end) }

  package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  package func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  package func shifted(by offset: Int) -> Span { Span(start + offset, end + offset) }

  package static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

extension String {
  /// The text of a span; bytes that fall inside a scalar read as U+FFFD.
  package func text(of span: Span) -> String {
    let bytes = utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: max(0, min(span.start, bytes.count)))
    let upper = bytes.index(
      bytes.startIndex, offsetBy: max(0, min(max(span.start, span.end), bytes.count)))
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}
