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
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: Self.sql),
        arguments: [
          correction.article, correction.words, correction.indicator, correction.place,
        ])
    else { return }
    reference.number = CodedRowID.number(of: try row.decode(Int64.self, atIndex: 0))
    coded = try Self.column(of: correction.field).flatMap {
      try row.decode(String?.self, atIndex: $0)
    }
  }

  private static let sql = """
    SELECT l.id, e.status, sf.name, tf.name, e.origin, date(e.day * 86400, 'unixepoch')
    FROM article a JOIN ledger_entry l ON l.id BETWEEN a.id << 16 AND a.id << 16 | 65535
      JOIN event e ON e.id = l.id
      LEFT JOIN actor_form sf ON sf.id = e.source_form
      LEFT JOIN actor_form tf ON tf.id = e.target_form
    WHERE a.external_id = ? AND l.words = ? AND e.indicator = ?
    ORDER BY l.id DESC LIMIT 1 OFFSET ?
    """

  private static func column(of field: Correction.Field) -> Int? {
    switch field {
    case .status: 1
    case .source: 2
    case .target: 3
    case .origin: 4
    case .date: 5
    case .published, .link, .dismissed: nil
    }
  }
}
