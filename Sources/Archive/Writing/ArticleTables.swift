import EventData
import Foundation
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
  private var total = (articles: 0, statements: 0, events: 0, figures: 0)

  init(_ db: Database, names: Interner) {
    self.db = db
    self.names = names
  }

  func stored(externalID: String) throws -> Stored? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, published, fingerprint, coder, outlet, statements, events, figures
          FROM article WHERE external_id = ?
          """), arguments: [externalID.storable]
    ).map { row in
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
    let row = try write(item, row: nil, coderVersion: coderVersion, fingerprint: fingerprint)
    try execute(
      "INSERT INTO article_fts (rowid, text) VALUES (?, ?)", [row, searchable(item.coded.article)])
    total.articles += 1
    return key(of: item.coded.article, row: row)
  }

  /// The same article under new coding: only what the coder found changes.
  func update(_ stored: Stored, coded: CodedArticle, coderVersion: String) throws {
    try execute(
      "UPDATE article SET statements = ?, events = ?, figures = ?, coder = ? WHERE id = ?",
      [
        coded.statements.count, coded.events.count, coded.figures.count, coderVersion.storable,
        stored.key.row,
      ])
    count(stored, by: -1)
    count(coded, outlet: stored.outlet, by: 1)
  }

  func replace(
    _ stored: Stored, by item: CodedImport, coderVersion: String, fingerprint: Int64
  ) throws -> ArticleKey {
    // An index with external content has to be told what it forgets.
    try execute(
      """
      INSERT INTO article_fts (article_fts, rowid, text)
      SELECT 'delete', id, text FROM article_search WHERE id = ?
      """, [stored.key.row])
    count(stored, by: -1)
    _ = try write(
      item, row: stored.key.row, coderVersion: coderVersion, fingerprint: fingerprint)
    try execute(
      "INSERT INTO article_fts (rowid, text) VALUES (?, ?)",
      [stored.key.row, searchable(item.coded.article)])
    return key(of: item.coded.article, row: stored.key.row)
  }

  func finish() throws {
    try execute(
      """
      UPDATE tally SET articles = articles + ?, statements = statements + ?,
        events = events + ?, figures = figures + ?
      """, [total.articles, total.statements, total.events, total.figures])
  }

  /// - Parameter row: nil for an article that has none yet.
  private func write(
    _ item: CodedImport, row: Int64?, coderVersion: String, fingerprint: Int64
  ) throws -> Int64 {
    let article = item.coded.article
    let outlet = try article.outlet.map(names.outlet)
    try execute(
      """
      INSERT OR REPLACE INTO article (id, external_id, published, precision, outlet, title, url,
        path, language, statements, events, figures, coder, fingerprint)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row, article.id.storable, article.published?.epoch ?? ArticleKey.undated,
        article.published.map { $0.secondOfDay == nil ? 1 : 2 } ?? 0, outlet,
        article.title?.storable, article.url?.storable, article.path.storable,
        article.language?.storable, item.coded.statements.count, item.coded.events.count,
        item.coded.figures.count, coderVersion.storable, fingerprint,
      ])
    let row = row ?? db.lastInsertedRowID
    try execute(
      """
      INSERT OR REPLACE INTO article_text (id, body_start, headings, furniture, text)
      VALUES (?, ?, ?, ?, ?)
      """,
      [
        row, article.bodyStart, PackedHeadings.pack(article.headings),
        PackedFurniture.pack(article.furniture), Data(article.text.utf8),
      ])
    let isText = item.original.elementsEqual(article.text.utf8)
    try execute(
      "INSERT OR REPLACE INTO article_original (id, bytes) VALUES (?, ?)",
      [row, isText ? nil : Data(item.original)])
    count(item.coded, outlet: outlet, by: 1)
    return row
  }

  private func key(of article: Article, row: Int64) -> ArticleKey {
    ArticleKey(published: article.published?.epoch ?? ArticleKey.undated, row: row)
  }

  /// What the index reads; must be what the view `article_search` tells of the stored article.
  private func searchable(_ article: Article) -> String {
    let text = article.text.storable
    guard article.bodyStart == 0, let title = article.title else { return text }
    return title.storable + "\n" + text
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

  private func execute(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
