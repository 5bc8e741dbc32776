import Escalation
import EventData
import GRDB

/// Alerts of one rule that begin on one day, as one line, with what has become of them.
package struct AlertRow: Hashable, Sendable, Identifiable {
  /// The strongest of them, and the id under which it is stored.
  package var alert: Alert
  package var id: Int64
  /// The indicator of its event.
  package var indicator: String?
  /// How many they are, and of what the others tell.
  package var count = 1
  package var others: [String] = []
  /// Events of the ledger that show it; not all of them where there are very many.
  package var events: [Int64]
  /// Who has seen them all; nil while one is open.
  package var acknowledgedBy: String?

  fileprivate static let mostEvents = 300
}

extension ArchiveReader {
  /// Alerts up to a day, the newest first; of one day the open ones first, and then the
  /// weightiest.
  ///
  /// - Parameter events: only alerts about one of these; nil for all.
  package func alerts(
    through day: Day, about events: Set<Int64>? = nil, limit: Int
  ) throws(ArchiveError) -> [AlertRow] {
    try read { db in
      let cursor = try Row.fetchCursor(
        db.cachedStatement(sql: AlertRow.sql), arguments: [day.number])
      var found: [AlertRow] = []
      var today: [AlertRow] = []
      while let row = try cursor.next() {
        let next = try AlertRow(row: row)
        if next.alert.day != today.first?.alert.day {
          found += AlertRow.lines(today)
          today = []
          if found.count >= limit { break }
        }
        if events.map({ !$0.isDisjoint(with: next.events) }) ?? true { today.append(next) }
      }
      return Array((found + AlertRow.lines(today)).prefix(limit))
    }
  }

  /// The first day of the ledger.
  package func firstEscalationDay() throws(ArchiveError) -> Day? {
    try read { db in try DayUpdate.firstDay(db).map(Day.init(number:)) }
  }
}

extension ArchiveWriter {
  /// Notes that somebody has seen an alert, and those that share its line.
  ///
  /// - Returns: false when there is no such alert.
  package func acknowledge(
    _ alert: Int64, by author: String, at moment: Int
  ) throws(ArchiveError) -> Bool {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO alert_acknowledged (id, author, made)
          SELECT a.id, ?, ? FROM alert one JOIN alert a ON a.day = one.day AND a.rule = one.rule
          WHERE one.id = ?
          """, arguments: [author, moment, alert])
      return db.changesCount > 0
    }
  }
}

extension AlertRow {
  fileprivate static let sql = """
    SELECT \(Alert.columns), a.id, v.indicator, k.author,
      CASE WHEN a.rule = 'date' THEN (
        SELECT l.event FROM article x CROSS JOIN ledger_entry l
          ON l.id BETWEEN x.id << 16 AND x.id << 16 | 65535
        WHERE x.external_id = a.scope AND l.is_dated = 1 AND l.status = 'occurred'
          AND l.event IS NOT NULL ORDER BY l.day DESC, l.id LIMIT 1) END
    FROM alert a LEFT JOIN ledger_event v ON v.id = a.event
      LEFT JOIN alert_acknowledged k ON k.id = a.id
    WHERE a.day <= ? ORDER BY a.day DESC
    """

  fileprivate init(row: Row) throws {
    let alert = try Alert(row: row)
    let event = try alert.event ?? row.decode(Int64?.self, atIndex: 11)
    self.init(
      alert: alert, id: try row.decode(Int64.self, atIndex: 8),
      indicator: try row.decode(String?.self, atIndex: 9), events: event.map { [$0] } ?? [],
      acknowledgedBy: try row.decode(String?.self, atIndex: 10))
  }

  /// The alerts of a day in the order in which they are shown: those of one rule are one line.
  fileprivate static func lines(_ alerts: [AlertRow]) -> [AlertRow] {
    let lines = Alert.Rule.allCases.compactMap { rule -> AlertRow? in
      let same = alerts.filter { $0.alert.rule == rule }.sorted {
        // The level, or BX, before its parts.
        let (a, b) = ($0.alert, $1.alert)
        return (a.scope == EscalationIndex.scope ? 0 : 1, -a.value, a.scope, $0.id)
          < (b.scope == EscalationIndex.scope ? 0 : 1, -b.value, b.scope, $1.id)
      }
      guard var line = same.first else { return nil }
      line.count = same.count
      line.events = Array(same.flatMap(\.events).prefix(mostEvents))
      for other in same.dropFirst() {
        if other.acknowledgedBy == nil { line.acknowledgedBy = nil }
        let scope = other.alert.scope
        if scope != line.alert.scope, !line.others.contains(scope) { line.others.append(scope) }
      }
      return line
    }
    let (open, seen) = lines.parted { $0.acknowledgedBy == nil }
    return open + seen
  }

  /// What happened, and of what else the same is told.
  package func text(_ terms: AlertTerms) -> String {
    let same = count - 1 - others.count
    return alert.text(terms, indicator: indicator, others: others)
      + (same > 0 ? ", and \(same) more" : "")
  }
}
