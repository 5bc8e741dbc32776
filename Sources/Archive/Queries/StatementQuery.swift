import EventData
import Foundation
import GRDB

extension ArchiveReader {
  /// Statements, those of the newest article first and in the order of its text.
  ///
  /// `filter.actors` asks for statements *by* any of these actors; the rest of the filter
  /// restricts the articles.
  package func statements(
    _ filter: ArticleFilter, after: StatementKey? = nil, limit: Int
  ) throws(ArchiveError) -> [StatementRow] {
    try read { db in
      let keys = try CodedRowSelection(
        table: .statement, searches: searches
      ).keys(
        filter, after: after.map { CodedRowKey(published: $0.published, id: $0.id) },
        limit: limit, db)
      return try Array(db.rows(StatementRow.sql, ids: keys.map(\.id)).map(StatementRow.init(row:)))
    }
  }
}

extension StatementRow {
  fileprivate static let sql = """
    SELECT \(EventData.Statement.columns), s.id, s.published, a.precision, o.name, t.text
    FROM wanted CROSS JOIN statement s ON s.id = wanted.id
      CROSS JOIN article a ON a.id = s.article CROSS JOIN article_text t ON t.id = s.article
      LEFT JOIN outlet o ON o.id = a.outlet
      \(EventData.Statement.joins)
    """

  fileprivate init(row: Row) throws {
    let id = try row.decode(Int64.self, atIndex: 11)
    let published = try row.decode(Int.self, atIndex: 12)
    let statement = try EventData.Statement(row: row)
    let text = try ByteText(row: row, at: 15)
    self.init(
      id: id,
      article: ArticleKey(published: published, row: CodedRowID.article(of: id)),
      outlet: try row.decode(String?.self, atIndex: 14),
      published: PublicationDate(
        published: published, precision: try row.decode(Int.self, atIndex: 13)),
      statement: statement,
      content: statement.contentSpans.map(text.text(of:)).joined(separator: " … "),
      cue: statement.cueSpans.map(text.text(of:)).joined(separator: " … "))
  }
}

extension EventData.Statement {
  /// Eleven columns, of `s` and the joined speaker.
  static let columns = """
    s.spans, s.kind, s.act, s.addressee, s.via, s.is_inner, s.rule, \
    s.speaker, p.external_id, f.name, f.code
    """
  static let joins = """
    LEFT JOIN actor_form f ON f.id = s.speaker_form LEFT JOIN actor p ON p.id = s.speaker
    """

  init(row: Row) throws {
    let spans = try row.unpack(at: 0, StatementSpans.init(packed:))
    self.init(
      sentence: spans.sentence, speaker: try ActorReference(row: row, at: 7),
      speakerSpan: spans.speaker, cueSpans: spans.cues, contentSpans: spans.contents,
      kind: try row.value(at: 1), act: try row.value(at: 2),
      addressee: try row.decode(String?.self, atIndex: 3),
      via: try row.decode(String?.self, atIndex: 4),
      isInner: try row.decode(Bool.self, atIndex: 5),
      rule: try row.decode(String.self, atIndex: 6))
  }
}
