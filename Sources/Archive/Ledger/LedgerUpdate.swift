import Escalation
import EventData
import GRDB

extension ArchiveWriter {
  /// Brings the ledger up to date with what was imported, coded again or set right since: only
  /// what that touches is made anew. Does nothing when there is nothing to do.
  ///
  /// - Parameter today: articles from later days do not move the day that is shown; nil where
  ///   all days are as good.
  package func updateLedger(
    _ catalogue: IndicatorCatalogue, today: Day? = nil
  ) throws(ArchiveError) {
    try write { db in try LedgerUpdate(db, catalogue).run(today: today) }
  }
}

/// One round of bookkeeping, in one transaction.
struct LedgerUpdate {
  private let db: Database
  private let catalogue: IndicatorCatalogue

  init(_ db: Database, _ catalogue: IndicatorCatalogue) {
    self.db = db
    self.catalogue = catalogue
  }

  func run(today: Day?) throws {
    guard let state = try Row.fetchOne(db, sql: "SELECT catalogue, is_stale FROM ledger_state")
    else { throw ArchiveError.corrupt("no state of the ledger") }
    let isOther = try state.decode(String?.self, atIndex: 0) != catalogue.version
    guard try isOther || state.decode(Bool.self, atIndex: 1) else { return }
    if isOther {
      try db.execute(
        sql: """
          UPDATE ledger_entry SET link = NULL, event = NULL;
          DELETE FROM ledger_stale; DELETE FROM ledger_event; DELETE FROM ledger_phase;
          DELETE FROM alert;
          """)
    }
    try readFreshEntries()
    try linkStaleEntries()
    try writeDays(today: today)
    try db.execute(
      sql: "UPDATE ledger_state SET catalogue = ?, is_stale = 0", arguments: [catalogue.version])
  }

  // MARK: Entries

  private func readFreshEntries() throws {
    let corrections = try Corrections(db)
    let write = try PreparedQuery(
      db,
      """
      UPDATE ledger_entry SET link = ?, day = ?, is_dated = ?, status = ?, role = ?, origin = ?,
        size = ?, excluded = ? WHERE id = ?
      """)
    let stale = try PreparedQuery(db, "INSERT OR IGNORE INTO ledger_stale (link) VALUES (?)")
    var last: Int64 = 0
    while let (page, end) = try freshReports(after: last) {
      var found: [(report: CodedReport, entry: LedgerEntry)] = []
      for var report in page {
        try corrections.apply(to: &report)
        if corrections.isDismissed(report.row) {
          try exclude(report, .dismissed, write)
          continue
        }
        switch LedgerEntry.reading(report, catalogue) {
        case .success(let entry): found.append((report, entry))
        case .failure(let reason): try exclude(report, reason, write)
        }
      }
      for entry in LedgerEntry.joiningPairs(found) {
        try write.run(
          .integer(entry.link), .init(entry.day.number), .init(entry.isDated),
          .text(entry.status.rawValue), .text(entry.origin.role.rawValue),
          .text(entry.origin.name), .init(entry.size), .null, .integer(entry.row))
        try stale.run(.integer(entry.link))
      }
      last = end
    }
    try corrections.linkByHand()
  }

  /// A page of whole articles, and its last row; nil behind the last.
  private func freshReports(
    after last: Int64, limit: Int = 1000
  ) throws -> (page: [CodedReport], last: Int64)? {
    let page = try Row.fetchAll(
      db.cachedStatement(sql: CodedReport.sql), arguments: [last, limit]
    ).map(CodedReport.init(row:))
    guard let end = page.last else { return nil }
    if page.count < limit { return (page, end.row) }
    // The last article may go on behind the page.
    let article = CodedRowID.article(of: end.row)
    let whole = page.prefix { CodedRowID.article(of: $0.row) != article }
    guard let last = whole.last else { return try freshReports(after: last, limit: limit * 2) }
    return (Array(whole), last.row)
  }

  private func exclude(
    _ report: CodedReport, _ reason: LedgerEntry.Exclusion, _ write: PreparedQuery
  ) throws {
    try write.run(
      .integer(0), .null, .null, .text(report.event.status.rawValue), .null, .null, .null,
      .text(reason.rawValue), .integer(report.row))
  }

  // MARK: Events

