/// A part of a long list.
package struct RowPage<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// Rows asked for at a time.
  package static var size: Int { 100 }

  /// Which part is wanted.
  package enum Request: Sendable {
    /// So many rows from the start.
    case start(Int)
    /// The last page.
    case end
    /// So many rows, as far as there are.
    case before(Row, Int)
    case after(Row, Int)
    /// A row with its neighbours on both sides.
    case around(Row)
  }

  package let request: Request
  package let rows: [Row]
  /// No row stands before these.
  package let reachesStart: Bool
  /// No row stands after these.
  package let reachesEnd: Bool
  /// For ``Request/around(_:)``: where the row stands in ``rows``, or would if it were there.
  package let pivot: Int

  package init(
    _ request: Request, rows: [Row], reachesStart: Bool, reachesEnd: Bool, pivot: Int = 0
  ) {
    self.request = request
    self.rows = rows
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
    self.pivot = pivot
  }
}
