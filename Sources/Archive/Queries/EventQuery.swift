import EventData
import GRDB

extension ArchiveReader {
  /// Events, those of the newest article first and in the order of its text.
  ///
  /// `filter.actors` asks for events whose source or target is any of these actors; the rest of
  /// the filter restricts the articles.
  package func events(
    _ filter: ArticleFilter, after: EventKey? = nil, limit: Int
  ) throws(ArchiveError) -> [EventRow] {
    try read { db in
      let rows: [CodedRow<Event>] = try CodedRowSelection(searches: searches).rows(
        filter, after: after.map { CodedRowKey(published: $0.published, id: $0.id) },
        limit: limit, db)
      let articles = FindingArticles(db)
      return try rows.map { row in
        let article = try articles.article(row.article.row)
        return EventRow(
          id: row.key.id, article: row.article, outlet: article.outlet,
          published: article.published, event: row.finding,
          sentence: try articles.text(row.article.row).text(of: row.finding.sentence))
      }
    }
  }
}