  private func linkStaleEntries() throws {
    let tables = try LedgerTables(db, catalogue)
    try db.execute(
      sql: """
        DELETE FROM alert WHERE event IN
          (SELECT e.id FROM ledger_stale s CROSS JOIN ledger_event e ON e.link = s.link);
        DELETE FROM ledger_phase WHERE event IN
          (SELECT e.id FROM ledger_stale s CROSS JOIN ledger_event e ON e.link = s.link);
        DELETE FROM ledger_event WHERE link IN (SELECT link FROM ledger_stale);
        """)
    var group: [LedgerEntry] = []
    var indicator = ""
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(LedgerEntry.columns), e.indicator FROM ledger_stale s CROSS JOIN ledger_entry l ON l.link = s.link
          CROSS JOIN event e ON e.id = l.id CROSS JOIN article_copy c ON c.article = l.article
        WHERE s.link <> 0 ORDER BY s.link
        """)
    while let row = try rows.next() {
      let entry = try LedgerEntry(row: row)
      if let first = group.first, first.link != entry.link {
        try tables.write(group, indicator: indicator)
        group.removeAll(keepingCapacity: true)
      }
      if group.isEmpty { indicator = try row.decode(String.self, atIndex: 10) }
      group.append(entry)
    }
    if !group.isEmpty { try tables.write(group, indicator: indicator) }
    try db.execute(sql: "DELETE FROM ledger_stale")
  }

  // MARK: Days

  private func writeDays(today: Day?) throws {
    try db.execute(
      sql: """
        DELETE FROM escalation_day; DELETE FROM escalation_bar;
        DELETE FROM alert WHERE rule IN
          ('record', 'surprise', 'tripwire', 'silence', 'figure', 'date', 'expected');
        """)
    guard let newest = try newestDay(today) else { return }
    var series = EscalationSeries(texts: try textsByDay(), through: newest, catalogue)
    try db.forEachPhase("", [], catalogue) { series.add($0) }
    let tables = try DayTables(db, catalogue.version)
    var watch = AlertWatch(catalogue.method)
    try series.forEachDay { day in
      try tables.write(day)
      watch.read(day)
    }
    let sources = AlertSources(db, catalogue, through: newest)
    try sources.readParts(&watch)
    let found =
      try watch.alerts + sources.figureRecords() + sources.dateConflicts() + sources.missedTalks()
    let alerts = try AlertTable(db)
    for alert in found { try alerts.write(alert) }
  }

  private func newestDay(_ today: Day?) throws -> Day? {
    let limit = today.map { ($0.number + 1) * 86_400 } ?? Int.max
    return try Int?.fetchOne(
      db, sql: "SELECT max(published) FROM article WHERE published > ? AND published < ?",
      arguments: [ArticleKey.undated, limit]
    ).flatMap { $0 }.flatMap { PublicationDate(published: $0, precision: 1)?.day }
  }

  /// Each text counts on the day of its first copy.
  private func textsByDay() throws -> [Day: Int] {
    var texts: [Day: Int] = [:]
    try PreparedQuery(
      db,
      """
      SELECT min(a.published) FROM article_copy c CROSS JOIN article a ON a.id = c.article
      WHERE a.published > ? GROUP BY c.text
      """
    ).run([.init(ArticleKey.undated)]) { row in
      if let day = PublicationDate(published: row[0], precision: 1)?.day {
        texts[day, default: 0] += 1
      }
      return true
    }
    return texts
  }
}

extension LedgerEntry {
  /// The columns of ``init(row:)``, of the entry `l` and its text `c`.
  static let columns = """
    l.id, l.link, l.day, l.is_dated, l.status, l.role, l.origin, l.words, c.text, l.size
    """

  init(row: Row) throws {
    self.init(
      row: try row.decode(Int64.self, atIndex: 0), link: try row.decode(Int64.self, atIndex: 1),
      day: Day(number: try row.decode(Int.self, atIndex: 2)),
      isDated: try row.decode(Bool.self, atIndex: 3), status: try row.value(at: 4),
      origin: Origin(try row.value(at: 5), try row.decode(String.self, atIndex: 6)),
      words: try row.decode(Int64.self, atIndex: 7),
      text: try row.decode(Int64.self, atIndex: 8),
      size: try row.decode(Double?.self, atIndex: 9))
  }
}

extension CodedReport {
  /// Entries that the ledger has not read yet, a page at a time by their rows.
  fileprivate static let sql = """
    SELECT \(Event.columns), l.id, e.published, a.precision, o.name, l.origin_code, l.origin_kind,
      l.place, l.words, c.text, l.quantity, l.unit
    FROM ledger_entry l CROSS JOIN event e ON e.id = l.id CROSS JOIN article a ON a.id = l.article
      CROSS JOIN article_copy c ON c.article = l.article LEFT JOIN outlet o ON o.id = a.outlet
      \(Event.joins)
    WHERE l.link IS NULL AND l.id > ? ORDER BY l.id LIMIT ?
    """

  fileprivate init(row: Row) throws {
    let id = try row.decode(Int64.self, atIndex: 20)
    self.init(
      row: id, article: CodedRowID.article(of: id), event: try Event(row: row),
      published: PublicationDate(
        published: try row.decode(Int.self, atIndex: 21),
        precision: try row.decode(Int.self, atIndex: 22))?.day,
      outlet: try row.decode(String?.self, atIndex: 23),
      originCode: try row.decode(String?.self, atIndex: 24),
      originKind: try row.decode(String?.self, atIndex: 25)
        .flatMap(PoliticalActor.Kind.init(rawValue:)),
      place: try row.decode(String?.self, atIndex: 26),
      words: try row.decode(Int64.self, atIndex: 27),
      text: try row.decode(Int64.self, atIndex: 28),
      quantity: try row.decode(Double?.self, atIndex: 29),
      unit: try row.decode(String?.self, atIndex: 30))
  }
}
