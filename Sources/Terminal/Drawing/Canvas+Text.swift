/// A piece of a line with a role of its own.
package struct Run: Hashable, Sendable {
  package let text: SafeText
  package let role: Role

  package init(_ text: SafeText, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

package enum Alignment: Hashable, Sendable { case leading, trailing }

extension Canvas {
  /// Writes a text on one line and returns the columns that it took.
  ///
  /// What does not fit into `limit` columns, or up to the right edge if there is no limit,
  /// ends in an ellipsis. A line feed or a tab is drawn as a blank. A `.trailing` text ends
  /// at column + limit, with blanks left as they were before it.
  @discardableResult
  package mutating func write(
    _ text: SafeText, at column: Int, _ row: Int, role: Role = .text, limit: Columns? = nil,
    alignment: Alignment = .leading
  ) -> Columns {
    write([Run(text, role)], at: column, row, limit: limit, alignment: alignment)
  }

  /// Writes runs one behind the other, cut together as one text.
  @discardableResult
  package mutating func write(
    _ runs: [Run], at column: Int, _ row: Int, limit: Columns? = nil,
    alignment: Alignment = .leading
  ) -> Columns {
    let limit = max(0, limit?.count ?? columns - column)
    guard limit > 0, runs.contains(where: { !$0.text.isEmpty }) else { return 0 }
    var needed = 0
    for run in runs where needed <= limit { needed += run.text.columns.count }
    var pen = Pen(column: column, row: row, end: column + limit)
    if needed > limit {
      pen.end -= 1
    } else if alignment == .trailing {
      pen.column += limit - needed
    }
    let start = pen.column
    var role = Role.text
    for run in runs {
      role = run.role
      guard write(run, with: &pen) else { break }
    }
    if needed > limit {
      put(asciiOnly ? "~" : "…", columns: 1, column: pen.column, row: row, role: role)
      pen.column += 1
    }
    return Columns(pen.column - start)
  }

  /// Where the next glyph goes, and before which column the line must end.
  private struct Pen {
    var column: Int
    let row: Int
    var end: Int
  }

  /// False when the run did not fit.
  private mutating func write(_ run: Run, with pen: inout Pen) -> Bool {
    let utf8 = run.text.string.utf8Span
    let bytes = utf8.span
    var offset = 0
    while offset < bytes.count {
      let last = min(bytes.count, offset + pen.end - pen.column)
      let letters = putLetters(
        of: bytes, offset..<last, column: pen.column, row: pen.row, role: run.role)
      pen.column += letters
      offset += letters
      guard offset < bytes.count else { break }
      let glyph = Glyph(at: offset, in: bytes)
      let columns = max(1, glyph.columns)
      guard pen.column + columns <= pen.end else { return false }
      put(
        glyph, in: bytes, columns: columns, column: pen.column, row: pen.row, role: run.role)
      pen.column += columns
      offset = glyph.range.upperBound
    }
    return true
  }

  /// Puts the letters at the start of a range, a column each; returns how many they are.
  mutating func putLetters(
    of bytes: Span<UInt8>, _ range: Range<Int>, column: Int, row: Int, role: Role
  ) -> Int {
    let letters = bytes.letters(in: range)
    put(columns: column..<column + letters, row: row) {
      Cell(Symbol(Unicode.Scalar(bytes[range.lowerBound + $0 - column])), role: role)
    }
    return letters
  }

  /// Puts a glyph into as many columns as it was measured to take.
  mutating func put(
    _ glyph: Glyph, in bytes: Span<UInt8>, columns: Int, column: Int, row: Int, role: Role
  ) {
    if columns == glyph.columns && !asciiOnly {
      return put(
        glyph.symbol(in: bytes), columns: columns, column: column, row: row, role: role)
    }
    // A tab, a wide character in a single column, or in ASCII a letter, without its marks.
    let first: Symbol =
      glyph.columns == 0
      ? " " : asciiOnly ? Symbol(AsciiFallback.character(for: glyph.base) ?? " ") : "…"
    for step in 0..<columns {
      put(step == 0 ? first : " ", columns: 1, column: column + step, row: row, role: role)
    }
  }
}
