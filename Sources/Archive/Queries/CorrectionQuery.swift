import Escalation
import EventData
import GRDB

/// A correction as a list of them shows it.
package struct CorrectionRow: Hashable, Sendable, Identifiable {
  package var correction: Correction
  /// The event, or the whole article; without a number where the article is coded otherwise now.
  package var reference: EventReference
  /// What was coded; nil for “none”, and of links and dismissals.
  package var coded: String?

  package var id: Int64 { correction.id }
}

/// A level that a person has set, with what a list of them shows.
package struct AnalystLevelRow: Hashable, Sendable, Identifiable {
  package var id: Int64
  package var level: AnalystLevel
  /// Seconds since 1970 UTC.
  package var made: Int
  package var isUndone: Bool
}

extension ArchiveReader {
  /// All corrections, the latest first.
  package func corrections() throws(ArchiveError) -> [CorrectionRow] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(Correction.columns) FROM correction c ORDER BY c.id DESC"
      ).map { try CorrectionRow(Correction(row: $0, at: 0), db) }
    }
  }

  /// All levels that persons have set, the latest first.
  package func analystLevels() throws(ArchiveError) -> [AnalystLevelRow] {
    try read { db in
      let sql = """
        SELECT level, since, until, reason, author, id, made, is_undone FROM analyst_level
        ORDER BY id DESC
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        AnalystLevelRow(
          id: try row.decode(Int64.self, atIndex: 5), level: try AnalystLevel(row: row),
          made: try row.decode(Int.self, atIndex: 6),
          isUndone: try row.decode(Bool.self, atIndex: 7))
      }
    }
  }
}

extension CorrectionRow {
  fileprivate init(_ correction: Correction, _ db: Database) throws {
    self.init(
      correction: correction,
      reference: EventReference(article: correction.article, number: nil))
    guard !correction.indicator.isEmpty else {
      coded = try Int.fetchOne(
        db,
        sql: "SELECT published FROM article WHERE external_id = ? AND precision > 0",
        arguments: [correction.article]
      ).map { Day(number: $0 / 86_400).iso }
      return
    }
    let stored = try StoredFindings(db)
    let same = try Int64.fetchAll(
      db.cachedStatement(sql: Self.sql), arguments: [correction.article, correction.words]
    ).filter { try stored.event($0).indicator == correction.indicator }
    guard same.indices.contains(correction.place) else { return }
    let row = same[correction.place]
    reference.number = CodedRowID.number(of: row)
    coded = Self.coded(correction.field, try stored.event(row))
  }

  /// In the order of the text.
  private static let sql = """
    SELECT l.id
    FROM article a JOIN ledger_entry l ON l.id BETWEEN a.id << 16 AND a.id << 16 | 65535
    WHERE a.external_id = ? AND l.words = ? ORDER BY l.id DESC
    """

  private static func coded(_ field: Correction.Field, _ event: Event) -> String? {
    switch field {
    case .status: event.status.rawValue
    case .source: event.source?.name
    case .target: event.target?.name
    case .origin: event.origin
    case .date: event.date?.first.iso
    case .published, .link, .dismissed: nil
    }
  }
}
