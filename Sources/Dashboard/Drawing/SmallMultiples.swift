import Terminal

/// The same chart of several things side by side, all on one scale, so that eyes can compare them.
struct SmallMultiples {
  struct Chart: Sendable {
    let code: String
    let name: String
    /// The value of the last day, in words.
    let note: String
    let values: [Double]
    let role: Role
  }

  /// Columns between two charts.
  private static let gap = 3
  /// Columns of a chart, at least: for its title.
  private static let leastColumns = 14
  /// Rows of a chart with its title, at least and at most.
  private static let heights = 2...12

  let charts: [Chart]
  /// What the highest block of every chart stands for.
  let top: Double
  private let across: Int
  /// Rows of a chart with its title.
  private let rows: Int
  private let columns: Int

  init(_ charts: [Chart], in size: Size) {
    self.charts = charts
    top = charts.flatMap(\.values).max() ?? 0
    let days = max(Self.leastColumns, charts.map(\.values.count).max() ?? 1)
    let room = size.columns - 3 + Self.gap
    // Three or five are easily taken in at a glance; more where they would not fit below.
    let deepest = max(1, size.rows / Self.heights.lowerBound)
    let wanted = max(size.columns >= 100 ? 5 : 3, (charts.count + deepest - 1) / deepest)
    across = max(1, min(wanted, room / (days + Self.gap)))
    let down = max(1, (charts.count + across - 1) / across)
    rows = min(Self.heights.upperBound, max(Self.heights.lowerBound, size.rows / down))
    columns = max(1, room / across - Self.gap)
  }

  /// The chart at a place; nil between them.
  func index(column: Int, row: Int) -> Int? {
    charts.indices.first { area(of: $0).contains(column: column, row: row) }
  }

  private func area(of index: Int) -> Rectangle {
    Rectangle(
      column: 2 + index % across * (columns + Self.gap), row: index / across * rows,
      columns: columns, rows: rows)
  }

  /// - Parameter selected: the chart under the cursor.
  func draw(selected: Int?, isFocused: Bool, in canvas: inout Canvas) {
    for (index, chart) in charts.enumerated() {
      let area = area(of: index)
      guard area.row + Self.heights.lowerBound <= canvas.rows else { break }
      let isSelected = index == selected
      if isSelected { canvas.write(isFocused ? "▸" : "›", at: area.column - 2, area.row) }
      canvas.write(
        title(of: chart, isSelected: isSelected, isFocused), at: area.column, area.row,
        limit: Columns(columns))
      // A row is left free below, where there is one, for the eye to part the charts.
      let height = max(1, rows - (rows > 3 ? 2 : 1))
      canvas.chart(
        chart.values,
        in: Rectangle(column: area.column, row: area.row + 1, columns: columns, rows: height),
        top: top, width: max(1, columns / max(1, chart.values.count)), role: chart.role)
    }
  }

  private func title(of chart: Chart, isSelected: Bool, _ isFocused: Bool) -> [Run] {
    let name: Role = isSelected ? (isFocused ? .selection : .unfocusedSelection) : .text
    return [
      Run(SafeText(chart.code + " "), .heading), Run(SafeText(chart.note), .text),
      Run(" ", .text), Run(SafeText(chart.name), name),
    ]
  }
}
