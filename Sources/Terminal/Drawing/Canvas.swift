/// A pane's part of a frame, drawn in its own coordinates and never beyond its edges.
///
/// Coordinates count from 0 at the upper left of ``bounds``; whatever falls outside is left
/// out. A wide character never straddles an edge: a blank stands where its half would.
package struct Canvas {
  package private(set) var frame: Frame
  /// Where this canvas lies in the frame.
  package private(set) var bounds: Rectangle
  /// Draws lines, bars and foreign letters in ASCII, for terminals that know no more.
  package let asciiOnly: Bool
  /// The part of ``bounds`` that may be changed.
  private var clip: Rectangle

  /// A canvas over a frame of its own: read ``frame`` when all is drawn.
  package init(size: Size, asciiOnly: Bool = false) {
    self.init(frame: Frame(size: size), asciiOnly: asciiOnly)
  }

  package init(frame: consuming Frame, asciiOnly: Bool = false) {
    bounds = Rectangle(frame.size)
    clip = bounds
    self.frame = frame
    self.asciiOnly = asciiOnly
  }

  package var columns: Int { bounds.columns }
  package var rows: Int { bounds.rows }
  package var size: Size { bounds.size }
  /// The whole canvas in its own coordinates.
  package var area: Rectangle { Rectangle(bounds.size) }

  /// Draws in a part of the canvas, given in its coordinates, whose upper left is 0, 0 there.
  package mutating func inside<Result, Failure: Error>(
    _ part: Rectangle, _ draw: (inout Canvas) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = (bounds, clip)
    defer { (bounds, clip) = outer }
    bounds = Rectangle(
      column: bounds.column + part.column, row: bounds.row + part.row, columns: part.columns,
      rows: part.rows)
    clip = clip.intersection(bounds)
    return try draw(&self)
  }

  /// Shows the terminal's cursor there, which screen readers follow; hides it if outside.
  package mutating func placeCursor(column: Int, row: Int) {
    let place = (column: bounds.column + column, row: bounds.row + row)
    frame.cursor = clip.contains(column: place.column, row: place.row) ? place : nil
  }

  package mutating func hideCursor() { frame.cursor = nil }

  /// Makes an area as blank as a new frame.
  package mutating func clear(_ area: Rectangle) {
    let target = clip.intersection(
      Rectangle(
        column: bounds.column + area.column, row: bounds.row + area.row, columns: area.columns,
        rows: area.rows))
    guard !target.isEmpty else { return }
    let columns = target.column..<target.column + target.columns
    for row in target.row..<target.row + target.rows {
      frame.replace(columns, ofRow: row) { $0.update(repeating: .blank) }
    }
  }

  /// What a cell shows; nil outside of the canvas.
  package func cell(column: Int, row: Int) -> Cell? {
    let place = (column: bounds.column + column, row: bounds.row + row)
    return clip.contains(column: place.column, row: place.row)
      ? frame[place.column, place.row] : nil
  }

  /// Gives cells another role and leaves their characters.
  package mutating func paint(_ role: Role, columns: Range<Int>, row: Int) {
    let target = clip.intersection(
      Rectangle(
        column: bounds.column + columns.lowerBound, row: bounds.row + row,
        columns: columns.count, rows: 1))
    guard !target.isEmpty else { return }
    for column in target.column..<target.column + target.columns {
      frame[column, target.row].role = role
    }
  }

  /// Puts one character; `columns` is its width, 1 or 2.
  mutating func put(_ symbol: Symbol, columns: Int, column: Int, row: Int, role: Role) {
    let left = bounds.column + column
    let row = bounds.row + row
    guard clip.contains(column: left, row: row) else {
      if columns == 2 && clip.contains(column: left + 1, row: row) {
        set(Cell(role: role), left + 1, row)
      }
      return
    }
    guard columns == 2 else {
      set(Cell(symbol, role: role), left, row)
      return
    }
    guard clip.contains(column: left + 1, row: row) else {
      set(Cell(role: role), left, row)
      return
    }
    frame.replace(left..<left + 2, ofRow: row) { cells in
      cells[0] = Cell(symbol, width: 2, role: role)
      cells[1] = Cell(.nothing, width: 0, role: role)
    }
  }

  /// Writes cells of width 1 beside each other, as far as the canvas reaches: `cell` tells what
  /// stands in a column of the canvas.
  mutating func put(columns: Range<Int>, row: Int, _ cell: (_ column: Int) -> Cell) {
    let left = bounds.column
    let target = clip.intersection(
      Rectangle(
        column: left + columns.lowerBound, row: bounds.row + row, columns: columns.count, rows: 1))
    guard !target.isEmpty else { return }
    let range = target.column..<target.column + target.columns
    frame.replace(range, ofRow: target.row) { cells in
      for index in cells.indices { cells[index] = cell(target.column + index - left) }
    }
  }

  /// Sets a cell of width 1; the other half of a wide character that it hits becomes blank.
  private mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
    frame.replace(column..<column + 1, ofRow: row) { $0[0] = cell }
  }
}
