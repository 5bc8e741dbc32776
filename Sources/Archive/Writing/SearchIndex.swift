import GRDB

/// Changes of a full-text index, kept until the end of the transaction.
///
/// FTS5 gathers words in memory and writes them at the end, but also whenever a statement opens a
/// savepoint of its own; among other statements that is several times an article, and twice the
/// time of the whole import. So it comes last and undisturbed.
final class SearchIndex {
  private struct Change {
    var row: Int64
    var texts: [String?]
    var isRemoval: Bool
  }

  private let db: Database
  private let table: String
  private let columns: [String]
  private var changes: [Change] = []

  init(_ db: Database, table: String, columns: [String]) {
    self.db = db
    self.table = table
    self.columns = columns
  }

  func add(_ row: Int64, _ texts: [String?]) {
    changes.append(Change(row: row, texts: texts, isRemoval: false))
  }

  /// - Parameter texts: what was added; an index with external content has to be told.
  func remove(_ row: Int64, _ texts: [String?]) {
    changes.append(Change(row: row, texts: texts, isRemoval: true))
  }

  func finish() throws {
    let names = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try PreparedQuery(
      db, "INSERT INTO \(table) (rowid, \(names)) VALUES (?, \(marks))")
    let delete = try PreparedQuery(
      db, "INSERT INTO \(table) (\(table), rowid, \(names)) VALUES ('delete', ?, \(marks))")
    for change in changes {
      try (change.isRemoval ? delete : insert).run(
        [.integer(change.row)] + change.texts.map { ColumnValue($0) })
    }
    changes = []
  }
}
