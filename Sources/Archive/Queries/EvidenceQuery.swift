import Escalation
import EventData
import GRDB

/// A sentence that counts: one report of an event of the ledger.
package struct EvidenceRow: Hashable, Sendable, Identifiable {
  package var id: Int64
  /// The event of the ledger that it tells of; nil where nobody asserts what it denies.
  package var event: Int64?
  package var article: ArticleKey
  package var reference: EventReference
  package var outlet: String?
  package var published: PublicationDate?
  package var indicator: String
  /// When it counts, in which status and role: as set right by a person, where one has.
  package var day: Day
  package var status: Event.Status
  package var role: OriginRole
  package var origin: String?
  package var source: String?
  package var target: String?
  package var span: Span
  package var sentence: String
}

extension ArchiveReader {
  /// The sentences behind events of the ledger, those of one event together, in the order of
  /// `events`; inside an event what says most first, then the most credible, then the earliest.
  ///
  /// - Parameters:
  ///   - each: reports of one event at most.
  ///   - most: sentences at most.
  package func evidence(
    of events: [Int64], each: Int = .max, most: Int = .max
  ) throws(ArchiveError) -> [EvidenceRow] {
    try read { db in
      let stored = try StoredFindings(db)
      // Thousands may tell of one event: only those that are asked for are read whole.
      let reports = try RankedReport.all(of: events, each: each, db)
      var rows: [EvidenceRow] = []
      // A sentence that names several actors tells of the event once.
      var seen: Set<[Int64]> = []
      for start in stride(from: 0, to: reports.count, by: Self.evidencePage) {
        let ids = reports.dropFirst(start).prefix(Self.evidencePage).map(\.id)
        for row in try EvidenceRow.rows(ids, stored, db)
        where seen.insert([row.event ?? 0, row.article.row, Int64(row.span.start)]).inserted {
          rows.append(row)
          if rows.count == most { return rows }
        }
      }
      return rows
    }
  }

  /// Reports of the ledger by their rows, in this order.
  package func evidence(ofReports rows: [Int64]) throws(ArchiveError) -> [EvidenceRow] {
    try read { db in
      try EvidenceRow.rows(rows, StoredFindings(db), db)
    }
  }

  /// The reports of events of the ledger, as it reads them.
  package func ledgerEntries(
    of events: [Int64]
  ) throws(ArchiveError) -> [Int64: [LedgerEntry]] {
    try read { db in
      var entries: [Int64: [LedgerEntry]] = [:]
      let rows = try db.rows(
        """
        SELECT \(LedgerEntry.columns), l.event FROM wanted CROSS JOIN ledger_entry l
          ON l.event = wanted.id CROSS JOIN article_copy c ON c.article = l.article
        """, ids: events)
      while let row = try rows.next() {
        entries[try row.decode(Int64.self, atIndex: 10), default: []].append(
          try LedgerEntry(row: row))
      }
      return entries
    }
  }

  /// The events of the ledger of which a report is under the filter.
  package func ledgerEvents(_ filter: ArticleFilter) throws(ArchiveError) -> Set<Int64> {
    try read { db in
      let rows = try ledgerRows(filter, db)
      let find = try PreparedQuery(
        db,
        """
        SELECT l.event FROM json_each(?) AS wanted CROSS JOIN ledger_entry l
          ON l.id = wanted.value WHERE l.event IS NOT NULL
        """)
      var events: Set<Int64> = []
      for start in stride(from: 0, to: rows.count, by: Self.page) {
        try find.run([.text("\(Array(rows.dropFirst(start).prefix(Self.page)))")]) { row in
          events.insert(Int64(row[0]))
          return true
        }
      }
      return events
    }
  }

  /// The reports under the filter, by their rows.
  func ledgerRows(_ filter: ArticleFilter, _ db: Database) throws -> [Int64] {
    guard !filter.actors.isEmpty else {
      return try ArticleSelection(filter, db, searches, CopySets()).ledgerRows(where: nil)
    }
    var articles = filter
    articles.actors = []
    var rows: Set<Int64> = []
    for actor in Set(filter.actors) {
      let selection = try ArticleSelection(
        articles, db, searches, CopySets(), participant: (actor, .acts))
      let forms = try db.forms(ofActor: actor).map(String.init).joined(separator: ", ")
      rows.formUnion(
        try selection.ledgerRows(
          where: "(entry.source_form IN (\(forms)) OR entry.target_form IN (\(forms)))"))
    }
    return Array(rows)
  }

  /// Rows asked for at once: all of them would make a text of megabytes.
  private static let page = 5000
  /// Sentences read at once, of those that may be more than are asked for.
  private static let evidencePage = 500
}

extension EvidenceRow {
  /// Reports by their rows, in this order.
  fileprivate static func rows(
    _ ids: [Int64], _ stored: StoredFindings, _ db: Database
  ) throws -> [EvidenceRow] {
    let sql = """
      SELECT l.id, l.event, a.published, a.precision, a.external_id, o.name, l.day, l.status,
        l.role, t.text
      FROM wanted CROSS JOIN ledger_entry l ON l.id = wanted.id
        CROSS JOIN article a ON a.id = l.article
        CROSS JOIN article_text t ON t.id = l.article LEFT JOIN outlet o ON o.id = a.outlet
      """
    return try Array(db.rows(sql, ids: ids).map { try EvidenceRow(row: $0, stored) })
  }

  fileprivate init(row: Row, _ stored: StoredFindings) throws {
    let id = try row.decode(Int64.self, atIndex: 0)
    let published = try row.decode(Int.self, atIndex: 2)
    let event = try stored.event(id)
    self.init(
      id: id, event: try row.decode(Int64?.self, atIndex: 1),
      article: ArticleKey(published: published, row: CodedRowID.article(of: id)),
      reference: EventReference(
        article: try row.decode(String.self, atIndex: 4), number: CodedRowID.number(of: id)),
      outlet: try row.decode(String?.self, atIndex: 5),
      published: PublicationDate(
        published: published, precision: try row.decode(Int.self, atIndex: 3)),
      indicator: event.indicator ?? "", day: Day(number: try row.decode(Int.self, atIndex: 6)),
      status: try row.value(at: 7), role: try row.value(at: 8), origin: event.origin,
      source: event.source?.name, target: event.target?.name, span: event.sentence,
      sentence: try ByteText(row: row, at: 9).text(of: event.sentence))
  }
}
