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
    let members = try members(of: link)
    var known = try tables.events(of: link)
    guard let place = members.first?.indicator ?? known.values.first?.indicator else { return }
    changes.note(day: day, ofIndicator: place)
    for member in members where member.event == nil {
      changes.articles.insert(CodedRowID.article(of: member.entry.row))
    }
    let byRow = Dictionary(
      members.indices.map { (members[$0].entry.row, $0) }, uniquingKeysWith: { first, _ in first })
    var told: [Int64?] = Array(repeating: nil, count: members.count)
    for telling in EventLinking.tellings(members.map(\.entry), indicator: place, catalogue) {
      let tellers = telling.rows.compactMap { byRow[$0] }
      for teller in tellers { told[teller] = telling.id }
      let before = known.removeValue(forKey: telling.id)
      let digest = digest(of: telling, tellers.lazy.map { members[$0] })
      // What the same tell in the same way weighs the same.
      if before?.digest == digest { continue }
      if let before { try remove(before) }
      let linked = EventLinking.event(telling, indicator: place, catalogue)
      let event = StoredEvent(
        linked, link: link, indicator: place, denials: telling.denied.count, digest: digest,
        parts: try self.parts(of: tellers.lazy.map { members[$0] }, parts))
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
    for (member, event) in zip(members, told) where event != member.event {
      try tables.assign(member.entry.row, to: event)
    }
  }

  /// Of everything that the event is made of.
  private func digest(of telling: EventLinking.Telling, _ tellers: some Sequence<Member>) -> Int64 {
    var digest = Digest()
    for entries in [telling.asserted, telling.denied] {
      for entry in entries.sorted(by: { $0.row < $1.row }) {
        digest.combine(Int(entry.row))
        digest.combine(entry.day.number)
        digest.combine(entry.status.rawValue)
        digest.combine(entry.origin.role.rawValue)
        digest.combine(entry.origin.name)
        digest.combine(entry.size.map { Int(truncatingIfNeeded: $0.bitPattern) } ?? 0)
      }
    }
    for teller in tellers {
      digest.combine(teller.place)
      digest.combine(Int(teller.source ?? 0))
      digest.combine(Int(teller.target ?? 0))
    }
    return digest.value
  }

  /// What gains by an event that escalates.
  private func parts(of tellers: some Sequence<Member>, _ names: PartNames) throws -> [String] {
    var parts: Set<String> = []
    for teller in tellers
    where catalogue.indicators[teller.indicator].direction == .escalates {
      try parts.formUnion(
        names.parts(place: teller.place, source: teller.source, target: teller.target))
    }
    return parts.sorted()
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
    var place: String?
    /// Forms of the parties.
    var source: Int64?
    var target: Int64?
  }

  private func members(of link: Int64) throws -> [Member] {
    var members: [Member] = []
    try find.run([.integer(link)]) { row in
      members.append(
        Member(
          entry: try LedgerEntry(row: row), event: row.id(10), indicator: row[11],
          place: row.text(12), source: row.id(13), target: row.id(14)))
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
