import Escalation
import EventData
import GRDB

/// Who does it to whom, as parties: see ``Party``.
package struct EventParties: Hashable, Sendable {
  package var source: String
  package var target: String

  package init(source: String, target: String) {
    self.source = source
    self.target = target
  }
}

extension ArchiveReader {
  /// The parties of events of the ledger that name both.
  package func parties(of events: [Int64]) throws(ArchiveError) -> [Int64: Set<EventParties>] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT l.event, sf.code, sf.name, tf.code, tf.name
        FROM wanted CROSS JOIN ledger_entry l ON l.event = wanted.id
          CROSS JOIN event e ON e.id = l.id CROSS JOIN actor_form sf ON sf.id = e.source_form
          CROSS JOIN actor_form tf ON tf.id = e.target_form
        """, ids: events)
      var parties: [Int64: Set<EventParties>] = [:]
      while let row = try rows.next() {
        let event = try row.decode(Int64.self, atIndex: 0)
        let found = EventParties(
          source: Party.key(
            code: try row.decode(String?.self, atIndex: 1),
            else: try row.decode(String.self, atIndex: 2)),
          target: Party.key(
            code: try row.decode(String?.self, atIndex: 3),
            else: try row.decode(String.self, atIndex: 4)))
        if found.source != found.target { parties[event, default: []].insert(found) }
      }
      return parties
    }
  }

  /// How many reports are told as history, by the year in which it happened; nil for no year.
  package func backgroundByYear() throws(ArchiveError) -> [(year: Int?, count: Int)] {
    try read { db in
      var years: [Int?: Int] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT e.day, count(*) FROM ledger_entry l CROSS JOIN event e ON e.id = l.id
            WHERE l.excluded = 'background' GROUP BY e.day
            """))
      while let row = try rows.next() {
        let year = try row.decode(Int?.self, atIndex: 0).map { Day(number: $0).year }
        years[year, default: 0] += try row.decode(Int.self, atIndex: 1)
      }
      return years.sorted { ($0.key ?? Int.min) > ($1.key ?? Int.min) }
        .map { (year: $0.key, count: $0.value) }
    }
  }
}
