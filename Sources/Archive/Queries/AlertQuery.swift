import Escalation
import EventData
import GRDB

/// Alerts of one rule about the same on one day, as one line, with what has become of them.
package struct AlertRow: Hashable, Sendable, Identifiable {
  /// The first of them, and the id under which it is stored.
  package var alert: Alert
  package var id: Int64
  /// How many they are.
  package var count = 1
  /// Events of the ledger that show it; not all of them where there are very many.
  package var events: [Int64]
  /// Who has seen them all; nil while one is open.
  package var acknowledgedBy: String?

  fileprivate static let mostEvents = 300
}

extension ArchiveReader {
  /// Alerts up to a day, the newest first and of one day the open ones first.
  ///
  /// - Parameter events: only alerts about one of these; nil for all.
  package func alerts(
    through day: Day, about events: Set<Int64>? = nil, limit: Int
  ) throws(ArchiveError) -> [AlertRow] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT a.id, a.rule, a.scope, a.day, a.value, a.threshold, a.event, a.days, k.author
            FROM alert a LEFT JOIN alert_acknowledged k ON k.id = a.id
            WHERE a.day <= ? ORDER BY a.day DESC, a.rule, a.scope, a.id
            """), arguments: [day.number])
      var found: [AlertRow] = []
      while let row = try rows.next() {
        let next = try AlertRow(row: row)
        if let events, !(next.alert.event.map(events.contains) ?? false) { continue }
        if found.last?.isAbout(sameAs: next) ?? false {
          found[found.count - 1].fold(next)
        } else if found.count == limit {
          break
        } else {
          found.append(next)
        }
      }
      // The order of one day's lines is that of letters else.
      return found.enumerated().sorted { a, b in
        (b.element.alert.day, a.element.acknowledgedBy == nil ? 0 : 1, a.offset)
          < (a.element.alert.day, b.element.acknowledgedBy == nil ? 0 : 1, b.offset)
      }.map(\.element)
    }
  }

  /// What parties, and countries as places, are called by their codes.
  package func scopeNames() throws(ArchiveError) -> [String: String] {
    let names = try partyNames()
    return try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT coalesce(country, external_id), name FROM region
            WHERE country IS NULL OR kind = 'country' ORDER BY articles, id
            """))
      return try rows.reduce(into: names) { names, row in
        names[try row.decode(String.self, atIndex: 0)] = try row.decode(String.self, atIndex: 1)
      }
    }
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
          SELECT a.id, ?, ? FROM alert one JOIN alert a
            ON a.day = one.day AND a.rule = one.rule AND a.scope = one.scope
          WHERE one.id = ?
          """, arguments: [author, moment, alert])
      return db.changesCount > 0
    }
  }
}

extension AlertRow {
  fileprivate func isAbout(sameAs other: AlertRow) -> Bool {
    alert.day == other.alert.day && alert.rule == other.alert.rule
      && alert.scope == other.alert.scope
  }

  fileprivate mutating func fold(_ other: AlertRow) {
    count += 1
    events += other.events.prefix(Self.mostEvents - events.count)
    if other.acknowledgedBy == nil { acknowledgedBy = nil }
  }

  fileprivate init(row: Row) throws {
    let event = try row.decode(Int64?.self, atIndex: 6)
    self.init(
      alert: Alert(
        rule: try row.value(at: 1), scope: try row.decode(String.self, atIndex: 2),
        day: Day(number: try row.decode(Int.self, atIndex: 3)),
        value: try row.decode(Double.self, atIndex: 4),
        threshold: try row.decode(Double.self, atIndex: 5),
        event: event,
        days: try row.decode(Int.self, atIndex: 7)),
      id: try row.decode(Int64.self, atIndex: 0), events: event.map { [$0] } ?? [],
      acknowledgedBy: try row.decode(String?.self, atIndex: 8))
  }
}

extension AlertRow {
  /// What happened, and how many times more.
  package func text(_ catalogue: IndicatorCatalogue, names: [String: String]) -> String {
    alert.text(catalogue, names: names) + (count > 1 ? ", and \(count - 1) more" : "")
  }
}
