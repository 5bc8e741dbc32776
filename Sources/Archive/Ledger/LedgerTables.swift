import Escalation
import EventData
import GRDB

/// Writes the events of a link.
struct LedgerTables {
  private let catalogue: IndicatorCatalogue
  private let event: PreparedQuery
  private let phase: PreparedQuery
  private let member: PreparedQuery
  private let alerts: AlertTable

  init(_ db: Database, _ catalogue: IndicatorCatalogue) throws {
    self.catalogue = catalogue
    event = try PreparedQuery(
      db, "INSERT OR REPLACE INTO ledger_event (id, link, indicator) VALUES (?, ?, ?)")
    phase = try PreparedQuery(
      db,
      """
      INSERT OR REPLACE INTO ledger_phase (event, since, until, day, indicator, status, credibility,
        factor, points, variance, origins)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    alerts = try AlertTable(db)
    member = try PreparedQuery(db, "UPDATE ledger_entry SET event = ? WHERE id = ?")
  }

  /// - Parameter entries: all of one link.
  func write(_ entries: [LedgerEntry], indicator: String) throws {
    guard let place = catalogue.place(of: indicator) else { return }
    let events = EventLinking.events(entries, indicator: place, catalogue)
    let told = Set(events.flatMap(\.rows))
    for entry in entries where !told.contains(entry.row) {
      try member.run(.null, .integer(entry.row))
    }
    for linked in events {
      try event.run(.integer(linked.id), .integer(entries[0].link), .text(indicator))
      for row in linked.rows { try member.run(.integer(linked.id), .integer(row)) }
      for alert in linked.alerts { try alerts.write(alert) }
      for phase in linked.phases {
        try self.phase.run(
          .integer(phase.event), .init(phase.since.number),
          .init(phase.until?.number ?? LedgerPhase.forever), .init(phase.day.number),
          .init(phase.indicator), .init(phase.status.number), .init(phase.microCredibility),
          .init(phase.microFactor), .init(phase.microPoints), .init(phase.microVariance),
          .init(phase.origins))
      }
    }
  }
}

/// Writes alerts; who has seen one is kept apart, by its id.
struct AlertTable {
  private let insert: PreparedQuery

  init(_ db: Database) throws {
    insert = try PreparedQuery(
      db,
      """
      INSERT OR REPLACE INTO alert (id, rule, scope, day, value, threshold, event, days)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  func write(_ alert: Alert) throws {
    try insert.run(
      .integer(alert.id), .text(alert.rule.rawValue), .text(alert.scope),
      .init(alert.day.number), .real(alert.value), .real(alert.threshold), .init(alert.event),
      .init(alert.days))
  }
}

/// Writes what the days of the ledger come to.
struct DayTables {
  private let version: String
  private let day: PreparedQuery
  private let bar: PreparedQuery

  init(_ db: Database, _ version: String) throws {
    self.version = version
    day = try PreparedQuery(
      db,
      """
      INSERT INTO escalation_day (day, level, days_below, cause, cause_event, deviation, breadth,
        words, texts, reports, single, is_thin, catalogue)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    bar = try PreparedQuery(
      db, "INSERT INTO escalation_bar (day, family, points, value) VALUES (?, ?, ?, ?)")
  }

  func write(_ record: EscalationDay) throws {
    let index = record.index
    let coverage = record.coverage
    var cause: (String, Int64?) = ("", nil)
    switch record.state.cause {
    case .index: cause.0 = "index"
    case .held: cause.0 = "held"
    case .thin: cause.0 = "thin"
    case .tripwire(let event): cause = ("tripwire", event)
    }
    try day.run(
      .init(record.day.number), .init(record.state.level.rawValue),
      .init(record.state.daysBelow), .text(cause.0), .init(cause.1), .real(index.deviation),
      .init(index.breadth), .init(index.wordShare), .init(coverage?.texts ?? 0),
      .init(coverage?.reports ?? 0), .init(coverage?.single ?? 0),
      .init(coverage?.isThin ?? false), .text(version))
    for family in index.bars + [index.deEscalation] {
      try bar.run(
        .init(record.day.number), .text(family.family.rawValue), .real(family.points),
        .real(family.value))
    }
  }
}

extension LedgerPhase {
  static let forever = Int.max
  /// The columns of ``init(row:)``, of `p`.
  static let columns = """
    p.event, p.since, p.until, p.day, p.indicator, p.status, p.credibility, p.factor, p.points, \
    p.variance, p.origins
    """

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
