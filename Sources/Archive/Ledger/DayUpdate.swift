import Escalation
import EventData
import GRDB

/// Makes the days anew on which something has changed, and the alerts that they give cause for.
struct DayUpdate {
  private let db: Database
  private let catalogue: IndicatorCatalogue
  private let changes: LedgerChanges

  init(_ db: Database, _ catalogue: IndicatorCatalogue, _ changes: LedgerChanges) {
    self.db = db
    self.catalogue = catalogue
    self.changes = changes
  }

  /// - Parameters:
  ///   - known: the last day so far; nil where there was none.
  ///   - last: the last day from now on.
  func run(from known: Day?, through last: Day?) throws {
    guard let last, let known, known <= last, let first = try Self.firstDay(db),
      changes.firstDay ?? .max > first
    else { return try runAll(through: last) }
    let touched = [changes.firstDay, known < last ? known.number + 1 : nil].compactMap { $0 }.min()
    var thinDays: Set<Int> = []
    if let touched, touched <= last.number { thinDays = try walk(from: touched, through: last) }
    try AlertUpdate(db, catalogue, through: last).run(
      changes, after: known, thinnessOf: thinDays)
  }

  private func runAll(through last: Day?) throws {
    try db.execute(
      sql: """
        DELETE FROM escalation_day; DELETE FROM escalation_bar; DELETE FROM alert_day;
        DELETE FROM alert WHERE rule NOT IN (\(AlertTable.ofEvents));
        """)
    guard let last else { return }
    _ = try walk(from: nil, through: last)
    try AlertUpdate(db, catalogue, through: last).runAll()
  }

  static func firstDay(_ db: Database) throws -> Int? {
    try Int?.fetchOne(db, sql: "SELECT min(day) FROM escalation_day").flatMap { $0 }
  }

  // MARK: The walk

  /// - Parameter touched: nil for all days.
  /// - Returns: the days of which the evidence is thin and was not, or was and is not.
  private func walk(from touched: Int?, through last: Day) throws -> Set<Int> {
    let before = try touched.map { try records(before: $0, count: 2) } ?? []
    // The last day before is made again: whether there is one after it, it alone knows.
    let start = before.last.map { record in
      EscalationSeries.Start(
        day: record.day, state: before.count > 1 ? before[0].state : .start)
    }
    let first = start?.day.number ?? .min
    let known = try thinDays(from: first)
    let series = try series(from: start?.day, through: last)
    var watch = try watch(from: start?.day)
    try db.execute(sql: "DELETE FROM escalation_day WHERE day >= ?", arguments: [first])
    try db.execute(sql: "DELETE FROM escalation_bar WHERE day >= ?", arguments: [first])
    let tables = try DayTables(db, catalogue.version)
    var isFirst = start == nil
    try series.forEachDay(from: start) { day in
      if isFirst { watch = AlertWatch(catalogue.method, since: day.day) }
      isFirst = false
      watch?.read(day)
      try tables.write(day, watch?.surprise ?? MovingMean())
    }
    if let watch { try AlertTable(db).write(watch.alerts, watch.marks) }
    return try known.symmetricDifference(thinDays(from: first))
  }

  private func thinDays(from first: Int) throws -> Set<Int> {
    try Int.fetchSet(
      db, sql: "SELECT day FROM escalation_day WHERE is_thin = 1 AND day >= ?",
      arguments: [first])
  }

  /// Some records before a day, oldest first.
  private func records(before day: Int, count: Int) throws -> [EscalationDay] {
    let first = try Int?.fetchOne(
      db,
      sql: """
        SELECT min(day) FROM
          (SELECT day FROM escalation_day WHERE day < ? ORDER BY day DESC LIMIT ?)
        """, arguments: [day, count]
    ).flatMap { $0 }
    guard let first else { return [] }
    return try db.escalation(from: first, through: day - 1)
  }

  /// What counts since a day, and of the time before what is still left then.
  private func series(from start: Day?, through last: Day) throws -> EscalationSeries {
    let reach = catalogue.method.days("thin.days")
    let texts = try TextDays(db).counts(
      from: start.map { $0.number - reach } ?? .min, through: last.number)
    var series = EscalationSeries(texts: texts, through: last, catalogue)
    let memory = catalogue.indicators.map(\.memory).max() ?? 0
    try PreparedQuery(
      db,
      """
      SELECT change, indicator, day, points, variance, reports, single FROM ledger_posting
      WHERE change BETWEEN ? AND ?
      """
    ).run([.init(start.map { $0.number - memory } ?? .min), .init(last.number)]) { row in
      if catalogue.indicators.indices.contains(row[1]) {
        series.add(
          LedgerPosting(row: row, at: 3),
          at: LedgerPosting.Place(change: row[0], indicator: row[1], day: row[2]))
      }
      return true
    }
    let wires = catalogue.method.days("tripwire.days")
    try db.forEachPhase(
      "WHERE p.demands > 0 AND p.day >= ?", [.init(start.map { $0.number - wires } ?? .min)],
      catalogue
    ) { series.addWire($0) }
    return series
  }

  /// Nil where it begins with the first day.
  private func watch(from start: Day?) throws -> AlertWatch? {
    guard let start, let first = try Self.firstDay(db) else { return nil }
    let method = catalogue.method
    let mean = try Row.fetchOne(
      db,
      sql: """
        SELECT mean, variance FROM escalation_day WHERE day < ? ORDER BY day DESC LIMIT 1
        """, arguments: [start.number])
    var watch = AlertWatch(
      method, since: Day(number: first),
      try mean.map {
        MovingMean(
          mean: try $0.decode(Double?.self, atIndex: 0),
          variance: try $0.decode(Double.self, atIndex: 1))
      } ?? MovingMean(),
      open: try AlertTable(db).reopen(
        [.tripwire, .record, .surprise, .silence], from: start.number,
        reach: method.days("alert.days")))
    for day in try records(before: start.number, count: AlertWatch.memory(method)) {
      watch.remember(day)
    }
    return watch
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
        words, texts, reports, single, is_thin, mean, variance, catalogue)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    bar = try PreparedQuery(
      db, "INSERT INTO escalation_bar (day, family, points, value) VALUES (?, ?, ?, ?)")
  }

  func write(_ record: EscalationDay, _ surprise: MovingMean) throws {
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
      .init(coverage?.isThin ?? false), .init(surprise.mean), .real(surprise.variance),
      .text(version))
    for family in index.bars + [index.deEscalation] {
      try bar.run(
        .init(record.day.number), .text(family.family.rawValue), .real(family.points),
        .real(family.value))
    }
  }
}
