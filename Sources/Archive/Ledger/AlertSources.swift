import Escalation
import EventData
import GRDB

/// What alerts are raised by, besides the days of the whole archive and the events themselves.
struct AlertSources {
  private let db: Database
  private let catalogue: IndicatorCatalogue
  private let last: Day

  init(_ db: Database, _ catalogue: IndicatorCatalogue, through last: Day) {
    self.db = db
    self.catalogue = catalogue
    self.last = last
  }

  // MARK: Pairs of parties, places

  /// Reads the days of the pairs of parties, and of the places, of which most is told.
  func readParts(_ watch: inout AlertWatch) throws {
    for parts in [try dyads(), try places()] {
      var points: [String: Int] = [:]
      try forEachPhase { phase in
        guard phase.until == nil,
          catalogue.indicators[phase.indicator].direction == .escalates
        else { return }
        for part in parts[phase.event] ?? [] { points[part, default: 0] += phase.microPoints }
      }
      let most = points.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        .prefix(catalogue.method.days("record.parts")).map(\.key)
      var courses = Dictionary(
        uniqueKeysWithValues: most.map {
          ($0, EscalationSeries(texts: nil, through: last, catalogue))
        })
      try forEachPhase { phase in
        for part in parts[phase.event] ?? [] { courses[part]?.add(phase) }
      }
      for part in most { courses[part]?.forEachDay { watch.read($0, of: part) } }
    }
  }

  private func dyads() throws -> [Int64: [String]] {
    let parties = try db.partiesByForm()
    return try parts(
      "e.source_form, e.target_form", where: "e.source_form <> e.target_form"
    ) { row in
      guard let source = parties[row[1]], let target = parties[row[2]], source != target else {
        return nil
      }
      return AlertScope.dyad(source, target)
    }
  }

  private func places() throws -> [Int64: [String]] {
    try parts("l.place", where: "l.place IS NOT NULL") { $0.text(1).map(AlertScope.place) }
  }

  /// The parts that each event belongs to, each once.
  ///
  /// Reports are read in their order, and apart from phases: an event has many of both.
  private func parts(
    _ columns: String, where condition: String, _ part: (IntegerRow) -> String?
  ) throws -> [Int64: [String]] {
    var parts: [Int64: [String]] = [:]
    try PreparedQuery(
      db,
      """
      SELECT l.event, \(columns) FROM ledger_entry l CROSS JOIN event e ON e.id = l.id
      WHERE l.event IS NOT NULL AND \(condition)
      """
    ).run([]) { row in
      if let part = part(row), parts[Int64(row[0])]?.contains(part) != true {
        parts[Int64(row[0]), default: []].append(part)
      }
      return true
    }
    return parts
  }

  private func forEachPhase(_ body: (LedgerPhase) -> Void) throws {
    let sql = "SELECT \(LedgerPhase.columns) FROM ledger_phase p ORDER BY p.event, p.since"
    try PreparedQuery(db, sql).run([]) { row in
      if let phase = LedgerPhase(row: row), catalogue.indicators.indices.contains(phase.indicator) {
        body(phase)
      }
      return true
    }
  }

  // MARK: Figures, dates, talks

  func figureRecords() throws -> [Alert] {
    var records = FigureRecords(catalogue)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT l.day, e.indicator, max(l.size), l.event FROM ledger_entry l
          CROSS JOIN event e ON e.id = l.id
        WHERE l.size IS NOT NULL AND l.event IS NOT NULL AND l.status <> 'denied' AND l.day <= ?
        GROUP BY l.day, e.indicator ORDER BY l.day
        """, arguments: [last.number])
    while let row = try rows.next() {
      records.read(
        try row.decode(Double.self, atIndex: 2), of: try row.decode(String.self, atIndex: 1),
        event: try row.decode(Int64.self, atIndex: 3),
        on: Day(number: try row.decode(Int.self, atIndex: 0)))
    }
    return records.alerts
  }

  /// Articles that tell as done what lies after their date, where no person has set the date.
  func dateConflicts() throws -> [Alert] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.external_id, e.published, max(l.day), l.event FROM ledger_entry l
          CROSS JOIN event e ON e.id = l.id CROSS JOIN article a ON a.id = l.article
        WHERE l.is_dated = 1 AND l.status = 'occurred' AND l.event IS NOT NULL
          AND e.published > ? AND l.day * 86400 >= e.published + 86400
          AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.article = a.external_id
            AND c.field = 'published' AND c.is_undone = 0)
        GROUP BY l.article
        """, arguments: [ArticleKey.undated])
    return try rows.compactMap { row in
      let published = PublicationDate(
        published: try row.decode(Int.self, atIndex: 1), precision: 1)
      guard let published = published?.day else { return nil }
      let ahead = published.distance(to: Day(number: try row.decode(Int.self, atIndex: 2)))
      // The day after may be another zone's today.
      guard ahead > 1 else { return nil }
      return Alert(
        rule: .date, scope: try row.decode(String.self, atIndex: 0), day: published,
        value: Double(ahead), threshold: 1, event: try row.decode(Int64.self, atIndex: 3))
    }
  }

  func missedTalks() throws -> [Alert] {
    let talks = catalogue.indicators.filter(\.isTalks).map(\.id)
    let parties = try db.partiesByForm()
    var appointments: [Int64: Appointment] = [:]
    var held: [Day: [Set<String>]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT l.event, e.indicator, l.day, l.status, l.is_dated, e.published, e.source_form,
          e.target_form
        FROM event e CROSS JOIN ledger_entry l ON l.id = e.id
        WHERE e.indicator IN (SELECT value FROM json_each(?)) AND l.event IS NOT NULL
        """, arguments: ["\(talks)"])
    while let row = try rows.next() {
      let event = try row.decode(Int64.self, atIndex: 0)
      let day = Day(number: try row.decode(Int.self, atIndex: 2))
      let status: Event.Status = try row.value(at: 3)
      let known = Set(
        try [6, 7].compactMap { try row.decode(Int?.self, atIndex: $0) }
          .compactMap { parties[$0] })
      let indicator = try row.decode(String.self, atIndex: 1)
      let isWord = catalogue[indicator]?.track == .word
      if status == .occurred, !isWord { held[day, default: []].append(known) }
      // Talks that are agreed on are words said now about a day to come.
      let isSet = isWord ? status != .denied : [.pledged, .decided, .forecast].contains(status)
      let published = try row.decode(Int.self, atIndex: 5)
      if isSet, try row.decode(Bool.self, atIndex: 4), published > ArticleKey.undated,
        day.number * 86_400 > published
      {
        let appointment = Appointment(
          event: event, indicator: indicator, day: day, parties: known)
        appointments[event, default: appointment].parties.formUnion(known)
      }
    }
    return Appointment.missed(Array(appointments.values), held: held, through: last)
  }
}

extension Indicator {
  /// Talks: held, or set for a day.
  fileprivate var isTalks: Bool {
    direction == .calms && plover.contains { $0.hasPrefix("CONSULT") || $0 == "REQUEST/meet" }
  }
}
