import Escalation
import EventData
import GRDB

/// What the reports of an event say about where it happened.
package struct EventPlace: Hashable, Sendable {
  /// The region that most reports name; nil where none names any.
  package var region: String?
  /// True when a report denies the event.
  package var isDenied: Bool
}

extension ArchiveReader {
  /// What counts on a day and where it happened, one event at a time, in order of their ids.
  ///
  /// - Parameter events: nil for all.
  package func forEachPlace(
    on day: Day, of events: Set<Int64>?, _ catalogue: IndicatorCatalogue,
    _ body: (LedgerPhase, EventPlace) -> Void
  ) throws(ArchiveError) {
    try read { db in
      var last: LedgerPhase?
      var votes: [String: Int] = [:]
      var isDenied = false
      func tell() {
        guard let last else { return }
        // Of regions named as often the first by name, so that no order of reports matters.
        let region = votes.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        body(last, EventPlace(region: region, isDenied: isDenied))
      }
      let next = Int32(LedgerPhase.columns.split(separator: ",").count)
      try PreparedQuery(
        db,
        """
        SELECT \(LedgerPhase.columns), l.region, l.status = '\(Event.Status.denied.rawValue)'
        FROM ledger_phase p CROSS JOIN ledger_entry l ON l.event = p.event
        WHERE p.since <= ?1 AND p.until > ?1 ORDER BY p.event
        """
      ).run([.init(day.number)]) { row in
        guard let phase = LedgerPhase(row: row),
          catalogue.indicators.indices.contains(phase.indicator),
          events?.contains(phase.event) ?? true
        else { return true }
        if phase.event != last?.event {
          tell()
          (last, votes, isDenied) = (phase, [:], false)
        }
        if let region = row.text(next) { votes[region, default: 0] += 1 }
        if row[next + 1] != 0 { isDenied = true }
        return true
      }
      tell()
    }
  }

  /// Where regions lie, by the names that events give them; of several of one name the one that
  /// most articles mention.
  package func regionsByName() throws(ArchiveError) -> [String: Region] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT \(Region.columns) FROM region r ORDER BY r.articles, r.id"))
      var regions: [String: Region] = [:]
      while let row = try rows.next() {
        let region = try Region(row: row)
        regions[region.name] = region
      }
      return regions
    }
  }
}
