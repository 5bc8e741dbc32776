import EventData
import Foundation
import GRDB

extension ArchiveReader {
  /// The whole of one article with everything found in it; nil when there is no such row.
  package func article(_ row: Int64) throws(ArchiveError) -> StoredArticle? {
    try read { db in
      guard var article = try StoredArticle(row: row, db) else { return nil }
      article.copies = try ArticleRow.copies(of: row, db)
      article.versions = try ArticleVersion.versions(of: row, db)
      try article.readMarks(db)
      return article
    }
  }

  /// The row of the article with this id; nil when the archive does not hold it.
  package func row(ofArticle id: String) throws(ArchiveError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM article WHERE external_id = ?"),
        arguments: [id.storable])
    }
  }
}

extension StoredArticle {
  fileprivate mutating func readMarks(_ db: Database) throws {
    let tables = MarkTables(db: db)
    marks = try tables.marks(MarkTables.Key(article: key.row, kind: .article, words: 0))
    let found = try tables.marks(ofSentencesIn: key.row)
    if found.isEmpty { return }
    let text = Array(coded.article.text.utf8)
    let sentences =
      coded.statements.map { (MarkKind.statement, $0.sentence) }
      + coded.events.map { (MarkKind.event, $0.sentence) }
    var seen: Set<MarkTables.Key> = []
    for (kind, sentence) in sentences.sorted(by: { $0.1 < $1.1 }) {
      let words = TextWords(text.part(sentence)).digest
      let key = MarkTables.Key(article: key.row, kind: kind, words: words)
      guard let marks = found[key], seen.insert(key).inserted else { continue }
      sentenceMarks.append(SentenceMarks(sentence: sentence, marks: marks))
    }
  }
}

extension ArticleRow {
  /// The newest first.
  fileprivate static func copies(of row: Int64, _ db: Database) throws -> [ArticleRow] {
    var keys: [ArticleKey] = []
    try PreparedQuery(
      db,
      """
      SELECT a.published, a.id FROM article_copy c CROSS JOIN article_copy s ON s.text = c.text
        CROSS JOIN article a ON a.id = s.article
      WHERE c.article = ?1 AND a.id <> ?1 ORDER BY 1 DESC, 2 DESC
      """
    ).run([.integer(row)]) { row in
      keys.append(ArticleKey(published: row[0], row: Int64(row[1])))
      return true
    }
    return try rows(keys, db)
  }
}

extension StoredArticle {
  init?(row: Int64, _ db: Database) throws {
    let sql = """
      SELECT \(Article.columns), a.published, a.coder
      FROM article a JOIN article_text t ON t.id = a.id LEFT JOIN outlet o ON o.id = a.outlet
      WHERE a.id = ?
      """
    guard let line = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [row])
    else { return nil }
    var coded = CodedArticle(article: try Article(row: line))
    try coded.readMentions(row: row, db)
    try coded.readFindings(row: row, db)
    self.init(
      key: ArticleKey(published: try line.decode(Int.self, atIndex: 12), row: row), coded: coded,
      coderVersion: try line.decode(String.self, atIndex: 13))
  }
}

extension Article {
  /// Twelve columns, of `a`, its text `t` and its outlet `o`.
  static let columns = """
    a.external_id, a.path, a.title, a.published, a.precision, o.name, a.url, a.language, \
    t.body_start, t.headings, t.furniture, t.text
    """

  init(row: Row) throws {
    let text = String(decoding: try ByteText(row: row, at: 11).bytes, as: UTF8.self)
    // `body` begins there and would trap outside of the text.
    let bodyStart = min(max(0, try row.decode(Int.self, atIndex: 8)), text.utf8.count)
    self.init(
      id: try row.decode(String.self, atIndex: 0), path: try row.decode(String.self, atIndex: 1),
      title: try row.decode(String?.self, atIndex: 2),
      published: PublicationDate(
        published: try row.decode(Int.self, atIndex: 3),
        precision: try row.decode(Int.self, atIndex: 4)),
      outlet: try row.decode(String?.self, atIndex: 5),
      url: try row.decode(String?.self, atIndex: 6),
      language: try row.decode(String?.self, atIndex: 7),
      text: text, bodyStart: bodyStart,
      headings: try row.unpack(at: 9, PackedHeadings.unpack),
      furniture: try row.unpack(at: 10, PackedFurniture.unpack))
  }
}

extension CodedArticle {
  fileprivate mutating func readMentions(row: Int64, _ db: Database) throws {
    let sql = "SELECT sentences, actors, regions FROM article_coding WHERE id = ?"
    guard let line = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [row])
    else { throw ArchiveError.corrupt("article \(row) has no coding") }
    sentences = try line.unpack(at: 0, PackedSentences.unpack)
    actors = try line.unpack(at: 1, PackedMentions.init(packed:)).groups.map { group in
      guard let actor = try PoliticalActor(form: group.row, db) else {
        throw ArchiveError.corrupt("no actor form \(group.row)")
      }
      return ActorMentions(actor: actor, mentions: group.mentions)
    }
    regions = try line.unpack(at: 2, PackedMentions.init(packed:)).groups.map { group in
      guard let region = try Region(id: group.row, db) else {
        throw ArchiveError.corrupt("no region \(group.row)")
      }
      return RegionMentions(region: region, mentions: group.mentions)
    }
  }

  fileprivate mutating func readFindings(row: Int64, _ db: Database) throws {
    let stored = try StoredFindings(db)
    statements = try stored.all(in: row)
    events = try stored.all(in: row)
    figures = try stored.all(in: row)
  }
}
