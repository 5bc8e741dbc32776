/// What the whole screen shows: cells, row by row, and where the cursor is.
package struct Frame: Hashable, Sendable {
  package let size: Size
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: (column: Int, row: Int)? {
    get { cursorCell.map { ($0 % max(1, size.columns), $0 / max(1, size.columns)) } }
    set {
      cursorCell = newValue.flatMap {
        Rectangle(size).contains(column: $0.column, row: $0.row)
          ? $0.row * size.columns + $0.column : nil
      }
    }
  }
  private var cursorCell: Int?

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The frame as a part of a larger one; what is beyond its edges is cut off.
  package func placed(in size: Size, at place: (column: Int, row: Int)) -> Frame {
    guard size != self.size || place != (0, 0) else { return self }
    var larger = Frame(size: size)
    for row in 0..<max(0, min(self.size.rows, size.rows - place.row)) {
      for column in 0..<max(0, min(self.size.columns, size.columns - place.column)) {
        larger[column + place.column, row + place.row] = self[column, row]
      }
    }
    larger.cursor = cursor.map { ($0.column + place.column, $0.row + place.row) }
    return larger
  }

  /// Cells are set through a ``Canvas`` alone, which takes nothing but ``SafeText``.
  package internal(set) subscript(column: Int, row: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// Has cells of a row written anew; the halves of wide characters that are left beside them
  /// become blanks.
  mutating func replace(
    _ columns: Range<Int>, ofRow row: Int, _ write: (UnsafeMutableBufferPointer<Cell>) -> Void
  ) {
    let start = row * size.columns
    let first = start + columns.lowerBound
    let next = start + columns.upperBound
    cells.withUnsafeMutableBufferPointer { cells in
      if columns.lowerBound > 0, cells[first].width == 0 { cells[first - 1].becomeBlank() }
      if columns.upperBound < size.columns, cells[next].width == 0 { cells[next].becomeBlank() }
      write(UnsafeMutableBufferPointer(rebasing: cells[first..<next]))
    }
  }

  /// Draws on the frame, in the whole of it or in a part.
  package mutating func draw<Failure: Error>(
    in part: Rectangle? = nil, asciiOnly: Bool = false,
    _ body: (inout Canvas) throws(Failure) -> Void
  ) throws(Failure) {
    var canvas = Canvas(frame: self, asciiOnly: asciiOnly)
    self = Frame(size: Size(columns: 0, rows: 0))  // the canvas holds the only copy
    defer { self = canvas.frame }
    try canvas.inside(part ?? canvas.area, body)
  }

  /// The columns of a row from the first to the last that does not show the same as in a frame of
  /// the same size; nil for a row that shows the same.
  package func changes(inRow row: Int, since other: Frame) -> Range<Int>? {
    withCells(ofRow: row) { cells in
      other.withCells(ofRow: row) { others in
        guard let first = cells.indices.first(where: { cells[$0] != others[$0] }),
          let last = cells.indices.last(where: { cells[$0] != others[$0] })
        else { return nil }
        return first..<last + 1
      }
    }
  }

  /// Lends the cells of a row, one for each column.
  package func withCells<Result>(
    ofRow row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result
  ) -> Result {
    cells.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[row * size.columns..<(row + 1) * size.columns]))
    }
  }

  /// The screen as text: a line a row, blanks at the end of a line left out.
  package var plain: String {
    var lines: [String] = []
    for row in 0..<size.rows {
      var line = ""
      for column in 0..<size.columns { line += self[column, row].symbol.string }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

extension Cell {
  fileprivate mutating func becomeBlank() {
    symbol = " "
    width = 1
  }
}
