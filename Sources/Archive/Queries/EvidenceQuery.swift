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
  /// - Parameter most: sentences at which no further event is begun.
  package func evidence(
    of events: [Int64], most: Int = .max
  ) throws(ArchiveError) -> [EvidenceRow] {
    try read { db in
      let cursor = try db.rows(
        EvidenceRow.sql(from: "wanted CROSS JOIN ledger_entry l ON l.event = wanted.id"),
        ids: events)
      let stored = try StoredFindings(db)
      var rows: [EvidenceRow] = []
      while let row = try cursor.next() {
        let found = try EvidenceRow(row: row, stored)
        if rows.count >= most, found.event != rows.last?.event { break }
        rows.append(found)
      }
      let places = Dictionary(
        zip(events, events.indices), uniquingKeysWith: { first, _ in first })
      func rank(_ row: EvidenceRow) -> Int { row.event.flatMap { places[$0] } ?? 0 }
      return rows.sorted { rank($0) != rank($1) ? rank($0) < rank($1) : $0.isBefore($1) }
        .uniqued()
    }
  }

  /// Reports of the ledger by their rows, in this order.
  package func evidence(ofReports rows: [Int64]) throws(ArchiveError) -> [EvidenceRow] {
    try read { db in
      let stored = try StoredFindings(db)
      return try Array(
        db.rows(
          EvidenceRow.sql(from: "wanted CROSS JOIN ledger_entry l ON l.id = wanted.id"), ids: rows
        ).map { try EvidenceRow(row: $0, stored) })
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
}

extension [EvidenceRow] {
  /// A sentence that names several actors tells of the event once.
  fileprivate func uniqued() -> [EvidenceRow] {
    var seen: Set<[Int64]> = []
    return filter {
      seen.insert([$0.event ?? 0, $0.article.row, Int64($0.span.start)]).inserted
    }
  }
}

extension EvidenceRow {
  /// What says most, then what is most credible, then the earliest; nothing in the order may
  /// depend on that of the import.
  fileprivate func isBefore(_ other: EvidenceRow) -> Bool {
    let (mine, others) = (strength, other.strength)
    if mine != others { return mine.lexicographicallyPrecedes(others) }
    return (day, published?.epoch ?? 0, reference.description)
      < (other.day, other.published?.epoch ?? 0, other.reference.description)
  }

  /// How much it says and how far it is believed; the least says most.
  fileprivate var strength: [Int] {
    [
      Event.Status.allCases.firstIndex(of: status) ?? 0,
      OriginRole.allCases.firstIndex(of: role) ?? 0,
    ]
  }

  fileprivate static func sql(from entries: String) -> String {
    """
    SELECT l.id, l.event, a.published, a.precision, a.external_id, o.name, l.day, l.status, l.role,
      t.text
    FROM \(entries) CROSS JOIN article a ON a.id = l.article
      CROSS JOIN article_text t ON t.id = l.article LEFT JOIN outlet o ON o.id = a.outlet
    """
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
