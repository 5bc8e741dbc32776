import EventData
import GRDB

/// What an article said before it was revised.
package struct ArticleVersion: Hashable, Sendable {
  package var published: PublicationDate?
  package var title: String?
  /// As ``Article/text``.
  package var text: String
}

extension ArticleVersion {
  /// The latest first.
  static func versions(of article: Int64, _ db: Database) throws -> [ArticleVersion] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT published, precision, title, text FROM article_version WHERE article = ?
          ORDER BY published DESC, id DESC
          """), arguments: [article]
    ).map { row in
      ArticleVersion(
        published: PublicationDate(
          published: try row.decode(Int.self, atIndex: 0),
          precision: try row.decode(Int.self, atIndex: 1)),
        title: try row.decode(String?.self, atIndex: 2),
        text: String(decoding: try ByteText(row: row, at: 3).bytes, as: UTF8.self))
    }
  }
}
