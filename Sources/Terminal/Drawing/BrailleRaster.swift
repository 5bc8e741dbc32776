/// A picture in dots, two by four of them in every cell, as Braille characters show them.
package struct BrailleRaster: Hashable, Sendable {
  /// In cells.
  package let size: Size
  /// The dots of each cell, numbered as in Unicode.
  private var cells: [UInt8]

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: 0, count: size.columns * size.rows)
  }

  /// Across and down.
  package var dots: (columns: Int, rows: Int) { (size.columns * 2, size.rows * 4) }

  package var isEmpty: Bool { cells.allSatisfy { $0 == 0 } }

  /// Sets a dot, counted from the upper left; one outside of the picture is left out.
  package mutating func set(_ column: Int, _ row: Int) {
    guard column >= 0, row >= 0, column < dots.columns, row < dots.rows else { return }
    cells[row / 4 * size.columns + column / 2] |= Self.bits[row % 4 * 2 + column % 2]
  }

  /// Sets the dots from one to another, both included.
  package mutating func line(
    from start: (column: Int, row: Int), to end: (column: Int, row: Int)
  ) {
    let (width, height) = (abs(end.column - start.column), abs(end.row - start.row))
    let (right, down) = (
      end.column > start.column ? 1 : -1, end.row > start.row ? 1 : -1
    )
    var (column, row) = start
    var error = width - height
    while true {
      set(column, row)
      if column == end.column, row == end.row { return }
      let doubled = 2 * error
      if doubled > -height {
        error -= height
        column += right
      }
      if doubled < width {
        error += width
        row += down
      }
    }
  }

  /// What shows the dots of a cell; nil where there are none.
  func symbol(column: Int, row: Int, asciiOnly: Bool) -> Symbol? {
    let dots = cells[row * size.columns + column]
    guard dots != 0 else { return nil }
    guard asciiOnly else { return Unicode.Scalar(0x2800 + UInt32(dots)).map { Symbol($0) } }
    if dots.nonzeroBitCount > 4 { return "#" }
    let (isUpper, isLower) = (dots & Self.upper != 0, dots & ~Self.upper != 0)
    return isUpper && isLower ? ":" : isUpper ? "'" : "."
  }

  /// From left to right and from top to bottom.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
  private static let upper: UInt8 = 0x1B
}

extension Canvas {
  /// Draws the dots of a picture and leaves the cells without any as they are.
  package mutating func draw(
    _ raster: BrailleRaster, at column: Int = 0, _ row: Int = 0, role: Role
  ) {
    for line in 0..<raster.size.rows {
      for place in 0..<raster.size.columns {
        guard let symbol = raster.symbol(column: place, row: line, asciiOnly: asciiOnly)
        else { continue }
        put(symbol, columns: 1, column: column + place, row: row + line, role: role)
      }
    }
  }
}
