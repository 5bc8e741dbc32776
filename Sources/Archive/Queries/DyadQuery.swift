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
  /// What counts on a day and names both sides, one event at a time, in order of their ids.
  ///
  /// - Parameter body: is told the phase, and who does it to whom: allies who strike together
  ///   are several pairs.
  package func forEachDyad(
    on day: Day, of events: Set<Int64>?, _ catalogue: IndicatorCatalogue,
    _ body: (LedgerPhase, Set<EventParties>) -> Void
  ) throws(ArchiveError) {
    try read { db in
      let parties = try db.partiesByForm()
      var last: LedgerPhase?
      var pairs: Set<EventParties> = []
      func tell() {
        if let last, !pairs.isEmpty { body(last, pairs) }
        pairs = []
      }
      let first = Int32(LedgerPhase.columns.split(separator: ",").count)
      try PreparedQuery(
        db,
        """
        SELECT \(LedgerPhase.columns), l.source_form, l.target_form
        FROM ledger_phase p CROSS JOIN ledger_entry l ON l.event = p.event
        WHERE p.since <= ?1 AND p.until > ?1 AND l.source_form <> l.target_form ORDER BY p.event
        """
      ).run([.init(day.number)]) { row in
        guard let phase = LedgerPhase(row: row),
          catalogue.indicators.indices.contains(phase.indicator),
          events?.contains(phase.event) ?? true
        else { return true }
        if phase.event != last?.event { tell() }
        last = phase
        if let source = parties[row[first]], let target = parties[row[first + 1]],
          source != target
        {
          pairs.insert(EventParties(source: source, target: target))
        }
        return true
      }
      tell()
    }
  }

  /// How many reports are told as history, by the year in which it happened; nil for no year.
  package func backgroundByYear() throws(ArchiveError) -> [(year: Int?, count: Int)] {
    try read { db in
      var years: [Int?: Int] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT told_day, count(*) FROM ledger_entry
            WHERE excluded = 'background' GROUP BY told_day
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

extension Database {
  /// For which party each way of naming an actor stands.
  func partiesByForm() throws -> [Int: String] {
    let rows = try Row.fetchCursor(
      cachedStatement(sql: "SELECT id, code, name FROM actor_form"))
    var parties: [Int: String] = [:]
    while let row = try rows.next() {
      parties[try row.decode(Int.self, atIndex: 0)] = Party.key(
        code: try row.decode(String?.self, atIndex: 1),
        else: try row.decode(String.self, atIndex: 2))
    }
    return parties
  }
}
