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
      let keys = try CodedRowSelection(table: .figure, searches: searches).keys(
        filter, after: after.map { CodedRowKey(published: $0.published, id: $0.id) },
        limit: limit, db)
      return try Array(db.rows(FigureRow.sql, ids: keys.map(\.id)).map(FigureRow.init(row:)))
    }
  }
}

extension FigureRow {
  fileprivate static let sql = """
    SELECT f.id, f.published, a.precision, o.name, f.quantity, f.qualifier, f.unit, f.subject,
      f.is_stock, f.origin, f.spans, f.lower
    FROM wanted CROSS JOIN figure f ON f.id = wanted.id
      CROSS JOIN article a ON a.id = f.article LEFT JOIN outlet o ON o.id = a.outlet
    """

  fileprivate init(row: Row) throws {
    let id = try row.decode(Int64.self, atIndex: 0)
    let published = try row.decode(Int.self, atIndex: 1)
    let spans = try row.unpack(at: 10, SentenceSpans.init(packed:))
    self.init(
      id: id, article: ArticleKey(published: published, row: CodedRowID.article(of: id)),
      outlet: try row.decode(String?.self, atIndex: 3),
      published: PublicationDate(
        published: published, precision: try row.decode(Int.self, atIndex: 2)),
      figure: Figure(
        sentence: spans.sentence, quantity: try row.decode(Double.self, atIndex: 4),
        lower: try row.decode(Double?.self, atIndex: 11),
        qualifier: try row.decode(String?.self, atIndex: 5),
        unit: try row.decode(String.self, atIndex: 6),
        subject: try row.decode(String?.self, atIndex: 7),
        isStock: try row.decode(Bool.self, atIndex: 8),
        origin: try row.decode(String?.self, atIndex: 9), spans: spans.spans))
  }
}
