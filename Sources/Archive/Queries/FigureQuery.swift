import EventData
import GRDB

/// A figure with what a list needs to show and open it.
package struct FigureRow: Hashable, Sendable, Identifiable {
  package var id: Int64
  package var article: ArticleKey
  package var outlet: String?
  package var published: PublicationDate?
  package var figure: Figure
  package var key: EventKey { EventKey(published: article.published, id: id) }
}

extension ArchiveReader {
  /// Figures, those of the newest article first and in the order of its text.
  ///
  /// A filter restricts the articles; by actors, to those that mention them all.
  package func figures(
    _ filter: ArticleFilter, after: EventKey? = nil, limit: Int
  ) throws(ArchiveError) -> [FigureRow] {
    try read { db in
      let rows: [CodedRow<Figure>] = try CodedRowSelection(searches: searches).rows(
        filter, after: after.map { CodedRowKey(published: $0.published, id: $0.id) },
        limit: limit, db)
      let articles = FindingArticles(db)
      return try rows.map { row in
        let article = try articles.article(row.article.row)
        return FigureRow(
          id: row.key.id, article: row.article, outlet: article.outlet,
          published: article.published, figure: row.finding)
      }
    }
  }
}
