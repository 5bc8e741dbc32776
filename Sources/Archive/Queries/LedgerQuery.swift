import Escalation
import EventData
import GRDB

extension ArchiveReader {
  /// The day of the archive on which its index stands: the last that the ledger knows.
  package func lastEscalationDay() throws(ArchiveError) -> Day? {
    try read { db in
      try Int?.fetchOne(db.cachedStatement(sql: "SELECT max(day) FROM escalation_day"))
        .flatMap { $0 }.map(Day.init(number:))
    }
  }

  /// Which catalogue made the ledger, and whether it still lacks what was imported since.
  package func ledgerState() throws(ArchiveError) -> (catalogue: String?, isStale: Bool) {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT catalogue, is_stale FROM ledger_state"))
      return (
        try row?.decode(String?.self, atIndex: 0), try row?.decode(Bool.self, atIndex: 1) ?? true
      )
    }
  }

  /// Index and level on some days, oldest first. Days on which nothing could change have no
  /// record of their own; a range that begins with one gives the record that holds then.
  package func escalation(
    from first: Day, through last: Day
  ) throws(ArchiveError) -> [EscalationDay] {
    try read { db in
      let start =
        try Int?.fetchOne(
          db.cachedStatement(sql: "SELECT max(day) FROM escalation_day WHERE day <= ?"),
          arguments: [first.number]
        ).flatMap { $0 } ?? first.number
      return try db.escalation(from: start, through: last.number)
    }
  }

  /// Index and level on a day after the last that the ledger knows, on which nothing was read.
  package func escalation(
    on day: Day, after last: Day, _ catalogue: IndicatorCatalogue
  ) throws(ArchiveError) -> EscalationDay? {
    try read { db in
      guard let record = try db.escalation(from: last.number, through: last.number).last else {
        return nil
      }
      let reach = catalogue.method.days("thin.days")
      let texts = try TextDays(db).counts(from: last.number - reach, through: day.number)
      let series = EscalationSeries(
        try db.phases("", [], catalogue), texts: texts, through: day, catalogue)
      var found = record
      series.forEachDay(from: .init(day: last.advanced(by: 1), state: record.state)) {
        found = $0
      }
      return found
    }
  }

  /// What counts on a day, in no order.
  package func ledgerPhases(
    on day: Day, _ catalogue: IndicatorCatalogue
  ) throws(ArchiveError) -> [LedgerPhase] {
    try read { db in
      try db.phases("WHERE p.since <= ?1 AND p.until > ?1", [.init(day.number)], catalogue)
    }
  }

  /// What counts on a day, one at a time and in no order.
  ///
  /// - Parameters:
  ///   - day: nil for everything that the ledger ever knew.
  ///   - events: nil for all.
  package func forEachLedgerPhase(
    on day: Day?, of events: Set<Int64>?, _ catalogue: IndicatorCatalogue,
    _ body: (LedgerPhase) -> Void
  ) throws(ArchiveError) {
    try read { db in
      let condition = day == nil ? "" : "WHERE p.since <= ?1 AND p.until > ?1"
      try db.forEachPhase(condition, day.map { [.init($0.number)] } ?? [], catalogue) { phase in
        if events?.contains(phase.event) ?? true { body(phase) }
      }
    }
  }

  /// What an event comes to on a day.
  package func ledgerPhase(
    of event: Int64, on day: Day, _ catalogue: IndicatorCatalogue
  ) throws(ArchiveError) -> LedgerPhase? {
    try read { db in
      try db.phases(
        "WHERE p.event = ?1 AND p.since <= ?2 AND p.until > ?2",
        [.integer(event), .init(day.number)], catalogue
      ).first
    }
  }

  /// How many reports have no effect, by reason.
  package func excludedReports() throws(ArchiveError) -> [(
    reason: LedgerEntry.Exclusion, count: Int
  )] {
    try read { db in
      let sql = """
        SELECT excluded, count(*) FROM ledger_entry WHERE excluded IS NOT NULL GROUP BY excluded
        """
      return try Row.fetchAll(db.cachedStatement(sql: sql))
        .map { (try $0.value(at: 0), try $0.decode(Int.self, atIndex: 1)) }
    }
  }
}

