import EventData
import Foundation
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
      let keys = try CodedRowSelection(table: .event, searches: searches).keys(
        filter, after: after.map { CodedRowKey(published: $0.published, id: $0.id) },
        limit: limit, db)
      return try Array(db.rows(EventRow.sql, ids: keys.map(\.id)).map(EventRow.init(row:)))
    }
  }
}

extension EventRow {
  fileprivate static let sql = """
    SELECT \(Event.columns), e.id, e.published, a.precision, o.name, t.text
    FROM wanted CROSS JOIN event e ON e.id = wanted.id
      CROSS JOIN article a ON a.id = e.article CROSS JOIN article_text t ON t.id = e.article
      LEFT JOIN outlet o ON o.id = a.outlet
      \(Event.joins)
    """

  fileprivate init(row: Row) throws {
    let id = try row.decode(Int64.self, atIndex: 20)
    let published = try row.decode(Int.self, atIndex: 21)
    let event = try Event(row: row)
    self.init(
      id: id,
      article: ArticleKey(published: published, row: CodedRowID.article(of: id)),
      outlet: try row.decode(String?.self, atIndex: 23),
      published: PublicationDate(
        published: published, precision: try row.decode(Int.self, atIndex: 22)),
      event: event, sentence: try ByteText(row: row, at: 24).text(of: event.sentence))
  }
}

extension Event {
  /// Twenty columns, of `e` and the joined source and target.
  static let columns = """
    e.spans, e.category, e.mode, e.cameo, e.goldstein, e.indicator, e.status, e.origin, \
    e.region, e.day, e.precision, e.rule, e.source, sp.external_id, sf.name, sf.code, \
    e.target, tp.external_id, tf.name, tf.code
    """
  static let joins = """
    LEFT JOIN actor_form sf ON sf.id = e.source_form LEFT JOIN actor sp ON sp.id = e.source
    LEFT JOIN actor_form tf ON tf.id = e.target_form LEFT JOIN actor tp ON tp.id = e.target
    """

  init(row: Row) throws {
    let spans = try row.unpack(at: 0, SentenceSpans.init(packed:))
    self.init(
      sentence: spans.sentence, source: try ActorReference(row: row, at: 12),
      target: try ActorReference(row: row, at: 16), category: try row.value(at: 1),
      mode: try row.decode(String?.self, atIndex: 2),
      cameo: try row.decode(String.self, atIndex: 3),
      goldstein: try row.decode(Double.self, atIndex: 4),
      indicator: try row.decode(String?.self, atIndex: 5), status: try row.value(at: 6),
      origin: try row.decode(String?.self, atIndex: 7),
      region: try row.decode(String?.self, atIndex: 8), date: try EventDate(row: row, at: 9),
      rule: try row.decode(String.self, atIndex: 11), spans: spans.spans)
  }
}

extension EventDate {
  fileprivate init?(row: Row, at index: Int) throws {
    guard let day = try row.decode(Int?.self, atIndex: index) else { return nil }
    self.init(first: Day(number: day), precision: try row.value(at: index + 1))
  }
}
