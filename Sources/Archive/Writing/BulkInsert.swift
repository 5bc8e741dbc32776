import GRDB

/// Rows on their way into one table, many to a statement: to begin and end one takes as long as
/// to write a row.
final class BulkInsert {
  private static let most = 32

  private let db: Database
  private let head: String
  private let width: Int
  private let many: PreparedQuery
  private var cells = CellBuffer()

  /// - Parameter head: as `INSERT OR FAIL INTO table (column, …)`, without what follows. With FAIL
  ///   or IGNORE: SQLite keeps no copies of the pages that a statement changes, as it does where a
  ///   row that cannot be written takes those before it back. Here it takes back the transaction.
  init(_ db: Database, _ head: String, columns: Int) throws {
    self.db = db
    self.head = head
    width = columns
    many = try PreparedQuery(db, Self.sql(head, columns: columns, rows: Self.most))
  }

  func add(_ row: ColumnValue...) throws { try add(row) }

  func add(_ row: [ColumnValue]) throws {
    try add { cells in
      for value in row { cells.append(value) }
    }
  }

  /// - Parameter fill: appends a row.
  func add(_ fill: (inout CellBuffer) -> Void) throws {
    fill(&cells)
    guard cells.count == width * Self.most else { return }
    try many.run(cells)
    cells.removeAll()
  }

  /// To be called before the table is read, or its rows are deleted.
  func flush() throws {
    guard cells.count > 0 else { return }
    try PreparedQuery(db, Self.sql(head, columns: width, rows: cells.count / width)).run(cells)
    cells.removeAll()
  }

  private static func sql(_ head: String, columns: Int, rows: Int) -> String {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    return head + " VALUES " + Array(repeating: row, count: rows).joined(separator: ", ")
  }
}

/// Values one after the other, their texts and bytes in one block: they are bound from there
/// without a copy for each.
struct CellBuffer {
  enum Cell {
    case null
    case integer(Int64)
    case real(Double)
    /// Ranges of ``bytes``.
    case text(Int, Int)
    case blob(Int, Int)
  }

  private(set) var cells: [Cell] = []
  private(set) var bytes: [UInt8] = []

  var count: Int { cells.count }

  mutating func append(_ value: Int64) { cells.append(.integer(value)) }

  mutating func append(_ value: Int) { cells.append(.integer(Int64(value))) }

  mutating func append(_ value: ColumnValue) {
    switch value {
    case .null: cells.append(.null)
    case .integer(let value): append(value)
    case .real(let value): cells.append(.real(value))
    case .text(let text):
      let start = bytes.count
      bytes += text.storable.utf8
      cells.append(.text(start, bytes.count))
    case .blob(let blob):
      let start = bytes.count
      bytes += blob
      cells.append(.blob(start, bytes.count))
    }
  }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
