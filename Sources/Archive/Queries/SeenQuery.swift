import Escalation
import EventData
import GRDB

extension ArchiveReader {
  /// What has changed since a reader has marked everything as seen, the greatest effect first; all
  /// of it is new to one who never has.
  ///
  /// - Parameter events: only changes of these; nil for all.
  /// - Returns: the day of the mark, too; nil where there is none.
  package func changes(
    for reader: String, on day: Day, about events: Set<Int64>? = nil,
    _ catalogue: IndicatorCatalogue, limit: Int = .max / 8
  ) throws(ArchiveError) -> (since: Day?, changes: [EventChange]) {
    try read { db in
      let mark = try SeenMark(of: reader, db)
      var past = try mark.map { try Self.past(since: $0.revision, db) } ?? [:]
      var greatest = GreatestChanges(limit: limit)
      func compare(_ seen: EventState?, _ now: EventState?) {
        guard let event = now?.event ?? seen?.event, events?.contains(event) ?? true else { return }
        let change = EventChange(
          from: seen, on: mark?.day ?? day, to: now, on: day, catalogue)
        if let change { greatest.add(change) }
      }
      let oldest = min(mark?.day ?? day, day).number - EventState.reach
      try PreparedQuery(db, EventState.sql).run([.init(day.number), .init(oldest)]) { row in
        let now = EventState(row: row)
        // What has not changed is as it was, but for time.
        let seen = mark == nil ? nil : (past.removeValue(forKey: now.event) ?? .some(now))
        compare(seen, now)
        return true
      }
      for case .some(let seen) in past.values where seen.day.number >= oldest {
        compare(seen, nil)
      }
      return (mark?.day, greatest.sorted)
    }
  }

  /// What events that have changed since came to before that; nil for those that were not there.
  private static func past(since revision: Int, _ db: Database) throws -> [Int64: EventState?] {
    var past: [Int64: EventState?] = [:]
    try PreparedQuery(
      db,
      """
      SELECT event, indicator, day, points, reports, denials, points IS NULL FROM event_past
      WHERE revision > ? ORDER BY revision
      """
    ).run([.init(revision)]) { row in
      // The first change since tells what was seen.
      if past[Int64(row[0])] == nil {
        past[Int64(row[0])] = .some(row[6] == 1 ? nil : EventState(row: row))
      }
      return true
    }
    return past
  }
}

/// What somebody has seen.
private struct SeenMark {
  var day: Day
  var revision: Int

  init?(of reader: String, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT day, revision FROM seen_mark WHERE reader = ?"),
      arguments: [reader])
    guard let row else { return nil }
    day = Day(number: try row.decode(Int.self, atIndex: 0))
    revision = try row.decode(Int.self, atIndex: 1)
  }
}

extension ArchiveWriter {
  /// Notes that a reader has seen everything up to a day of the ledger.
  package func markSeen(by reader: String, on day: Day) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO seen_mark (reader, day, revision)
          SELECT ?, ?, revision FROM ledger_state
          """, arguments: [reader, day.number])
      try db.execute(
        sql: """
          DELETE FROM event_past WHERE revision <= (SELECT min(revision) FROM seen_mark)
          """)
    }
  }
}

extension EventState {
  /// Days after which hardly anything is left of an event: nobody asks what has become of it.
  fileprivate static let reach = 180

  fileprivate static let sql = """
    SELECT p.event, p.indicator, p.day, p.points, e.reports, e.denials
    FROM ledger_phase p CROSS JOIN ledger_event e ON e.id = p.event
    WHERE p.since <= ?1 AND p.until > ?1 AND p.day >= ?2
    """

  fileprivate init(row: IntegerRow) {
    self.init(
      event: Int64(row[0]), indicator: row[1], day: Day(number: row[2]), microPoints: row[3],
      reports: row[4], denials: row[5])
  }
}
