import Escalation
import EventData
import GRDB

/// Raises the alerts that neither the days of the whole archive nor single events give cause for.
struct AlertUpdate {
  /// Before every day, and far enough from the least integer to look back from it.
  private static let beginning = Int.min / 4

  private let db: Database
  private let catalogue: IndicatorCatalogue
  private let last: Day
  private let table: AlertTable

  init(_ db: Database, _ catalogue: IndicatorCatalogue, through last: Day) throws {
    self.db = db
    self.catalogue = catalogue
    self.last = last
    table = try AlertTable(db)
  }

  func runAll() throws {
    let parts = try String.fetchAll(db, sql: "SELECT DISTINCT part FROM ledger_gain")
    try readParts(Dictionary(uniqueKeysWithValues: parts.map { ($0, Self.beginning) }))
    for place in catalogue.indicators.indices { try readFigures(of: place, from: Self.beginning) }
    try readTalks(from: Self.beginning)
    try readDates(of: nil)
  }

  /// - Parameters:
  ///   - known: the last day so far: what is set for the days after it has come due.
  ///   - thinDays: days whose evidence is thin and was not, or was and is not.
  func run(_ changes: LedgerChanges, after known: Day, thinnessOf thinDays: Set<Int>) throws {
    var parts = changes.parts
    func touch(_ day: Int, _ sql: String, _ arguments: StatementArguments) throws {
      for part in try String.fetchAll(db, sql: sql, arguments: arguments) {
        parts[part] = min(parts[part] ?? day, day)
      }
    }
    for day in thinDays {
      try touch(day, "SELECT part FROM ledger_gain WHERE day = ?", [day])
    }
    try touch(
      known.number + 1, "SELECT DISTINCT part FROM ledger_gain WHERE day BETWEEN ? AND ?",
      [known.number + 1, last.number])
    try readParts(parts)

    for (place, indicator) in catalogue.indicators.enumerated()
    where !indicator.quantities.isEmpty {
      let due = known < last ? known.number + 1 : .max
      let first = min(changes.indicators[place] ?? .max, due)
      if first <= last.number { try readFigures(of: place, from: first) }
    }
    let talks = catalogue.indicators.indices.filter { catalogue.indicators[$0].isTalks }
    let touched = talks.compactMap { changes.indicators[$0] }.min() ?? .max
    try readTalks(from: min(touched, known.number) - 2 * Appointment.reach)
    try readDates(of: changes.articles)
  }

  // MARK: Pairs of parties, places

  /// - Parameter parts: each with the number of the first day that is read.
  private func readParts(_ parts: [String: Int]) throws {
    guard !parts.isEmpty, let first = try DayUpdate.firstDay(db) else { return }
    let method = catalogue.method
    let thinDays = try Int.fetchSet(
      db, sql: "SELECT day FROM escalation_day WHERE is_thin = 1 AND day >= ?",
      arguments: [parts.values.min() ?? .min])
    let watch = SurgeWatch(method, since: Day(number: first), thinDays: thinDays)
    let find = try PreparedQuery(
      db,
      """
      SELECT day, points FROM ledger_gain WHERE part = ? AND day BETWEEN ? AND ? ORDER BY day
      """)
    for (part, start) in parts where start <= last.number {
      var gains: [(day: Int, microPoints: Int)] = []
      let oldest = max(start, first) - SurgeWatch.memory(method)
      try find.run([.text(part), .init(oldest), .init(last.number)]) { row in
        gains.append((row[0], row[1]))
        return true
      }
      var course = AlertCourse(
        method,
        open: try table.reopen(
          [.surge], scope: part, from: start, reach: method.days("alert.days")))
      watch.read(gains, of: part, from: start, into: &course)
      try table.write(course.alerts, course.marks)
    }
  }

  // MARK: Figures

