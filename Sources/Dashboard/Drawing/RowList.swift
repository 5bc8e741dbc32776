import Terminal

/// A list of one-line rows under its headings: what the panes with lists have in common.
///
/// It moves the cursor of a window of rows by the common actions and draws the
/// rows that can be seen.
struct RowList<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  typealias Request = RowPage<Row>.Request

  var window: RowWindow<Row>
  private var height = 1

  init(isOneWay: Bool = false) {
    window = RowWindow(isOneWay: isOneWay)
  }

  /// Headings need a row, which short lists cannot spare.
  private static func hasHeadings(_ size: Size) -> Bool { size.rows >= 5 }

  mutating func fit(_ size: Size) {
    height = max(1, size.rows - (Self.hasHeadings(size) ? 1 : 0))
    window.resize(height: height)
  }

  /// Shows a list that is here as a whole, the cursor kept.
  mutating func show(_ rows: [Row]) {
    _ = window.receive(
      RowPage(.start(rows.count), rows: rows, reachesStart: true, reachesEnd: true))
  }

  /// Moves the cursor; nil when the action does not move.
  ///
  /// - Returns: the page that has to be loaded, if any.
  mutating func perform(_ action: Action.ID) -> Request?? {
    switch action {
    case .down: .some(window.move(by: 1))
    case .up: .some(window.move(by: -1))
    case .pageDown: .some(window.move(by: height))
    case .pageUp: .some(window.move(by: -height))
    case .halfPageDown: .some(window.move(by: max(1, height / 2)))
    case .halfPageUp: .some(window.move(by: -max(1, height / 2)))
    case .first: .some(window.moveToStart())
    case .last: .some(window.moveToEnd())
    default: nil
    }
  }

  /// Moves the cursor to the row under the pointer, or scrolls.
  ///
  /// - Returns: false when there is no row under the pointer.
  mutating func point(at gesture: Pointing, in size: Size) -> (hit: Bool, request: Request?) {
    let headings = Self.hasHeadings(size) ? 1 : 0
    switch gesture.kind {
    case .press, .doubleClick:
      return (gesture.row >= headings && window.move(toLine: gesture.row - headings), nil)
    case .wheel(let lines): return (true, window.scroll(by: lines))
    }
  }

  func draw(
    _ table: Table, in canvas: inout Canvas, view: PaneView, cells: (Row) -> [[Run]]
  ) {
    let headings = Self.hasHeadings(view.size) ? 1 : 0
    if headings > 0 { table.drawHeadings(in: &canvas) }
    for (line, index) in window.visible.enumerated() {
      table.draw(cells(window.rows[index]), in: &canvas, row: line + headings)
      if index == window.cursor {
        CursorMark.draw(
          in: &canvas, row: line + headings, isFocused: view.isFocused, columns: table.subject)
      }
    }
  }
}
