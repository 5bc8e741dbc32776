extension Canvas {
  /// Draws one value a column as blocks of eight heights; nil leaves a gap.
  ///
  /// Of more values than columns the last are shown. The lowest block means “at or below
  /// `scale`”, so that a small value differs from none. Without a scale, it reaches from 0
  /// to the greatest value. Returns the columns used.
  @discardableResult
  package mutating func sparkline(
    _ values: some BidirectionalCollection<Double?>, at column: Int, _ row: Int,
    limit: Columns? = nil, scale: ClosedRange<Double>? = nil, role: Role = .text
  ) -> Columns {
    let room = max(0, limit?.count ?? columns - column)
    let shown = values.suffix(room).map { value in value.flatMap { $0.isFinite ? $0 : nil } }
    let scale = scale ?? 0...max(0, values.compactMap(\.self).filter(\.isFinite).max() ?? 0)
    let blocks = Blocks.heights(asciiOnly: asciiOnly)
    for (step, value) in shown.enumerated() {
      let block: Symbol = value.map { blocks[Blocks.level(of: $0, in: scale)] } ?? " "
      put(block, columns: 1, column: column + step, row: row, role: role)
    }
    return Columns(shown.count)
  }

  /// Draws values side by side as columns of blocks, in eighths of a row.
  ///
  /// A value that is not above 0 shows as the lowest block, so that a chart has a ground. Each
  /// takes `width` columns; of more values than there is room for the last are shown.
  package mutating func chart(
    _ values: [Double], in area: Rectangle, top: Double, width: Int = 1, role: Role = .text
  ) {
    let blocks = Blocks.heights(asciiOnly: asciiOnly)
    let steps = area.rows * blocks.count
    for (place, value) in values.suffix(area.columns / max(1, width)).enumerated() {
      let share = value.isFinite && top > 0 ? min(1, max(0, value / top)) : 0
      let height = max(1, Int((share * Double(steps)).rounded(.up)))
      for row in 0..<area.rows {
        let filled = min(blocks.count, height - row * blocks.count)
        guard filled > 0 else { break }
        for column in 0..<width {
          put(
            blocks[filled - 1], columns: 1, column: area.column + place * width + column,
            row: area.row + area.rows - 1 - row, role: role)
        }
      }
    }
  }

  /// Draws a bar that fills a share of its columns, in steps of an eighth of a column.
  ///
  /// `fraction` counts from 0 to 1; what exceeds that is cut. Whatever is greater than 0
  /// shows at least a sliver, whatever is less than 1 leaves a gap.
  package mutating func bar(
    _ fraction: Double, at column: Int, _ row: Int, columns: Int, role: Role = .text,
    track: Role = .dim
  ) {
    let steps = Blocks.steps(of: fraction, columns: columns, perColumn: asciiOnly ? 1 : 8)
    let perColumn = asciiOnly ? 1 : 8
    for step in 0..<max(0, columns) {
      let filled = min(perColumn, max(0, steps - step * perColumn))
      let symbol: Symbol =
        filled == 0 ? (asciiOnly ? "." : "·") : asciiOnly ? "#" : Blocks.widths[filled - 1]
      put(
        symbol, columns: 1, column: column + step, row: row, role: filled == 0 ? track : role)
    }
  }
}

/// The characters of graphs.
enum Blocks {
  static let widths = "▏▎▍▌▋▊▉█".unicodeScalars.map { Symbol($0) }
  private static let unicodeHeights = "▁▂▃▄▅▆▇█".unicodeScalars.map { Symbol($0) }
  private static let asciiHeights = "_.-:=+*#".unicodeScalars.map { Symbol($0) }

  static func heights(asciiOnly: Bool) -> [Symbol] { asciiOnly ? asciiHeights : unicodeHeights }

  /// 0 at or below the scale, 7 at its top or above.
  static func level(of value: Double, in scale: ClosedRange<Double>) -> Int {
    guard value > scale.lowerBound else { return 0 }
    guard value < scale.upperBound else { return 7 }
    return 1 + Int((value - scale.lowerBound) / (scale.upperBound - scale.lowerBound) * 7)
  }

  static func steps(of fraction: Double, columns: Int, perColumn: Int) -> Int {
    let whole = max(0, columns) * perColumn
    guard fraction > 0 else { return 0 }
    guard fraction < 1 else { return whole }
    return min(max(1, whole - 1), max(1, Int((fraction * Double(whole)).rounded())))
  }
}
