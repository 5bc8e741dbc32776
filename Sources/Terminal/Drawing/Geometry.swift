/// A width on the screen in terminal columns: a wide character takes two.
package struct Columns: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral {
  package var count: Int

  package init(_ count: Int) {
    self.count = count
  }

  package init(integerLiteral value: Int) {
    count = value
  }

  package static func < (a: Columns, b: Columns) -> Bool { a.count < b.count }
  package static func + (a: Columns, b: Columns) -> Columns { Columns(a.count + b.count) }
  package static func - (a: Columns, b: Columns) -> Columns { Columns(a.count - b.count) }
}

package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A part of the screen, in cells, counted from the upper left corner.
package struct Rectangle: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  package var size: Size { Size(columns: columns, rows: rows) }
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  package func contains(column: Int, row: Int) -> Bool {
    (self.column..<self.column + columns).contains(column)
      && (self.row..<self.row + rows).contains(row)
  }

  package func inset(by cells: Int) -> Rectangle {
    Rectangle(
      column: column + cells, row: row + cells, columns: columns - 2 * cells,
      rows: rows - 2 * cells)
  }

  /// The part of both.
  package func intersection(_ other: Rectangle) -> Rectangle {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rectangle(
      column: left, row: top,
      columns: min(column + columns, other.column + other.columns) - left,
      rows: min(row + rows, other.row + other.rows) - top)
  }
}