  private func readFigures(of place: Int, from start: Int) throws {
    let indicator = catalogue.indicators[place]
    guard !indicator.quantities.isEmpty else { return }
    let method = catalogue.method
    var records = FigureRecords(
      catalogue, from: Day(number: start),
      open: try table.reopen(
        [.figure], scope: indicator.id, from: start, reach: method.days("alert.days")))
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, max(size), min(event) FROM (
            SELECT l.day, l.size, l.event,
              rank() OVER (PARTITION BY l.day ORDER BY l.size DESC) AS place
            FROM ledger_entry l
            WHERE l.indicator = ? AND l.size IS NOT NULL AND l.event IS NOT NULL
              AND l.status <> 'denied' AND l.day BETWEEN ? AND ?)
          WHERE place = 1 GROUP BY day ORDER BY day
          """), arguments: [place, start - FigureRecords.memory(method), last.number])
    while let row = try rows.next() {
      records.read(
        try row.decode(Double.self, atIndex: 1), of: indicator.id,
        event: try row.decode(Int64.self, atIndex: 2),
        on: Day(number: try row.decode(Int.self, atIndex: 0)))
    }
    try table.write(records.alerts, records.marks)
  }

  // MARK: Dates

  /// Articles that tell as done what lies after their date, where no person has set the date.
  ///
  /// - Parameter articles: nil for all.
  private func readDates(of articles: Set<Int64>?) throws {
    guard let articles else {
      return try readDates(where: "1", [])
    }
    let all = articles.sorted()
    for start in stride(from: 0, to: all.count, by: 500) {
      let page = "\(Array(all.dropFirst(start).prefix(500)))"
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT a.external_id FROM json_each(?) wanted CROSS JOIN article a
            ON a.id = wanted.value
          """, arguments: [page])
      for name in names { try table.delete(.date, of: name) }
      try readDates(
        where: "l.id IN (SELECT r.id FROM json_each(?) wanted CROSS JOIN ledger_entry r ON r.id "
          + "BETWEEN wanted.value << 16 AND wanted.value << 16 | 65535)", [page])
    }
  }

  private func readDates(where condition: String, _ arguments: StatementArguments) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.external_id, a.published, max(l.day) FROM ledger_entry l
          CROSS JOIN article a ON a.id = l.article
        WHERE \(condition) AND l.is_dated = 1 AND l.status = 'occurred' AND l.event IS NOT NULL
          AND a.published > \(ArticleKey.undated) AND l.day * 86400 >= a.published + 86400
          AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.article = a.external_id
            AND c.field = 'published' AND c.is_undone = 0)
        GROUP BY l.article
        """, arguments: arguments)
    for row in rows {
      let published = PublicationDate(
        published: try row.decode(Int.self, atIndex: 1), precision: 1)
      guard let published = published?.day else { continue }
      let ahead = published.distance(to: Day(number: try row.decode(Int.self, atIndex: 2)))
      // The day after may be another zone's today.
      guard ahead > 1 else { continue }
      try table.write(
        Alert(
          rule: .date, scope: try row.decode(String.self, atIndex: 0), day: published,
          value: Double(ahead), threshold: 1))
    }
  }

  // MARK: Talks

  /// - Parameter start: appointments of earlier days are known.
  private func readTalks(from start: Int) throws {
    let reach = Appointment.reach
    try table.delete(.expected, from: start + reach)
    let parties = PartNames(db)
    var appointments: [Int64: Appointment] = [:]
    var held: [Day: [Set<String>]] = [:]
    for place in catalogue.indicators.indices where catalogue.indicators[place].isTalks {
      let indicator = catalogue.indicators[place]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT l.event, l.day, l.status, l.is_dated, a.published, l.source_form, l.target_form
            FROM ledger_entry l CROSS JOIN article a ON a.id = l.article
            WHERE l.indicator = ? AND l.event IS NOT NULL AND l.day >= ?
            """), arguments: [place, start - 2 * reach])
      while let row = try rows.next() {
        let event = try row.decode(Int64.self, atIndex: 0)
        let day = Day(number: try row.decode(Int.self, atIndex: 1))
        let status: Event.Status = try row.value(at: 2)
        let known = Set(
          try [5, 6].compactMap { try row.decode(Int64?.self, atIndex: $0) }
            .compactMap(parties.party))
        let isWord = indicator.track == .word
        if status == .occurred, !isWord { held[day, default: []].append(known) }
        // Talks that are agreed on are words said now about a day to come.
        let isSet =
          isWord ? status != .denied : [.pledged, .decided, .forecast].contains(status)
        let published = try row.decode(Int.self, atIndex: 4)
        if isSet, try row.decode(Bool.self, atIndex: 3), published > ArticleKey.undated,
          day.number * 86_400 > published
        {
          var appointment =
            appointments[event]
            ?? Appointment(event: event, indicator: indicator.id, day: day, parties: known)
          appointment.parties.formUnion(known)
          appointment.day = min(appointment.day, day)
          appointments[event] = appointment
        }
      }
    }
    let due = appointments.values.filter { $0.day.number >= start }
    for alert in Appointment.missed(Array(due), held: held, through: last) {
      try table.write(alert)
    }
  }
}

extension Indicator {
  /// Talks: held, or set for a day.
  fileprivate var isTalks: Bool {
    direction == .calms && plover.contains { $0.hasPrefix("CONSULT") || $0 == "REQUEST/meet" }
  }
}
