import CNcurses
import Terminal

/// Turns rows of a frame into the cells that the C side takes; keeps its memory.
struct RowWriter {
  private var cells: [cn_cell] = []
  /// Roles that look the same where there is nothing to see have the same number here.
  private var blanks: [UInt8]

  init() {
    blanks = Role.allCases.map(\.rawValue)
  }

  /// Learns what roles look like: a blank between two words takes the role of the first, if
  /// nobody can see that, since every change of role costs a dozen bytes.
  mutating func learn(_ renditions: [Rendition]) {
    blanks = renditions.enumerated().map { index, rendition in
      guard rendition.attributes.isDisjoint(with: [.underline, .reverse]) else {
        return UInt8(index)
      }
      let twin = renditions.firstIndex {
        $0.background == rendition.background
          && $0.attributes.isDisjoint(with: [.underline, .reverse])
      }
      return UInt8(twin ?? index)
    }
  }

  /// Writes a part of a row, and as much beside it as tells what its blanks look like.
  mutating func write(_ columns: Range<Int>, ofRow row: Int, in frame: Frame, asciiOnly: Bool) {
    cells.removeAll(keepingCapacity: true)
    let start = frame.withCells(ofRow: row) { row in
      let columns = Self.withNeighbours(columns, in: row)
      var column = columns.lowerBound
      while column < columns.upperBound {
        let cell = row[column]
        if cell.width == 1, let letter = cell.symbol.bare, (0x21..<0x7F).contains(letter) {
          cells.append(cn_cell(letter, columns: 1, style: cell.role.rawValue))
          column += 1
          continue
        }
        // A right half without its left, or a left without its right, is a blank.
        let isWide = cell.width == 2 && column + 1 < row.count && row[column + 1].width == 0
        append(cell.width == 1 || isWide ? cell.symbol : " ", isWide, cell.role, asciiOnly)
        column += isWide ? 2 : 1
      }
      return columns.lowerBound
    }
    freeFromBorders()
    cells.withUnsafeBufferPointer { buffer in
      cn_put_row(Int32(row), Int32(start), buffer.baseAddress, Int32(buffer.count))
    }
  }

  /// The columns up to the first cell on either side that shows more than a blank.
  private static func withNeighbours(
    _ columns: Range<Int>, in row: UnsafeBufferPointer<Cell>
  ) -> Range<Int> {
    func shows(_ column: Int) -> Bool { row[column].width > 0 && row[column].symbol != " " }
    let first = (0..<columns.lowerBound).last(where: shows) ?? 0
    let last = (columns.upperBound..<row.count).first(where: shows)
    return first..<min(row.count, last.map { $0 + Int(row[$0].width) } ?? .max)
  }

  /// A border mostly stays when the words beside it change: blanks between the two go with the
  /// words, if nobody can see that.
  private mutating func freeFromBorders() {
    let borders = [Role.border.rawValue, Role.focusedBorder.rawValue]
    var start = 0
    while start < cells.count {
      guard borders.contains(cells[start].style), cells[start].isBlank else {
        start += 1
        continue
      }
      let end = cells[start...].firstIndex { !$0.isBlank } ?? cells.count
      if end < cells.count, !borders.contains(cells[end].style),
        blanks[Int(cells[start].style)] == blanks[Int(cells[end].style)]
      {
        for index in start..<end { cells[index].style = cells[end].style }
      }
      start = end
    }
  }

  private mutating func append(
    _ symbol: Symbol, _ isWide: Bool, _ role: Role, _ asciiOnly: Bool
  ) {
    var cell = cn_cell(0x20, columns: isWide ? 2 : 1, style: role.rawValue)
    if let bare = symbol.bare, !asciiOnly || bare < 0x80 {
      if bare != 0 { cell.scalars.0 = bare }
      if bare == 0x20, let last = cells.last,
        blanks[Int(last.style)] == blanks[Int(cell.style)]
      {
        cell.style = last.style
      }
      return cells.append(cell)
    }
    if asciiOnly {
      let base = symbol.scalars.first { _ in true }.flatMap(Unicode.Scalar.init)
      cell.columns = 1
      cell.scalars.0 = base.flatMap(AsciiFallback.character)?.value ?? 0x20
      cells.append(cell)
      cell.scalars.0 = 0x20
      return isWide ? cells.append(cell) : ()
    }
    withUnsafeMutableBytes(of: &cell.scalars) { bytes in
      let room = bytes.assumingMemoryBound(to: UInt32.self)
      var count = 0
      for scalar in symbol.scalars {
        room[count] = scalar
        count += 1
      }
      cell.count = UInt8(count)
    }
    cells.append(cell)
  }
}

extension cn_cell {
  fileprivate init(_ scalar: UInt32, columns: UInt8, style: UInt8) {
    self.init(scalars: (scalar, 0, 0, 0, 0), count: 1, columns: columns, style: style)
  }

  fileprivate var isBlank: Bool { count == 1 && scalars.0 == 0x20 }
}
