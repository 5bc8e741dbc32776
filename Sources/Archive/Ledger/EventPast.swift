import Escalation
import EventData
import GRDB

/// Keeps what events came to before they change, for readers who have marked what they have seen:
/// so a mark costs nothing, and what has changed since it is all that is read.
struct EventPast {
  let revision: Int
  private let db: Database
  private let insert: PreparedQuery
  private let day: Int
  private let isKept: Bool

  /// - Parameters:
  ///   - revision: the one that changes the events.
  ///   - day: the number of the last day before it.
  init(_ db: Database, revision: Int, on day: Int) throws {
    self.db = db
    self.revision = revision
    self.day = day
    isKept = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM seen_mark)") ?? false
    insert = try PreparedQuery(
      db,
      """
      INSERT OR IGNORE INTO event_past
        (event, revision, indicator, day, points, reports, denials)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Before all events are made anew.
  func noteAll() throws {
    guard isKept else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO event_past
          (event, revision, indicator, day, points, reports, denials)
        SELECT p.event, ?1, p.indicator, p.day, p.points, e.reports, e.denials
        FROM ledger_phase p CROSS JOIN ledger_event e ON e.id = p.event
        WHERE p.since <= ?2 AND p.until > ?2
        """, arguments: [revision, day])
  }

  func note(new event: Int64) throws {
    guard isKept else { return }
    try insert.run(
      .integer(event), .init(revision), .null, .null, .null, .null, .null)
  }

  func note(_ event: StoredEvent, _ phases: [LedgerPhase]) throws {
    guard isKept else { return }
    guard let phase = phases.last(where: { $0.since.number <= day }) else {
      return try note(new: event.id)
    }
    try insert.run(
      .integer(event.id), .init(revision), .init(phase.indicator), .init(phase.day.number),
      .init(phase.microPoints), .init(event.reports), .init(event.denials))
  }
}
