import Escalation
import EventData
import GRDB

/// Keeps the alerts; who has seen one is kept apart, by its id.
struct AlertTable {
  /// The rules of which a single event gives cause for an alert, as SQL.
  static let ofEvents = Alert.Rule.allCases.filter(\.isOfEvent).map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

  private let db: Database
  private let insert: PreparedQuery

  init(_ db: Database) throws {
    self.db = db
    insert = try PreparedQuery(
      db,
      """
      INSERT OR REPLACE INTO alert (id, rule, scope, day, last, days, value, threshold, event)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  func write(_ alert: Alert) throws {
    try insert.run(
      .integer(alert.id), .text(alert.rule.rawValue), .text(alert.scope),
      .init(alert.day.number), .init(alert.last.number), .init(alert.days), .real(alert.value),
      .real(alert.threshold), .init(alert.event))
  }

  func write(_ alerts: [Alert], _ marks: [AlertCourse.Mark]) throws {
    for alert in alerts { try write(alert) }
    let insert = try PreparedQuery(
      db, "INSERT OR REPLACE INTO alert_day (alert, day, value, event) VALUES (?, ?, ?, ?)")
    for mark in marks {
      try insert.run(
        .integer(mark.alert), .init(mark.day.number), .real(mark.value), .init(mark.event))
    }
  }

  /// Takes back what alerts of some rules owe to a day and those after it.
  ///
  /// - Parameters:
  ///   - rules: those that go on from day to day.
  ///   - scope: nil for all.
  /// - Returns: those that may go on.
  func reopen(
    _ rules: [Alert.Rule], scope: String? = nil, from day: Int, reach: Int
  ) throws -> [Alert] {
    var open: [Alert] = []
    for rule in rules {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(Alert.columns) FROM alert a
            WHERE a.rule = ?1 AND (?2 IS NULL OR a.scope = ?2) AND a.last >= ?3 ORDER BY a.day, a.id
            """), arguments: [rule.rawValue, scope, day - reach])
      for row in rows {
        let alert = try Alert(row: row)
        if let left = try cut(alert, from: day) { open.append(left) }
      }
    }
    return open
  }

  /// The alert without what it owes to a day and those after it; nil where nothing is left.
  private func cut(_ alert: Alert, from day: Int) throws -> Alert? {
    guard alert.last.number >= day else { return alert }
    try PreparedQuery(db, "DELETE FROM alert_day WHERE alert = ? AND day >= ?")
      .run(.integer(alert.id), .init(day))
    let days = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT day, value, event FROM alert_day WHERE alert = ? ORDER BY day"),
      arguments: [alert.id])
    try PreparedQuery(db, "DELETE FROM alert WHERE id = ?").run(.integer(alert.id))
    guard let last = days.last else { return nil }
    var left = alert
    left.last = Day(number: try last.decode(Int.self, atIndex: 0))
    left.days = days.count
    left.value = -.infinity
    for row in days where try row.decode(Double.self, atIndex: 1) > left.value {
      left.value = try row.decode(Double.self, atIndex: 1)
      left.event = try row.decode(Int64?.self, atIndex: 2)
    }
    try write(left)
    return left
  }

  func delete(_ rule: Alert.Rule, from day: Int) throws {
    try PreparedQuery(db, "DELETE FROM alert WHERE rule = ? AND day >= ?")
      .run(.text(rule.rawValue), .init(day))
  }

  func delete(_ rule: Alert.Rule, of scope: String) throws {
    try PreparedQuery(db, "DELETE FROM alert WHERE rule = ? AND scope = ?")
      .run(.text(rule.rawValue), .text(scope))
  }
}

extension Alert {
  /// The columns of ``init(row:)``, of `a`.
  static let columns = """
    a.rule, a.scope, a.day, a.last, a.days, a.value, a.threshold, a.event
    """

  init(row: Row) throws {
    self.init(
      rule: try row.value(at: 0), scope: try row.decode(String.self, atIndex: 1),
      day: Day(number: try row.decode(Int.self, atIndex: 2)),
      last: Day(number: try row.decode(Int.self, atIndex: 3)),
      days: try row.decode(Int.self, atIndex: 4), value: try row.decode(Double.self, atIndex: 5),
      threshold: try row.decode(Double.self, atIndex: 6),
      event: try row.decode(Int64?.self, atIndex: 7))
  }
}
