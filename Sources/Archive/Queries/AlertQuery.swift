import Escalation
import EventData
import GRDB

/// An alert with what has become of it.
package struct AlertRow: Hashable, Sendable, Identifiable {
  package var alert: Alert
  /// The id under which it was stored.
  package var id: Int64
  /// Who has seen it; nil while it is open.
  package var acknowledgedBy: String?
}

extension ArchiveReader {
  /// Alerts up to a day, the newest first and of one day the open ones first.
  package func alerts(through day: Day, limit: Int) throws(ArchiveError) -> [AlertRow] {
    try read { db in
      let sql = """
        SELECT a.id, a.rule, a.scope, a.day, a.value, a.threshold, a.event, a.days, k.author
        FROM alert a LEFT JOIN alert_acknowledged k ON k.id = a.id
        WHERE a.day <= ? ORDER BY a.day DESC, k.id IS NOT NULL, a.rule, a.scope, a.id LIMIT ?
        """
      return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [day.number, limit])
        .map(AlertRow.init(row:))
    }
  }
}

extension ArchiveWriter {
  /// Notes that somebody has seen an alert.
  ///
  /// - Returns: false when there is no such alert.
  package func acknowledge(
    _ alert: Int64, by author: String, at moment: Int
  ) throws(ArchiveError) -> Bool {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO alert_acknowledged (id, author, made)
          SELECT id, ?, ? FROM alert WHERE id = ?
          """, arguments: [author, moment, alert])
      return db.changesCount > 0
    }
  }
}

extension AlertRow {
  fileprivate init(row: Row) throws {
    self.init(
      alert: Alert(
        rule: try row.value(at: 1), scope: try row.decode(String.self, atIndex: 2),
        day: Day(number: try row.decode(Int.self, atIndex: 3)),
        value: try row.decode(Double.self, atIndex: 4),
        threshold: try row.decode(Double.self, atIndex: 5),
        event: try row.decode(Int64?.self, atIndex: 6),
        days: try row.decode(Int.self, atIndex: 7)),
      id: try row.decode(Int64.self, atIndex: 0),
      acknowledgedBy: try row.decode(String?.self, atIndex: 8))
  }
}
