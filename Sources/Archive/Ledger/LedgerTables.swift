import Escalation
import EventData
import GRDB

/// What is kept of an event besides its phases.
struct StoredEvent {
  var id: Int64
  var link: Int64
  var indicator: Int
  /// The number of the day of its first report.
  var first: Int
  var reports: Int
  var denials: Int
  /// Differs whenever anything does that the event is made of.
  var digest: Int64
  /// Pairs of parties and places that gain by it.
  var parts: [String]
}

extension StoredEvent {
  fileprivate static let separator: Character = "\n"

  init(
    _ event: EventLinking.Linked, link: Int64, indicator: Int, denials: Int, digest: Int64,
    parts: [String]
  ) {
    self.init(
      id: event.id, link: link, indicator: indicator,
      first: event.phases.map(\.since.number).min() ?? 0, reports: event.rows.count,
      denials: denials, digest: digest, parts: parts)
  }
}

/// Writes the events of links.
struct LedgerTables {
  private let catalogue: IndicatorCatalogue
  private let find: PreparedQuery
  private let event: BulkInsert
  private let phase: BulkInsert
  private let member: PreparedQuery
  private let deletions: [PreparedQuery]
  private let alerts: AlertTable

  init(_ db: Database, _ catalogue: IndicatorCatalogue) throws {
    self.catalogue = catalogue
    find = try PreparedQuery(
      db,
      """
      SELECT id, first, digest, indicator, parts, reports, denials FROM ledger_event
      WHERE link = ?
      """)
    // An event that changes has been removed before.
    event = try BulkInsert(
      db,
      """
      INSERT OR IGNORE INTO ledger_event
        (id, link, indicator, first, reports, denials, digest, parts)
      """, columns: 8)
    phase = try BulkInsert(
      db,
      """
      INSERT OR IGNORE INTO ledger_phase (event, since, until, day, indicator, status,
        credibility, factor, points, variance, origins, demands)
      """, columns: 12)
    member = try PreparedQuery(db, "UPDATE ledger_entry SET event = ? WHERE id = ?")
    deletions = try [
      "DELETE FROM ledger_phase WHERE event = ?", "DELETE FROM ledger_event WHERE id = ?",
      "DELETE FROM alert WHERE event = ? AND rule IN (\(AlertTable.ofEvents))",
    ].map { try PreparedQuery(db, $0) }
    alerts = try AlertTable(db)
  }

  /// By their ids.
  func events(of link: Int64) throws -> [Int64: StoredEvent] {
    var events: [Int64: StoredEvent] = [:]
    try find.run([.integer(link)]) { row in
      guard let indicator = row.text(3).flatMap(catalogue.place) else { return true }
      let parts = row.text(4)?.split(separator: StoredEvent.separator).map(String.init) ?? []
      events[Int64(row[0])] = StoredEvent(
        id: Int64(row[0]), link: link, indicator: indicator, first: row[1], reports: row[5],
        denials: row[6], digest: Int64(row[2]), parts: parts)
      return true
    }
    return events
  }

  func write(_ stored: StoredEvent, _ linked: EventLinking.Linked) throws {
    try event.add(
      .integer(stored.id), .integer(stored.link),
      .text(catalogue.indicators[stored.indicator].id), .init(stored.first),
      .init(stored.reports), .init(stored.denials),
      .integer(stored.digest),
      .text(stored.parts.joined(separator: "\(StoredEvent.separator)")))
    for alert in linked.alerts { try alerts.write(alert) }
    for phase in linked.phases {
      try self.phase.add { row in
        row.append(phase.event)
        for number in phase.numbers { row.append(number) }
        row.append(phase.demandedLevel(catalogue)?.rawValue ?? 0)
      }
    }
  }

  /// To be called before the tables are read by others than their links.
  func flush() throws {
    try event.flush()
    try phase.flush()
  }

  func remove(_ event: Int64) throws {
    for deletion in deletions { try deletion.run(.integer(event)) }
  }

  /// - Parameter event: nil where it denies what nobody asserts.
  func assign(_ row: Int64, to event: Int64?) throws {
    try member.run(.init(event), .integer(row))
  }
}

extension LedgerPhase {
  static let forever = Int.max
  /// The columns of ``init(row:)``, of `p`.
  static let columns = """
    p.event, p.since, p.until, p.day, p.indicator, p.status, p.credibility, p.factor, p.points, \
    p.variance, p.origins
    """

  /// All columns but the first.
  fileprivate var numbers: [Int] {
    [
      since.number, until?.number ?? Self.forever, day.number, indicator, status.number,
      microCredibility, microFactor, microPoints, microVariance, origins,
    ]
  }

  /// Nil for a row that no ledger has written.
  init?(row: IntegerRow) {
    guard Event.Status.allCases.indices.contains(row[5]) else { return nil }
    self.init(
      event: Int64(row[0]), indicator: row[4], since: Day(number: row[1]),
      until: row[2] == Self.forever ? nil : Day(number: row[2]), day: Day(number: row[3]),
      status: Event.Status.allCases[row[5]], microCredibility: row[6], microFactor: row[7],
      microPoints: row[8], microVariance: row[9], origins: row[10])
  }
}

extension Event.Status {
  fileprivate var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
