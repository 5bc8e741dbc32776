import EventData
import GRDB

/// Writes what an article is: its line in the list, its text, its original, its words.
final class ArticleTables {
  /// What is known of an article that the archive holds already.
  struct Stored {
    var key: ArticleKey
    var fingerprint: Int64
    var coderVersion: String
    var outlet: Int64?
    var statements: Int
    var events: Int
    var figures: Int
  }

  private let db: Database
  private let names: Interner
  private let index: SearchIndex
  private let find: GRDB.Statement
  private let line: PreparedQuery
  private let text: PreparedQuery
  private let original: PreparedQuery
  private var total = (articles: 0, statements: 0, events: 0, figures: 0)

  init(_ db: Database, names: Interner) throws {
    self.db = db
    self.names = names
    index = SearchIndex(db, table: "article_fts", columns: ["text"])
    find = try db.cachedStatement(
      sql: """
        SELECT id, published, fingerprint, coder, outlet, statements, events, figures
        FROM article WHERE external_id = ?
        """)
    line = try PreparedQuery(
      db,
      """
      INSERT INTO article (id, external_id, published, precision, outlet, title, url, path,
        language, statements, events, figures, coder, fingerprint)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    text = try PreparedQuery(
      db,
      """
      INSERT INTO article_text (id, body_start, headings, furniture, text) VALUES (?, ?, ?, ?, ?)
      """)
    original = try PreparedQuery(db, "INSERT INTO article_original (id, bytes) VALUES (?, ?)")
  }

  func stored(externalID: String) throws -> Stored? {
    try Row.fetchOne(find, arguments: [externalID.storable]).map { row in
      Stored(
        key: ArticleKey(
          published: try row.decode(Int.self, atIndex: 1),
          row: try row.decode(Int64.self, atIndex: 0)),
        fingerprint: try row.decode(Int64.self, atIndex: 2),
        coderVersion: try row.decode(String.self, atIndex: 3),
        outlet: try row.decode(Int64?.self, atIndex: 4),
        statements: try row.decode(Int.self, atIndex: 5),
        events: try row.decode(Int.self, atIndex: 6),
        figures: try row.decode(Int.self, atIndex: 7))
    }
  }

  func insert(
    _ item: CodedImport, coderVersion: String, fingerprint: Int64
  ) throws -> ArticleKey {
    total.articles += 1
    return try write(item, row: nil, coderVersion: coderVersion, fingerprint: fingerprint)
  }

  /// The same article under new coding: only what the coder found changes.
  func update(_ stored: Stored, coded: CodedArticle, coderVersion: String) throws {
    try PreparedQuery(
      db, "UPDATE article SET statements = ?, events = ?, figures = ?, coder = ? WHERE id = ?"
    ).run(
      .init(coded.statements.count), .init(coded.events.count), .init(coded.figures.count),
      .text(coderVersion), .integer(stored.key.row))
    count(stored, by: -1)
    count(coded, outlet: stored.outlet, by: 1)
  }

  func replace(
    _ stored: Stored, by item: CodedImport, coderVersion: String, fingerprint: Int64
  ) throws -> ArticleKey {
    let row = stored.key.row
    let old = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM article_search WHERE id = ?"), arguments: [row])
    index.remove(row, [old])
    for table in ["article", "article_text", "article_original"] {
      try PreparedQuery(db, "DELETE FROM \(table) WHERE id = ?").run(.integer(row))
    }
    count(stored, by: -1)
    return try write(item, row: row, coderVersion: coderVersion, fingerprint: fingerprint)
  }

  func finish() throws {
    try index.finish()
    try PreparedQuery(
      db,
      """
      UPDATE tally SET articles = articles + ?, statements = statements + ?,
        events = events + ?, figures = figures + ?
      """
    ).run(
      .init(total.articles), .init(total.statements), .init(total.events), .init(total.figures))
  }

  /// - Parameter row: nil for an article that has none yet.
  private func write(
    _ item: CodedImport, row: Int64?, coderVersion: String, fingerprint: Int64
  ) throws -> ArticleKey {
    let article = item.coded.article
    let published = article.published?.epoch ?? ArticleKey.undated
    let precision = article.published.map { $0.secondOfDay == nil ? 1 : 2 } ?? 0
    let outlet = try article.outlet.map(names.outlet)
    try line.run(
      .init(row), .text(article.id), .init(published), .init(precision), .init(outlet),
      .init(article.title), .init(article.url), .text(article.path), .init(article.language),
      .init(item.coded.statements.count), .init(item.coded.events.count),
      .init(item.coded.figures.count), .text(coderVersion), .integer(fingerprint))
    let row = row ?? db.lastInsertedRowID
    let bytes = Array(article.text.utf8)
    try text.run(
      .integer(row), .init(article.bodyStart), .blob(PackedHeadings.pack(article.headings)),
      .blob(PackedFurniture.pack(article.furniture)), .blob(bytes))
    try original.run(.integer(row), item.original == bytes ? .null : .blob(item.original))
    index.add(row, [searchable(article)])
    count(item.coded, outlet: outlet, by: 1)
    return ArticleKey(published: published, row: row)
  }

  /// What the index reads; must be what the view `article_search` tells of the stored article.
  private func searchable(_ article: Article) -> String {
    guard article.bodyStart == 0, let title = article.title else { return article.text }
    return title + "\n" + article.text
  }

  private func count(_ coded: CodedArticle, outlet: Int64?, by sign: Int) {
    if let outlet { names.count(outlet: outlet, by: sign) }
    total.statements += sign * coded.statements.count
    total.events += sign * coded.events.count
    total.figures += sign * coded.figures.count
  }

  private func count(_ stored: Stored, by sign: Int) {
    if let outlet = stored.outlet { names.count(outlet: outlet, by: sign) }
    total.statements += sign * stored.statements
    total.events += sign * stored.events
    total.figures += sign * stored.figures
  }
}
