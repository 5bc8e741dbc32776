import GRDB

/// Rows on their way into one table, many to a statement: to begin and end one takes as long as
/// to write a row.
final class BulkInsert {
  private static let most = 32

  private let db: Database
  private let head: String
  private let width: Int
  private let many: PreparedQuery
  private var values: [ColumnValue] = []

  /// - Parameter head: as `INSERT INTO table (column, …)`, without what follows.
  init(_ db: Database, _ head: String, columns: Int) throws {
    self.db = db
    self.head = head
    width = columns
    many = try PreparedQuery(db, Self.sql(head, columns: columns, rows: Self.most))
  }

  func add(_ row: ColumnValue...) throws {
    values += row
    guard values.count == width * Self.most else { return }
    try many.run(values)
    values.removeAll(keepingCapacity: true)
  }

  /// To be called before the table is read, or its rows are deleted.
  func flush() throws {
    guard !values.isEmpty else { return }
    try PreparedQuery(db, Self.sql(head, columns: width, rows: values.count / width)).run(values)
    values.removeAll(keepingCapacity: true)
  }

  private static func sql(_ head: String, columns: Int, rows: Int) -> String {
    let row = "(" + repeatElement("?", count: columns).joined(separator: ", ") + ")"
    return head + " VALUES " + repeatElement(row, count: rows).joined(separator: ", ")
  }
}
