/// A text broken into lines of a given width, each of which knows where it came from.
///
/// Lines break after blanks, after a hyphen or a dash between letters, and between wide
/// (CJK) characters; a word longer than a line is cut. Tabs reach to the next multiple of
/// eight columns. Time and memory grow linearly with the text.
package struct WrappedText: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// Bytes of the source (UTF-8, as handed to ``SafeText``), blanks and line feed at the
    /// end included: the ranges of all lines, joined, are the text.
    package let source: Range<Int>
    /// Bytes of ``WrappedText/text`` that are drawn: without the blanks at the end.
    package let shown: Range<Int>
    package let columns: Columns
  }

  package static let tabStop = 8

  package let text: SafeText
  package let width: Columns
  package let lines: [Line]

  /// Wraps a text; a width below one column counts as one.
  package init(_ text: SafeText, width: Columns) {
    let width = Columns(max(1, width.count))
    self.text = text
    self.width = width
    var breaker = LineBreaker(width: width.count)
    breaker.read(text)
    lines = zip(breaker.lines, breaker.lines.dropFirst().map(\.start) + [nil]).map { line, next in
      let start = text.sourceRange(ofSafe: line.start..<line.start).lowerBound
      let end = next.map { text.sourceRange(ofSafe: $0..<$0).lowerBound } ?? text.sourceCount
      return Line(
        source: (line.start == 0 ? 0 : start)..<end, shown: line.start..<line.end,
        columns: Columns(line.columns))
    }
  }

  /// Which line shows a byte of the source; the last one for what lies behind it.
  package func line(ofSource offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].source.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The columns of a line in which a range of the source is shown; nil if it is not.
  package func columns(ofSource range: Range<Int>, line index: Int) -> Range<Int>? {
    let line = lines[index]
    let wanted = text.safeRange(ofSource: range).clamped(to: line.shown)
    guard !wanted.isEmpty else { return nil }
    let utf8 = text.string.utf8Span
    let bytes = utf8.span
    var offset = line.shown.lowerBound
    var column = 0
    var first: Int?
    while offset < wanted.upperBound {
      if offset < wanted.lowerBound {
        let letters = bytes.letters(in: offset..<wanted.lowerBound)
        offset += letters
        column += letters
      }
      let glyph = Glyph(at: offset, in: bytes)
      if glyph.range.upperBound > wanted.lowerBound { first = first ?? column }
      column += LineBreaker.columns(of: glyph, at: column, width: width.count)
      offset = glyph.range.upperBound
    }
    return first.map { $0..<column }
  }
}
