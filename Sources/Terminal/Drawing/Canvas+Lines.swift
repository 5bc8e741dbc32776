extension Canvas {
  /// Fills cells of an area with a character of one column.
  package mutating func fill(_ area: Rectangle? = nil, with character: Character = " ", role: Role)
  {
    let area = area ?? self.area
    let text = SafeText(String(repeating: character, count: min(area.columns, columns)))
    for row in 0..<min(area.rows, max(0, rows - area.row)) {
      write(text, at: area.column, area.row + row, role: role, limit: Columns(area.columns))
    }
  }

  package mutating func horizontalLine(
    at column: Int, _ row: Int, columns: Int, role: Role = .border
  ) {
    let line: Symbol = asciiOnly ? "-" : "─"
    for step in 0..<max(0, columns) {
      put(line, columns: 1, column: column + step, row: row, role: role)
    }
  }

  package mutating func verticalLine(at column: Int, _ row: Int, rows: Int, role: Role = .border) {
    let line: Symbol = asciiOnly ? "|" : "│"
    for step in 0..<max(0, rows) {
      put(line, columns: 1, column: column, row: row + step, role: role)
    }
  }

  /// Draws a box around an area and returns what is free inside of it.
  ///
  /// The focused box differs by its double line as well as by its role, so that it stands
  /// out without colours. `note` stands at the right of the upper line (“3 of 57”).
  @discardableResult
  package mutating func box(
    _ area: Rectangle? = nil, title: SafeText = "", note: SafeText = "", focused: Bool = false
  ) -> Rectangle {
    let area = area ?? self.area
    guard area.columns >= 2, area.rows >= 2 else { return area }
    let role: Role = focused ? .focusedBorder : .border
    let lines = BoxLines(focused: focused, asciiOnly: asciiOnly)
    let (left, top) = (area.column, area.row)
    let (right, bottom) = (left + area.columns - 1, top + area.rows - 1)
    for column in left...right {
      let (upper, lower) =
        column == left
        ? (lines.upperLeft, lines.lowerLeft)
        : column == right
          ? (lines.upperRight, lines.lowerRight) : (lines.horizontal, lines.horizontal)
      put(upper, columns: 1, column: column, row: top, role: role)
      put(lower, columns: 1, column: column, row: bottom, role: role)
    }
    for row in top + 1..<max(top + 1, bottom) {
      put(lines.vertical, columns: 1, column: left, row: row, role: role)
      put(lines.vertical, columns: 1, column: right, row: row, role: role)
    }
    label(title, note: note, in: area, role: focused ? .title : .heading)
    return area.inset(by: 1)
  }

  /// Title at the left and note at the right of a box's upper line, if there is room.
  private mutating func label(_ title: SafeText, note: SafeText, in area: Rectangle, role: Role) {
    let room = area.columns - 4
    let noteColumns = note.columns.count
    let titleColumns = title.isEmpty ? 0 : min(title.columns.count, max(0, room - 2))
    if titleColumns > 0 {
      write(" ", at: area.column + 2, area.row)
      let used = write(
        title, at: area.column + 3, area.row, role: role, limit: Columns(titleColumns))
      write(" ", at: area.column + 3 + used.count, area.row)
    }
    if noteColumns > 0 && titleColumns + 2 + noteColumns + 3 <= room {
      let column = area.column + area.columns - 4 - noteColumns
      write([Run(" "), Run(note, .dim), Run(" ")], at: column, area.row)
    }
  }
}

/// The characters of a box.
struct BoxLines {
  let upperLeft, upperRight, lowerLeft, lowerRight, horizontal, vertical: Symbol

  init(focused: Bool, asciiOnly: Bool) {
    switch (focused, asciiOnly) {
    case (false, false):
      (upperLeft, upperRight, lowerLeft, lowerRight) = ("┌", "┐", "└", "┘")
      (horizontal, vertical) = ("─", "│")
    case (true, false):
      (upperLeft, upperRight, lowerLeft, lowerRight) = ("╔", "╗", "╚", "╝")
      (horizontal, vertical) = ("═", "║")
    case (false, true):
      (upperLeft, upperRight, lowerLeft, lowerRight) = ("+", "+", "+", "+")
      (horizontal, vertical) = ("-", "|")
    case (true, true):
      (upperLeft, upperRight, lowerLeft, lowerRight) = ("#", "#", "#", "#")
      (horizontal, vertical) = ("=", "#")
    }
  }
}
