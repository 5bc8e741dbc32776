import Escalation
import EventData
import GRDB

extension ArchiveReader {
  /// What has changed since a reader has marked everything as seen; all of it is new to one who
  /// never has.
  ///
  /// - Returns: the day of the mark, too; nil where there is none.
  package func changes(
    for reader: String, on day: Day, _ catalogue: IndicatorCatalogue
  ) throws(ArchiveError) -> (since: Day?, changes: [EventChange]) {
    try read { db in
      let mark = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT day FROM seen_mark WHERE reader = ?"), arguments: [reader]
      ).map(Day.init(number:))
      var seen: [EventState] = []
      try PreparedQuery(
        db,
        """
        SELECT event, indicator, day, points, reports, denials FROM seen_event WHERE reader = ?
        """
      ).run([.text(reader)]) { row in
        seen.append(EventState(row: row))
        return true
      }
      var now: [EventState] = []
      try PreparedQuery(db, EventState.sql).run(EventState.arguments(day)) { row in
        now.append(EventState(row: row))
        return true
      }
      return (
        mark, EventChange.changes(from: seen, on: mark ?? day, to: now, on: day, catalogue)
      )
    }
  }
}

extension ArchiveWriter {
  /// Notes that a reader has seen everything up to a day of the ledger.
  package func markSeen(by reader: String, on day: Day) throws(ArchiveError) {
    try write { db in
      try PreparedQuery(db, "INSERT OR REPLACE INTO seen_mark (reader, day) VALUES (?, ?)")
        .run(.text(reader), .init(day.number))
      try PreparedQuery(db, "DELETE FROM seen_event WHERE reader = ?").run(.text(reader))
      try db.execute(
        sql: """
          INSERT INTO seen_event (reader, event, indicator, day, points, reports, denials)
          SELECT ?3, * FROM (\(EventState.sql))
          """, arguments: [day.number, day.number - EventState.reach, reader])
    }
  }
}

extension EventState {
  /// Days after which hardly anything is left of an event: nobody asks what has become of it.
  fileprivate static let reach = 180

  fileprivate static let sql = """
    SELECT p.event, p.indicator, p.day, p.points, count(l.id), sum(l.status = 'denied')
    FROM ledger_phase p CROSS JOIN ledger_entry l ON l.event = p.event
    WHERE p.since <= ?1 AND p.until > ?1 AND p.day >= ?2 GROUP BY p.event
    """

  fileprivate static func arguments(_ day: Day) -> [ColumnValue] {
    [.init(day.number), .init(day.number - reach)]
  }

  fileprivate init(row: IntegerRow) {
    self.init(
      event: Int64(row[0]), indicator: row[1], day: Day(number: row[2]), microPoints: row[3],
      reports: row[4], denials: row[5])
  }
}
