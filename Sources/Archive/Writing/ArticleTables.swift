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
  private let find: PreparedQuery
  private let findPage: PreparedQuery
  private let line: PreparedQuery
  private let text: PreparedQuery
  private var total = (articles: 0, statements: 0, events: 0, figures: 0)

  init(_ db: Database, names: Interner) throws {
    self.db = db
    self.names = names
    index = SearchIndex(db, table: "article_fts", columns: ["text", "said"])
    let stored = """
      SELECT id, published, fingerprint, coder, outlet, statements, events, figures FROM article
      """
    find = try PreparedQuery(db, stored + " WHERE external_id = ?")
    findPage = try PreparedQuery(db, stored + " WHERE page = ?")
    line = try PreparedQuery(
      db,
      """
      INSERT INTO article (id, external_id, published, precision, outlet, title, url, path,
        language, statements, events, figures, coder, fingerprint, page, escalating)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    text = try PreparedQuery(
      db,
      """
      INSERT INTO article_text (id, body_start, headings, furniture, text, original)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
  }

  func stored(externalID: String) throws -> Stored? {
    try stored(find, .text(externalID))
  }

  /// What is stored of the same page of the web.
  func stored(page url: String?) throws -> Stored? {
    try PageAddress.number(of: url).flatMap { try stored(findPage, .integer($0)) }
  }

  private func stored(_ find: PreparedQuery, _ value: ColumnValue) throws -> Stored? {
    var stored: Stored?
    try find.run([value]) { row in
      stored = Stored(
        key: ArticleKey(published: row[1], row: Int64(row[0])), fingerprint: Int64(row[2]),
        coderVersion: row.text(3) ?? "", outlet: row.id(4), statements: row[5], events: row[6],
        figures: row[7])
      return false
    }
    return stored
  }

  func insert(_ item: PreparedImport, coderVersion: String) throws -> ArticleKey {
    total.articles += 1
    return try write(item, row: nil, coderVersion: coderVersion)
  }

  /// What is stored of an article; to be read before its coding goes.
  func coded(_ stored: Stored) throws -> CodedArticle {
    guard let coded = try StoredArticle(row: stored.key.row, db)?.coded else {
      throw ArchiveError.corrupt("article \(stored.key.row) has no text")
    }
    return coded
  }

  /// The same article under new coding: only what the coder found changes.
  func update(
    _ stored: Stored, _ old: SearchableText, by item: PreparedImport, coderVersion: String
  ) throws {
    let coded = item.coded
    if item.search != old {
      index.remove(stored.key.row, old.columns)
      index.add(stored.key.row, item.search.columns)
    }
    try PreparedQuery(
      db,
      """
      UPDATE article SET statements = ?, events = ?, figures = ?, coder = ?, escalating = ?
      WHERE id = ?
      """
    ).run(
      .init(coded.statements.count), .init(coded.events.count), .init(coded.figures.count),
      .text(coderVersion), .init(coded.escalatingEvents), .integer(stored.key.row))
    count(stored, by: -1)
    count(coded, outlet: stored.outlet, by: 1)
  }

  func replace(
    _ stored: Stored, _ old: SearchableText, by item: PreparedImport, coderVersion: String
  ) throws -> ArticleKey {
    let row = stored.key.row
    index.remove(row, old.columns)
    for table in ["article", "article_text"] {
      try PreparedQuery(db, "DELETE FROM \(table) WHERE id = ?").run(.integer(row))
    }
    count(stored, by: -1)
    return try write(item, row: row, coderVersion: coderVersion)
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
    _ item: PreparedImport, row: Int64?, coderVersion: String
  ) throws -> ArticleKey {
    let article = item.coded.article
    let published = article.published?.epoch ?? ArticleKey.undated
    let outlet = try article.outlet.map(names.outlet)
    try line.run(
      .init(row), .text(article.id), .init(published), .init(article.published.precision),
      .init(outlet),
      .init(article.title), .init(article.url), .text(article.path), .init(article.language),
      .init(item.coded.statements.count), .init(item.coded.events.count),
      .init(item.coded.figures.count), .text(coderVersion),
      .integer(item.fingerprint), .init(PageAddress.number(of: article.url)),
      .init(item.coded.escalatingEvents))
    let row = row ?? db.lastInsertedRowID
    try text.run(
      .integer(row), .init(article.bodyStart), .blob(item.headings), .blob(item.furniture),
      .blob(item.text), item.original.map(ColumnValue.blob) ?? .null)
    index.add(row, item.search.columns)
    count(item.coded, outlet: outlet, by: 1)
    return ArticleKey(published: published, row: row)
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
