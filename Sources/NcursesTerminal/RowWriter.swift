import CNcurses
import Terminal

/// Turns rows of a frame into the cells that the C side takes; keeps its memory.
struct RowWriter {
  private var cells: [cn_cell] = []
  /// Styles by role; a role's style is its place in `allCases`.
  private let styles: [Role: UInt8]

  init() {
    styles = Dictionary(
      uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, UInt8($0)) })
  }

  mutating func write(_ row: Int, of frame: Frame, asciiOnly: Bool) {
    cells.removeAll(keepingCapacity: true)
    var lastRole: Role?
    var style: UInt8 = 0
    var column = 0
    while column < frame.size.columns {
      let cell = frame[column, row]
      if cell.role != lastRole {
        style = styles[cell.role] ?? 0
        lastRole = cell.role
      }
      // A right half without its left, or a left without its right, is a blank.
      let isWide =
        cell.width == 2 && column + 1 < frame.size.columns && frame[column + 1, row].width == 0
      append(cell.width == 1 || isWide ? cell.character : " ", isWide, style, asciiOnly)
      column += isWide ? 2 : 1
    }
    cells.withUnsafeBufferPointer { buffer in
      cn_put_row(Int32(row), buffer.baseAddress, Int32(buffer.count))
    }
  }

  private mutating func append(
    _ character: String, _ isWide: Bool, _ style: UInt8, _ asciiOnly: Bool
  ) {
    var cell = cn_cell(
      scalars: (0x20, 0, 0, 0, 0), count: 1, columns: isWide ? 2 : 1, style: style)
    let scalars = character.unicodeScalars
    guard let base = scalars.first else { return cells.append(cell) }
    if base.value >= 0x80 && asciiOnly {
      cell.columns = 1
      cell.scalars.0 = AsciiFallback.character(for: base).unicodeScalars.first?.value ?? 0x20
      cells.append(cell)
      cell.scalars.0 = 0x20
      return isWide ? cells.append(cell) : ()
    }
    cell.scalars.0 = base.value
    if base.value >= 0x80 || character.utf8.count > 1 {
      var count: UInt8 = 1
      for scalar in scalars.dropFirst().prefix(Int(CN_CELL_SCALARS) - 1) where !asciiOnly {
        switch count {
        case 1: cell.scalars.1 = scalar.value
        case 2: cell.scalars.2 = scalar.value
        case 3: cell.scalars.3 = scalar.value
        default: cell.scalars.4 = scalar.value
        }
        count += 1
      }
      cell.count = count
    }
    cells.append(cell)
  }
}