extension Database {
  /// The records of some days, by number, oldest first.
  func escalation(from first: Int, through last: Int) throws -> [EscalationDay] {
    let bars = try Dictionary(
      grouping: Row.fetchAll(
        cachedStatement(
          sql: "SELECT day, family, points, value FROM escalation_bar WHERE day BETWEEN ? AND ?"),
        arguments: [first, last]
      ).map { row in
        (
          try row.decode(Int.self, atIndex: 0),
          FamilyBar(
            family: try row.value(at: 1), points: try row.decode(Double.self, atIndex: 2),
            value: try row.decode(Double.self, atIndex: 3))
        )
      }, by: \.0)
    let sql = """
      SELECT day, level, days_below, cause, cause_event, deviation, breadth, words, texts,
        reports, single, is_thin
      FROM escalation_day WHERE day BETWEEN ? AND ? ORDER BY day
      """
    return try Row.fetchAll(cachedStatement(sql: sql), arguments: [first, last]).map {
      try EscalationDay(row: $0, bars: bars[$0.decode(Int.self, atIndex: 0)]?.map(\.1) ?? [])
    }
  }

  /// - Parameter condition: on `p`, the phase, as SQL.
  /// - Returns: none when another catalogue made the ledger.
  func phases(
    _ condition: String, _ arguments: [ColumnValue], _ catalogue: IndicatorCatalogue
  ) throws -> [LedgerPhase] {
    var phases: [LedgerPhase] = []
    try forEachPhase(condition, arguments, catalogue) { phases.append($0) }
    return phases
  }

  /// The same, one at a time: an archive may have too many to hold them all.
  func forEachPhase(
    _ condition: String, _ arguments: [ColumnValue], _ catalogue: IndicatorCatalogue,
    _ body: (LedgerPhase) -> Void
  ) throws {
    try PreparedQuery(self, "SELECT \(LedgerPhase.columns) FROM ledger_phase p \(condition)")
      .run(arguments) { row in
        if let phase = LedgerPhase(row: row),
          catalogue.indicators.indices.contains(phase.indicator)
        {
          body(phase)
        }
        return true
      }
  }
}

extension EscalationDay {
  fileprivate init(row: Row, bars: [FamilyBar]) throws {
    guard bars.count == IndicatorFamily.allCases.count,
      let level = EscalationLevel(rawValue: try row.decode(Int.self, atIndex: 1))
    else { throw ArchiveError.corrupt("a day of the ledger") }
    let byFamily = Dictionary(bars.map { ($0.family, $0) }) { first, _ in first }
    func bar(_ family: IndicatorFamily) -> FamilyBar {
      byFamily[family] ?? FamilyBar(family: family, points: 0, value: 0)
    }
    let cause: LevelCause =
      switch try row.decode(String.self, atIndex: 3) {
      case "tripwire": .tripwire(event: try row.decode(Int64?.self, atIndex: 4) ?? 0)
      case "held": .held
      case "thin": .thin
      default: .index
      }
    self.init(
      index: EscalationIndex(
        day: Day(number: try row.decode(Int.self, atIndex: 0)),
        bars: IndicatorFamily.escalating.map(bar), deEscalation: bar(.deEscalation),
        deviation: try row.decode(Double.self, atIndex: 5),
        breadth: try row.decode(Int.self, atIndex: 6),
        wordShare: try row.decode(Double?.self, atIndex: 7)),
      state: LevelState(
        level: level, daysBelow: try row.decode(Int.self, atIndex: 2), cause: cause),
      coverage: Coverage(
        texts: try row.decode(Int.self, atIndex: 8),
        reports: try row.decode(Int.self, atIndex: 9),
        single: try row.decode(Int.self, atIndex: 10),
        isThin: try row.decode(Bool.self, atIndex: 11)))
  }
}
