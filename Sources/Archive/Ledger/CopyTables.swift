import EventData
import GRDB

/// Keeps together the articles that are copies of one text.
///
/// Copies of copies belong to one text, so the sets do not depend on the order of the articles.
final class CopyTables {
  /// Articles looked at, and different texts compared word for word, for one mark at most: what
  /// more share is a phrase of the trade, and no copy.
  private static let most = (articles: 32, texts: 4)

  private let db: Database
  private(set) var recent: RecentMarks
  private let insert: PreparedQuery
  private let mark: BulkInsert
  private let find: PreparedQuery

  init(_ db: Database, _ recent: RecentMarks) throws {
    self.db = db
    self.recent = recent
    insert = try PreparedQuery(db, "INSERT INTO article_copy (article, text) VALUES (?, ?)")
    mark = try BulkInsert(
      db, "INSERT OR IGNORE INTO copy_mark (mark, published, article)", columns: 3)
    find = try PreparedQuery(
      db,
      """
      SELECT m.article, c.text FROM copy_mark m CROSS JOIN article_copy c ON c.article = m.article
      WHERE m.mark = ?1 AND m.published BETWEEN ?2 - ?3 AND ?2 + ?3
      """)
  }

  /// Its copies may be copies of each other only through it: they are compared anew.
  func remove(_ key: ArticleKey) throws {
    let text = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM article_copy WHERE article = ?"),
      arguments: [key.row])
    recent.forget(key.row)
    guard let text else { return }
    let copies = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.id, a.published, t.text FROM article_copy c CROSS JOIN article a
            ON a.id = c.article CROSS JOIN article_text t ON t.id = a.id
          WHERE c.text = ? AND a.id <> ?
          """), arguments: [text, key.row])
    try PreparedQuery(
      db, "DELETE FROM copy_mark WHERE article IN (SELECT article FROM article_copy WHERE text = ?)"
    ).run(.integer(text))
    try markStale(text)
    try PreparedQuery(db, "DELETE FROM article_copy WHERE text = ?").run(.integer(text))
    for copy in copies {
      try add(
        CopyMarks(try ByteText(row: copy, at: 2).bytes),
        at: ArticleKey(
          published: try copy.decode(Int.self, atIndex: 1),
          row: try copy.decode(Int64.self, atIndex: 0)))
    }
  }

  func add(_ marks: CopyMarks, at key: ArticleKey) throws {
    var texts: Set<Int64> = []
    var others: Set<Int64> = []
    let numbers = marks.marks
    for number in numbers {
      var seen = 0
      var found: [(article: Int64, text: Int64)] = []
      try find.run([.integer(number), .init(key.published), .init(CopyMarks.reach)]) { row in
        found.append((Int64(row[0]), Int64(row[1])))
        return found.count < Self.most.articles
      }
      for candidate in found where seen < Self.most.texts {
        if texts.contains(candidate.text) || !others.insert(candidate.article).inserted { continue }
        seen += 1
        if try marks.isCopy(of: stored(candidate.article)) { texts.insert(candidate.text) }
      }
    }
    let text = min(texts.min() ?? key.row, key.row)
    for other in texts where other != text {
      try markStale(other)
      try PreparedQuery(db, "UPDATE article_copy SET text = ? WHERE text = ?")
        .run(.integer(text), .integer(other))
    }
    recent.note(marks, of: key.row)
    try insert.run(.integer(key.row), .integer(text))
    for number in numbers {
      try mark.add(.integer(number), .init(key.published), .integer(key.row))
    }
    try mark.flush()
  }

  private func stored(_ article: Int64) throws -> CopyMarks {
    if let known = recent[article] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM article_text WHERE id = ?"), arguments: [article])
    let marks = CopyMarks(try row.map { try ByteText(row: $0, at: 0).bytes } ?? [])
    recent.note(marks, of: article)
    return marks
  }

  private func markStale(_ text: Int64) throws {
    try PreparedQuery(
      db,
      """
      INSERT OR IGNORE INTO ledger_stale SELECT l.link, l.day FROM article_copy c CROSS JOIN
        ledger_entry l ON l.id BETWEEN c.article << 16 AND c.article << 16 | 65535
      WHERE c.text = ? AND l.link <> 0
      """
    ).run(.integer(text))
  }
}
