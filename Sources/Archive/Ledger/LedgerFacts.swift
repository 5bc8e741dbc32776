import Escalation
import EventData
import GRDB

/// Writes, with an article, what the ledger will ask about its events and what only the coded
/// article knows; and takes it out again.
final class LedgerFacts {
  private let db: Database
  private let insert: BulkInsert
  private let stale: BulkInsert
  private let copies: CopyTables
  private let readiness: LedgerReadiness
  /// By links, days of entries that are new.
  private var staleDays: [Int64: Set<Int>] = [:]
  private var hasChanged = false

  init(_ db: Database, _ recent: RecentMarks) throws {
    self.db = db
    insert = try BulkInsert(
      db,
      """
      INSERT OR FAIL INTO ledger_entry (id, words, place, origin_code, origin_kind, quantity, unit,
        source_form, target_form, region, told_day, is_accusation,
        link, indicator, day, is_dated, status, role, origin, size, excluded)
      """, columns: 21)
    stale = try BulkInsert(db, "INSERT OR IGNORE INTO ledger_stale (link, day)", columns: 2)
    copies = try CopyTables(db, recent)
    readiness = LedgerReadiness(db)
  }

  /// - Parameters:
  ///   - forms: of the actors that it names, by their places in ``NamedActors``.
  ///   - outcome: `recoded` where only the coding of a known text is new.
  func add(
    _ item: PreparedImport, _ forms: [Interner.Form], at key: ArticleKey, _ outcome: ImportOutcome
  ) throws {
    if outcome != .recoded { try copies.add(item.marks, at: key) }
    hasChanged = true
    guard !item.facts.isEmpty else { return }
    // Of an article that was there the ledger has to learn that it changed, too.
    let isRead = try outcome == .added && readiness.takes(item)
    for fact in item.facts {
      let row = CodedRowID.id(article: key.row, place: fact.index)
      let event = item.coded.events[fact.index]
      let told: [ColumnValue] = [
        .integer(row), .integer(fact.words), .init(fact.place), .init(fact.origin?.code),
        .init(fact.origin?.kind.rawValue), .init(fact.figure?.quantity), .init(fact.figure?.unit),
        .init(item.named.sources[fact.index].map { forms[$0].form }),
        .init(item.named.targets[fact.index].map { forms[$0].form }),
        .init(event.region), .init(event.date?.first.number), .init(event.category == .accuse),
      ]
      guard isRead, let reading = fact.reading else {
        try insert.add(told + Array(repeating: .null, count: 9))
        continue
      }
      switch reading {
      case .success(let entry):
        staleDays[entry.link, default: []].insert(entry.day.number)
        try insert.add(
          told + [
            .integer(entry.link), .init(fact.indicator), .init(entry.day.number),
            .init(entry.isDated), .text(entry.status.rawValue),
            .text(entry.origin.role.rawValue), .text(entry.origin.name), .init(entry.size), .null,
          ])
      case .failure(let reason):
        try insert.add(
          told + [
            .integer(0), .null, .null, .null,
            .text(event.status.rawValue), .null, .null, .null,
            .text(reason.rawValue),
          ])
      }
    }
  }

  /// - Parameter isGone: true where the text goes, too.
  func remove(_ key: ArticleKey, isGone: Bool) throws {
    try flush()
    let ids = CodedRowID.range(ofArticle: key.row)
    for sql in [
      """
      INSERT OR IGNORE INTO ledger_stale SELECT link, day FROM ledger_entry
      WHERE id BETWEEN ? AND ? AND link <> 0
      """,
      "DELETE FROM ledger_entry WHERE id BETWEEN ? AND ?",
    ] {
      try PreparedQuery(db, sql).run(.integer(ids.lowerBound), .integer(ids.upperBound))
    }
    if isGone { try copies.remove(key) }
    hasChanged = true
  }

  func finish() throws -> RecentMarks {
    try flush()
    try copies.flush()
    if hasChanged { try PreparedQuery(db, "UPDATE ledger_state SET is_stale = 1").run() }
    return copies.recent
  }

  private func flush() throws {
    try insert.flush()
    for (link, days) in staleDays.sorted(by: { $0.key < $1.key }) {
      for day in days.sorted() { try stale.add(.integer(link), .init(day)) }
    }
    try stale.flush()
    staleDays.removeAll(keepingCapacity: true)
  }
}
