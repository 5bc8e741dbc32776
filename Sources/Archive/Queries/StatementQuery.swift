import EventData
import GRDB

extension ArchiveReader {
  /// Statements, those of the newest article first and in the order of its text.
  ///
  /// `filter.actors` asks for statements *by* any of these actors, `act:` for those that do this;
  /// the rest of the filter restricts the articles.
  package func statements(
    _ filter: ArticleFilter, after: StatementKey? = nil, limit: Int
  ) throws(ArchiveError) -> [StatementRow] {
    try read { db in
      let rows: [CodedRow<EventData.Statement>] = try CodedRowSelection(searches: searches).rows(
        filter, after: after.map { CodedRowKey(published: $0.published, id: $0.id) },
        limit: limit, db)
      let articles = FindingArticles(db)
      return try rows.map { row in
        let article = try articles.article(row.article.row)
        let text = try articles.text(row.article.row)
        return StatementRow(
          id: row.key.id, article: row.article, outlet: article.outlet,
          published: article.published, statement: row.finding,
          content: row.finding.contentSpans.map(text.text(of:)).joined(separator: " … "),
          cue: row.finding.cueSpans.map(text.text(of:)).joined(separator: " … "))
      }
    }
  }
}
