/// A half-open range of UTF-8 bytes in the text of an article.
///
/// Spans never carry text: `text[span]` of the one immutable text is the truth.
///
/// Inlinable, as the coder asks for spans of every word that it looks at.
package struct Span: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  @inlinable package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  @inlinable package var count: Int { end - start }
  @inlinable package var isEmpty: Bool { end <= start }
  @inlinable package var range: Range<Int> { start..<max(start, end) }

  @inlinable package func contains(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }
  @inlinable package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  @inlinable package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  @inlinable package func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  @inlinable package func shifted(by offset: Int) -> Span { Span(start + offset, end + offset) }

  @inlinable package static func < (a: Span, b: Span) -> Bool {
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
