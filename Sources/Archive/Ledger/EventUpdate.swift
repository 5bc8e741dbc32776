import Escalation
import EventData
import GRDB

/// Makes the events of stale links anew, and writes those that differ.
struct EventUpdate {
  private let db: Database
  private let catalogue: IndicatorCatalogue
  private let changes: LedgerChanges
  private let past: EventPast
  private let tables: LedgerTables
  private let find: PreparedQuery

  init(
    _ db: Database, _ catalogue: IndicatorCatalogue, _ changes: LedgerChanges, _ past: EventPast
  ) throws {
    self.db = db
    self.catalogue = catalogue
    self.changes = changes
    self.past = past
    tables = try LedgerTables(db, catalogue)
    find = try PreparedQuery(
      db,
      """
      SELECT \(LedgerEntry.columns), l.event, l.indicator, l.place, l.source_form,
        l.target_form
      FROM ledger_entry l CROSS JOIN article_copy c ON c.article = l.article
      WHERE l.link = ? AND l.day IS NOT NULL AND l.indicator IS NOT NULL
      """)
  }

  func run() throws {
    let parts = PartNames(db)
    let links = try Row.fetchCursor(
      db, sql: "SELECT link, min(day) FROM ledger_stale WHERE link <> 0 GROUP BY link")
    while let link = try links.next() {
      try update(
        link.decode(Int64.self, atIndex: 0), from: link.decode(Int.self, atIndex: 1), parts)
    }
    try tables.flush()
    try db.execute(sql: "DELETE FROM ledger_stale")
  }

  /// - Parameter day: the first of those whose reports have changed.
  private func update(_ link: Int64, from day: Int, _ parts: PartNames) throws {
    let members = try members(of: link, parts)
    var known = try tables.events(of: link)
    guard let place = members.first?.indicator ?? known.values.first?.indicator else { return }
    changes.note(day: day, ofIndicator: place)
    let escalates = catalogue.indicators[place].direction == .escalates
    for member in members where member.event == nil {
      changes.articles.insert(CodedRowID.article(of: member.entry.row))
    }
    let byRow = Dictionary(
      members.map { ($0.entry.row, $0) }, uniquingKeysWith: { first, _ in first })
    var told: [Int64: Int64] = [:]
    for linked in EventLinking.events(members.map(\.entry), indicator: place, catalogue) {
      for row in linked.rows { told[row] = linked.id }
      let event = StoredEvent(
        linked, link: link, indicator: place,
        denials: linked.rows.count { byRow[$0]?.entry.status == .denied },
        parts: escalates ? Set(linked.rows.flatMap { byRow[$0]?.parts ?? [] }).sorted() : [])
      let before = known.removeValue(forKey: linked.id)
      if before?.digest == event.digest { continue }
      if let before { try remove(before) }
      if before == nil {
        changes.note(day: event.first, ofIndicator: place)
        try past.note(new: event.id)
      }
      try tables.write(event, linked)
      try changes.post(linked.phases, parts: event.parts, isBack: false, catalogue)
    }
    for gone in known.values {
      changes.note(day: gone.first, ofIndicator: place)
      try remove(gone)
    }
    for member in members where told[member.entry.row] != member.event {
      try tables.assign(member.entry.row, to: told[member.entry.row])
    }
  }

  private func remove(_ event: StoredEvent) throws {
    let phases = try db.phases(
      "WHERE p.event = ? ORDER BY p.since", [.integer(event.id)], catalogue)
    try past.note(event, phases)
    try changes.post(phases, parts: event.parts, isBack: true, catalogue)
    try tables.remove(event.id)
  }

  /// A report with the event that it was taken for.
  private struct Member {
    var entry: LedgerEntry
    var event: Int64?
    var indicator: Int
    var parts: [String]
  }

  private func members(of link: Int64, _ parts: PartNames) throws -> [Member] {
    var members: [Member] = []
    try find.run([.integer(link)]) { row in
      members.append(
        Member(
          entry: try LedgerEntry(row: row), event: row.id(10), indicator: row[11],
          parts: try parts.parts(
            place: row.text(12), source: row.id(13), target: row.id(14))))
      return true
    }
    return members
  }
}

/// What an event counts for besides the whole: a pair of parties, a place.
final class PartNames {
  private let db: Database
  private var parties: [Int64: String] = [:]

  init(_ db: Database) {
    self.db = db
  }

  func parts(place: String?, source: Int64?, target: Int64?) throws -> [String] {
    var parts = place.map { [AlertScope.place($0)] } ?? []
    if let source, let target, source != target,
      let one = try party(source), let other = try party(target), one != other
    {
      parts.append(AlertScope.dyad(one, other))
    }
    return parts
  }

  func party(_ form: Int64) throws -> String? {
    if let known = parties[form] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT code, name FROM actor_form WHERE id = ?"),
      arguments: [form])
    guard let row else { return nil }
    let party = Party.key(
      code: try row.decode(String?.self, atIndex: 0), else: try row.decode(String.self, atIndex: 1))
    parties[form] = party
    return party
  }
}
