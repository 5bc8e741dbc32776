import EventData
import GRDB

/// Writes, with an article, what the ledger will ask about its events and what only the coded
/// article knows; and takes it out again.
final class LedgerFacts {
  private let db: Database
  private let insert: BulkInsert
  private let copies: CopyTables
  private var hasChanged = false

  init(_ db: Database, _ recent: RecentMarks) throws {
    self.db = db
    insert = try BulkInsert(
      db, "INSERT INTO ledger_entry (id, words, place, origin_code, origin_kind, quantity, unit)",
      columns: 7)
    copies = try CopyTables(db, recent)
  }

  /// - Parameter isNew: false where only the coding of a known text is new.
  func add(_ item: PreparedImport, at key: ArticleKey, isNew: Bool) throws {
    let coded = item.coded
    if isNew { try copies.add(item.marks, at: key) }
    hasChanged = true
    for (place, event) in coded.events.prefix(CodedRowID.limit).enumerated()
    where event.indicator != nil {
      let figure = coded.figures.filter { $0.sentence == event.sentence }
        .max { $0.quantity < $1.quantity }
      let origin = event.origin.flatMap { name in
        coded.actors.first { $0.actor.name == name || $0.actor.id == name }?.actor
      }
      try insert.add(
        .integer(CodedRowID.id(article: key.row, place: place)),
        .integer(item.digests[event.sentence] ?? 0), .init(Self.place(of: event, in: coded)),
        .init(origin?.code), .init(origin?.kind.rawValue), .init(figure?.quantity),
        .init(figure?.unit))
    }
  }

  /// - Parameter isGone: true where the text goes, too.
  func remove(_ key: ArticleKey, isGone: Bool) throws {
    try insert.flush()
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
    try insert.flush()
    if hasChanged { try PreparedQuery(db, "UPDATE ledger_state SET is_stale = 1").run() }
    return copies.recent
  }

  /// The country: two reports of one event name the town, the region or the coast of it.
  private static func place(of event: Event, in coded: CodedArticle) -> String? {
    guard let name = event.region else { return nil }
    let region = coded.regions.first { $0.region.name == name || $0.region.id == name }?.region
    return region?.country ?? region?.id ?? name
  }
}
