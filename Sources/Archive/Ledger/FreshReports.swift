import Escalation
import EventData
import GRDB

/// Reads what has come into the archive since, sets right what persons have, and notes for each
/// report what the ledger asks of it: an entry, or why it has none.
struct FreshReports {
  private let db: Database
  private let catalogue: IndicatorCatalogue

  init(_ db: Database, _ catalogue: IndicatorCatalogue) {
    self.db = db
    self.catalogue = catalogue
  }

  /// - Parameter articles: is told of every article that is read.
  func readAll(_ articles: (Int64) -> Void) throws {
    let corrections = try Corrections(db)
    let write = try PreparedQuery(
      db,
      """
      UPDATE ledger_entry SET link = ?, indicator = ?, day = ?, is_dated = ?, status = ?,
        role = ?, origin = ?, size = ?, excluded = ? WHERE id = ?
      """)
    let stale = try PreparedQuery(
      db, "INSERT OR IGNORE INTO ledger_stale (link, day) VALUES (?, ?)")
    var last: Int64 = 0
    while let (page, end) = try freshReports(after: last) {
      var found: [(report: CodedReport, entry: LedgerEntry)] = []
      for var report in page {
        articles(report.article)
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
      let joined = LedgerEntry.joiningPairs(
        found, within: catalogue.method.days("link.days"))
      for (entry, (report, _)) in zip(joined, found) {
        try write.run(
          .integer(entry.link), .init(report.event.indicator.flatMap(catalogue.place)),
          .init(entry.day.number), .init(entry.isDated), .text(entry.status.rawValue),
          .text(entry.origin.role.rawValue), .text(entry.origin.name), .init(entry.size), .null,
          .integer(entry.row))
        try stale.run(.integer(entry.link), .init(entry.day.number))
      }
      last = end
    }
    try corrections.linkByHand()
  }

  /// A page of whole articles, and its last row; nil behind the last.
  private func freshReports(
    after last: Int64, limit: Int = 1000
  ) throws -> (page: [CodedReport], last: Int64)? {
    let stored = try StoredFindings(db)
    let page = try Row.fetchAll(
      db.cachedStatement(sql: CodedReport.sql), arguments: [last, limit]
    ).map { try CodedReport(row: $0, stored) }
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
      .integer(0), .null, .null, .null, .text(report.event.status.rawValue), .null, .null,
      .null, .text(reason.rawValue), .integer(report.row))
  }
}

extension CodedReport {
  /// Entries that the ledger has not read yet, a page at a time by their rows.
  fileprivate static let sql = """
    SELECT l.id, a.published, a.precision, o.name, l.origin_code, l.origin_kind, l.place, l.words,
      c.text, l.quantity, l.unit
    FROM ledger_entry l CROSS JOIN article a ON a.id = l.article
      CROSS JOIN article_copy c ON c.article = l.article LEFT JOIN outlet o ON o.id = a.outlet
    WHERE l.link IS NULL AND l.id > ? ORDER BY l.id LIMIT ?
    """

  fileprivate init(row: Row, _ stored: StoredFindings) throws {
    let id = try row.decode(Int64.self, atIndex: 0)
    self.init(
      row: id, article: CodedRowID.article(of: id), event: try stored.event(id),
      published: PublicationDate(
        published: try row.decode(Int.self, atIndex: 1),
        precision: try row.decode(Int.self, atIndex: 2))?.day,
      outlet: try row.decode(String?.self, atIndex: 3),
      originCode: try row.decode(String?.self, atIndex: 4),
      originKind: try row.decode(String?.self, atIndex: 5)
        .flatMap(PoliticalActor.Kind.init(rawValue:)),
      place: try row.decode(String?.self, atIndex: 6),
      words: try row.decode(Int64.self, atIndex: 7),
      text: try row.decode(Int64.self, atIndex: 8),
      quantity: try row.decode(Double?.self, atIndex: 9),
      unit: try row.decode(String?.self, atIndex: 10))
  }
}
