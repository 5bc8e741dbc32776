import Escalation
import EventData
import GRDB

/// What persons have set right, ready to be applied to reports on their way into the ledger.
///
/// A correction names an event by its article, the words of its sentence, its indicator and its
/// place among those: what a further import or another coder leaves as it is.
final class Corrections {
  private struct Key: Hashable {
    var words: Int64
    var indicator: String
    var place: Int
  }

  private let db: Database
  private let stored: StoredFindings
  /// By article.
  private var byArticle: [Int64: [Correction]] = [:]
  /// Of the articles that have corrections: which row is which event.
  private var keys: [Int64: Key] = [:]
  private var dismissed: Set<Int64> = []
  /// Rows that a person has tied to another, or to none.
  private var links: [(row: Int64, other: String)] = []

  init(_ db: Database) throws {
    self.db = db
    stored = try StoredFindings(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, \(Correction.columns) FROM correction c JOIN article a
          ON a.external_id = c.article
        WHERE c.is_undone = 0 ORDER BY c.id
        """)
    for row in rows {
      byArticle[try row.decode(Int64.self, atIndex: 0), default: []].append(
        try Correction(row: row, at: 1))
    }
    for article in byArticle.keys { try findKeys(of: article) }
  }

  /// The later of two corrections of one field wins.
  func apply(to report: inout CodedReport) throws {
    guard let corrections = byArticle[CodedRowID.article(of: report.row)] else { return }
    for correction in corrections where applies(correction, to: report.row) {
      switch correction.field {
      case .published: report.published = correction.value.flatMap { Day(iso: $0) }
      case .date:
        report.event.date = correction.value.flatMap { Day(iso: $0) }.map { EventDate(first: $0) }
      case .status:
        if let status = correction.value.flatMap(Event.Status.init(rawValue:)) {
          report.event.status = status
        }
      case .source: report.event.source = try correction.value.map(actor)
      case .target: report.event.target = try correction.value.map(actor)
      case .origin:
        let origin = try correction.value.map(actor)
        report.event.origin = origin?.name
        report.originCode = origin?.code
        report.originKind = nil
      case .link: links.append((report.row, correction.value ?? ""))
      case .dismissed: dismissed.insert(report.row)
      }
    }
  }

  func isDismissed(_ row: Int64) -> Bool { dismissed.contains(row) }

  /// Ties reports to the event of another, or parts them from all, when all have been read.
  func linkByHand() throws {
    for (row, other) in links {
      let target = try EventReference(other).flatMap { try $0.row(db) }
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO ledger_stale SELECT link, day FROM ledger_entry
          WHERE id = ? AND link <> 0 AND day IS NOT NULL
          """, arguments: [row])
      if let target {
        try db.execute(
          sql: """
            UPDATE ledger_entry SET (link, day, is_dated) =
              (SELECT link, day, 1 FROM ledger_entry WHERE id = ?2) WHERE id = ?1
            """, arguments: [row, target])
      } else {
        // A link of its own, as no digest of words is its row.
        try db.execute(sql: "UPDATE ledger_entry SET link = id WHERE id = ?", arguments: [row])
      }
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO ledger_stale SELECT link, day FROM ledger_entry
          WHERE id = ? AND link <> 0 AND day IS NOT NULL
          """, arguments: [row])
    }
  }

  private func applies(_ correction: Correction, to row: Int64) -> Bool {
    if correction.indicator.isEmpty { return true }
    return keys[row]
      == Key(
        words: correction.words, indicator: correction.indicator, place: correction.place)
  }

  private func findKeys(of article: Int64) throws {
    var seen: [Key: Int] = [:]
    let ids = CodedRowID.range(ofArticle: article)
    // Descending ids follow the text.
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, words FROM ledger_entry WHERE id BETWEEN ? AND ? ORDER BY id DESC
          """), arguments: [ids.lowerBound, ids.upperBound])
    for row in rows {
      let id = try row.decode(Int64.self, atIndex: 0)
      var key = Key(
        words: try row.decode(Int64.self, atIndex: 1),
        indicator: try stored.event(id).indicator ?? "", place: 0)
      let place = seen[key, default: 0]
      seen[key] = place + 1
      key.place = place
      keys[id] = key
    }
  }

  /// An actor that the archive knows by id or name, else a new name.
  private func actor(_ name: String) throws -> ActorReference {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT p.external_id, f.name, f.code FROM actor_form f JOIN actor p ON p.id = f.actor
          WHERE p.external_id = ?1 OR f.name = ?1 COLLATE NOCASE
          ORDER BY p.external_id <> ?1, p.articles DESC LIMIT 1
          """), arguments: [name])
    guard let row else { return ActorReference(id: name.lowercased(), name: name, code: "---") }
    return ActorReference(
      id: try row.decode(String.self, atIndex: 0), name: try row.decode(String.self, atIndex: 1),
      code: try row.decode(String.self, atIndex: 2))
  }
}
