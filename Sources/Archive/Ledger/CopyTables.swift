import EventData
import GRDB

/// Keeps together the articles that are copies of one text.
///
/// Copies of copies belong to one text, so the sets do not depend on the order of the articles.
final class CopyTables {
  /// Articles looked at for one mark, and different texts compared, at most: what more share is a
  /// phrase of the trade, and no copy.
  private static let most = (articles: 32, texts: 8)
  /// No archive has more articles than these bits can number.
  private static let rowBits: Int64 = 48
  /// Marks that are kept before they are written.
  private static let mostFresh = 50_000

  private let db: Database
  private(set) var recent: RecentMarks
  private let insert: PreparedQuery
  private let mark: BulkInsert
  /// Marks that are still to be written: ascending they are written faster.
  private var fresh: [Int64: [ArticleKey]] = [:]
  private let find: PreparedQuery
  private let findText: PreparedQuery

  init(_ db: Database, _ recent: RecentMarks) throws {
    self.db = db
    self.recent = recent
    insert = try PreparedQuery(db, "INSERT INTO article_copy (article, text) VALUES (?, ?)")
    mark = try BulkInsert(
      db, "INSERT OR IGNORE INTO copy_mark (mark, published, article)", columns: 3)
    find = try PreparedQuery(
      db,
      """
      SELECT published, article FROM copy_mark
      WHERE mark = ?1 AND published BETWEEN ?2 - ?3 AND ?2 + ?3 LIMIT \(Self.most.articles)
      """)
    findText = try PreparedQuery(db, "SELECT text FROM article_copy WHERE article = ?")
  }

  /// Its copies may be copies of each other only through it: they are compared anew.
  func remove(_ key: ArticleKey) throws {
    try flush()
    guard let text = try text(of: key.row) else { return }
    let copies = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.id, a.published, t.text FROM article_copy c CROSS JOIN article a
            ON a.id = c.article CROSS JOIN article_text t ON t.id = a.id
          WHERE c.text = ?
          """), arguments: [text]
    ).map { row in
      (
        key: ArticleKey(
          published: try row.decode(Int.self, atIndex: 1),
          row: try row.decode(Int64.self, atIndex: 0)),
        marks: CopyMarks(try ByteText(row: row, at: 2).bytes)
      )
    }
    let unmark = try PreparedQuery(
      db, "DELETE FROM copy_mark WHERE mark = ? AND published = ? AND article = ?")
    for copy in copies {
      for mark in copy.marks.marks {
        try unmark.run(.integer(mark), .init(copy.key.published), .integer(copy.key.row))
      }
    }
    try markStale(text)
    try PreparedQuery(db, "DELETE FROM article_copy WHERE text = ?").run(.integer(text))
    recent.forget(key.row)
    for copy in copies where copy.key.row != key.row { try add(copy.marks, at: copy.key) }
  }

  func add(_ marks: CopyMarks, at key: ArticleKey) throws {
    let numbers = marks.marks
    let texts = try copies(of: marks, numbers, published: key.published)
    let text = min(texts.min() ?? key.row, key.row)
    for other in texts where other != text {
      try markStale(other)
      try PreparedQuery(db, "UPDATE article_copy SET text = ? WHERE text = ?")
        .run(.integer(text), .integer(other))
    }
    recent.note(marks, of: key.row)
    try insert.run(.integer(key.row), .integer(text))
    for number in numbers { fresh[number, default: []].append(key) }
    if fresh.count > Self.mostFresh { try flush() }
  }

  /// To be called before the transaction ends.
  func flush() throws {
    for (number, keys) in fresh.sorted(by: { $0.key < $1.key }) {
      for key in keys {
        try mark.add(.integer(number), .init(key.published), .integer(key.row))
      }
    }
    try mark.flush()
    fresh.removeAll(keepingCapacity: true)
  }

  /// The texts of which it is a copy; those that share most marks are compared first.
  private func copies(
    of marks: CopyMarks, _ numbers: [Int64], published: Int
  ) throws -> Set<Int64> {
    var shared: [Int64: Int] = [:]
    for number in numbers {
      for key in try articles(under: number, published: published) {
        shared[key.row, default: 0] += 1
      }
    }
    var texts: Set<Int64> = []
    var others = 0
    // There may be hundreds: as one number each they are sorted without comparing pairs.
    let order = shared.map { (Int64(numbers.count - $0.value) << Self.rowBits) | $0.key }.sorted()
    for place in order where others < Self.most.texts {
      let article = place & ((1 << Self.rowBits) - 1)
      guard let text = try text(of: article), !texts.contains(text) else { continue }
      others += 1
      if try marks.isCopy(of: stored(article)) { texts.insert(text) }
    }
    return texts
  }

  /// The earliest articles with a mark, of those that are near enough.
  private func articles(under number: Int64, published: Int) throws -> [ArticleKey] {
    var found: [ArticleKey] = []
    try find.run([.integer(number), .init(published), .init(CopyMarks.reach)]) { row in
      found.append(ArticleKey(published: row[0], row: Int64(row[1])))
      return true
    }
    guard let fresh = fresh[number] else { return found }
    // From the moment of an article without a date nothing can be taken.
    let first = max(published, .min + CopyMarks.reach) - CopyMarks.reach
    let last = published + CopyMarks.reach
    found += fresh.filter { first <= $0.published && $0.published <= last }
    found.sort { ($0.published, $0.row) < ($1.published, $1.row) }
    return Array(found.prefix(Self.most.articles))
  }

  private func text(of article: Int64) throws -> Int64? {
    var text: Int64?
    try findText.run([.integer(article)]) { row in
      text = Int64(row[0])
      return false
    }
    return text
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
