/// A part of a text that is shown in a role of its own.
package struct Highlight: Hashable, Sendable {
  /// UTF-8 bytes of the source.
  package let source: Range<Int>
  package let role: Role

  package init(source: Range<Int>, role: Role) {
    self.source = source
    self.role = role
  }
}

extension Canvas {
  /// Draws the lines of a wrapped text from `first` on, down to the lower edge.
  ///
  /// Of highlights that overlap, the later wins. Returns the rows drawn.
  @discardableResult
  package mutating func write(
    _ text: WrappedText, from first: Int = 0, at column: Int = 0, _ row: Int = 0,
    role: Role = .text, highlights: [Highlight] = []
  ) -> Int {
    let last = min(text.lines.count, first + max(0, rows - row))
    guard first >= 0, first < last else { return 0 }
    for index in first..<last {
      let line = text.lines[index]
      let target = row + index - first
      write(text, line: line, at: column, target, role: role)
      for highlight in highlights where highlight.source.overlaps(line.source) {
        guard let columns = text.columns(ofSource: highlight.source, line: index) else { continue }
        paint(
          highlight.role, columns: column + columns.lowerBound..<column + columns.upperBound,
          row: target)
      }
    }
    return last - first
  }

  private mutating func write(
    _ text: WrappedText, line: WrappedText.Line, at left: Int, _ row: Int, role: Role
  ) {
    let utf8 = text.text.string.utf8Span
    let bytes = utf8.span
    var offset = line.shown.lowerBound
    var column = 0
    while offset < line.shown.upperBound {
      let letters = putLetters(
        of: bytes, offset..<line.shown.upperBound, column: left + column, row: row, role: role)
      column += letters
      offset += letters
      guard offset < line.shown.upperBound else { break }
      let glyph = Glyph(at: offset, in: bytes)
      let columns = LineBreaker.columns(of: glyph, at: column, width: text.width.count)
      put(glyph, in: bytes, columns: columns, column: left + column, row: row, role: role)
      column += columns
      offset = glyph.range.upperBound
    }
  }
}
