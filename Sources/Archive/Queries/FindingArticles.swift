import EventData
import GRDB

/// What lists of findings tell of their articles. Of one article many findings follow each other:
/// it is read once.
final class FindingArticles {
  struct Article {
    var outlet: String?
    var published: PublicationDate?
  }

  private let db: Database
  private var last: (row: Int64, article: Article)?
  private var lastText: (row: Int64, text: ByteText)?

  init(_ db: Database) {
    self.db = db
  }

  func article(_ row: Int64) throws -> Article {
    if let last, last.row == row { return last.article }
    let sql = """
      SELECT o.name, a.published, a.precision FROM article a LEFT JOIN outlet o ON o.id = a.outlet
      WHERE a.id = ?
      """
    guard let line = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [row])
    else { throw ArchiveError.corrupt("no article \(row)") }
    let article = Article(
      outlet: try line.decode(String?.self, atIndex: 0),
      published: PublicationDate(
        published: try line.decode(Int.self, atIndex: 1),
        precision: try line.decode(Int.self, atIndex: 2)))
    last = (row, article)
    return article
  }

  func text(_ row: Int64) throws -> ByteText {
    if let lastText, lastText.row == row { return lastText.text }
    let sql = "SELECT text FROM article_text WHERE id = ?"
    guard let line = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [row])
    else { throw ArchiveError.corrupt("article \(row) has no text") }
    let text = try ByteText(row: line, at: 0)
    lastText = (row, text)
    return text
  }
}
