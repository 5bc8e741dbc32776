import Escalation
import EventData
import GRDB

/// What some say that a party does to another, with those who say so, deny it or keep silent.
package struct ClaimRow: Hashable, Sendable, Identifiable {
  package var indicator: String
  /// Parties: see ``Party``.
  package var source: String?
  package var target: String?
  /// Origins in order of letters, each once.
  package var asserting: [String]
  package var denying: [String]
  /// Parties of the deed who neither own to it nor deny it.
  package var silent: [String]
  package var first: Day
  package var last: Day
  /// The sentences: denials before claims, the newest first.
  package var reports: [Int64]

  package var isContested: Bool { !asserting.isEmpty && !denying.isEmpty }
  package var id: String { "\(indicator) \(source ?? "") \(target ?? "")" }
}

extension ArchiveReader {
  /// Claims that were made or denied from a day on: what is contested first, then what only is
  /// denied, then what those who are said to do it have not answered.
  ///
  /// - Parameter filter: one of the sentences has to be under it; the answers to it need not.
  package func claims(
    since day: Day, _ filter: ArticleFilter = ArticleFilter(), _ catalogue: IndicatorCatalogue,
    limit: Int
  ) throws(ArchiveError) -> [ClaimRow] {
    try read { db in
      let wanted = filter.isEmpty ? nil : Set(try ledgerRows(filter, db))
      var claims: [ClaimKey: Claim] = [:]
      var accusations = Accusations()
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: Claim.sql), arguments: [day.number])
      while let row = try rows.next() {
        let place = try row.decode(Int.self, atIndex: 1)
        guard catalogue.indicators.indices.contains(place),
          catalogue.indicators[place].direction == .escalates
        else { continue }
        let indicator = catalogue.indicators[place].id
        func party(_ column: Int) throws -> String? {
          guard let name = try row.decode(String?.self, atIndex: column + 1) else { return nil }
          return Party.key(code: try row.decode(String?.self, atIndex: column), else: name)
        }
        let key = ClaimKey(indicator: indicator, source: try party(2), target: try party(4))
        // Of deeds that nobody does to nobody there is nothing to answer.
        if key.source == nil, key.target == nil { continue }
        let origin = Origin(try row.value(at: 9), try row.decode(String.self, atIndex: 7))
        let (id, day) = (
          try row.decode(Int64.self, atIndex: 0), Day(number: try row.decode(Int.self, atIndex: 8))
        )
        let isDenial = try row.decode(String.self, atIndex: 6) == Event.Status.denied.rawValue
        claims[key, default: Claim()].add(id, day, by: origin, isDenial: isDenial)
        let sentence = SentenceKey(
          article: CodedRowID.article(of: id), words: try row.decode(Int64.self, atIndex: 10))
        if isDenial {
          accusations.denied[sentence, default: []].insert(key)
        } else if try row.decode(Bool.self, atIndex: 11) {
          accusations.made[sentence, default: []].append((id, day, origin, key.target))
        }
      }
      accusations.complete(&claims)
      Claim.complete(&claims)
      return Array(
        claims.compactMap { key, claim in claim.row(key) }
          .filter { row in wanted.map { !$0.isDisjoint(with: row.reports) } ?? true }
          .sorted { $0.comesBefore($1) }
          .prefix(limit))
    }
  }
}

private struct ClaimKey: Hashable {
  var indicator: String
  var source: String?
  var target: String?
}

private struct SentenceKey: Hashable {
  var article: Int64
  var words: Int64
}

/// “denied Latvian allegations that it had attacked”: who accuses asserts what is denied.
private struct Accusations {
  var made: [SentenceKey: [(row: Int64, day: Day, origin: Origin, accused: String?)]] = [:]
  var denied: [SentenceKey: Set<ClaimKey>] = [:]

  func complete(_ claims: inout [ClaimKey: Claim]) {
    for (sentence, keys) in denied {
      for key in keys {
        for accusation in made[sentence] ?? []
        where accusation.accused != nil && accusation.accused == key.source {
          claims[key]?.add(
            accusation.row, accusation.day, by: accusation.origin, isDenial: false)
        }
      }
    }
  }
}

private struct Claim {
  static let sql = """
    SELECT l.id, l.indicator, sf.code, sf.name, tf.code, tf.name, l.status, l.origin, l.day, l.role,
      l.words, l.is_accusation
    FROM ledger_entry l LEFT JOIN actor_form sf ON sf.id = l.source_form
      LEFT JOIN actor_form tf ON tf.id = l.target_form
    WHERE l.day >= ? AND l.origin IS NOT NULL AND l.indicator IS NOT NULL
    """

  private var asserting: Set<String> = []
  /// Somebody says so, not only a newspaper.
  private var isSaid = false
  private var denying: Set<String> = []
  private var reports: [(row: Int64, day: Day, isDenial: Bool)] = []

  mutating func add(_ row: Int64, _ day: Day, by origin: Origin, isDenial: Bool) {
    if isDenial { denying.insert(origin.name) } else { asserting.insert(origin.name) }
    if !isDenial, origin.role != .outlet { isSaid = true }
    reports.append((row, day, isDenial))
  }

  /// “denies that it plans to attack”: what is said without naming against whom belongs to what
  /// most reports say of the same party.
  static func complete(_ claims: inout [ClaimKey: Claim]) {
    for key in claims.keys where key.target == nil && key.source != nil {
      let fuller = claims.filter {
        $0.key.target != nil && $0.key.source == key.source && $0.key.indicator == key.indicator
      }
      guard
        let best = fuller.max(by: {
          ($0.value.reports.count, $1.key.target!) < ($1.value.reports.count, $0.key.target!)
        })?.key, let claim = claims.removeValue(forKey: key)
      else { continue }
      claims[best]!.add(claim)
    }
  }

  private mutating func add(_ other: Claim) {
    asserting.formUnion(other.asserting)
    denying.formUnion(other.denying)
    isSaid = isSaid || other.isSaid
    reports += other.reports
  }

  /// Nil where nothing is in dispute: the doer says so too.
  func row(_ key: ClaimKey) -> ClaimRow? {
    let silent = [key.source, key.target].compactMap { $0 }
      .filter { !asserting.contains($0) && !denying.contains($0) }
    let isUnanswered =
      isSaid && key.source != key.target && key.source.map(silent.contains) ?? false
    guard !denying.isEmpty || isUnanswered else { return nil }
    let days = reports.map(\.day)
    return ClaimRow(
      indicator: key.indicator, source: key.source, target: key.target,
      asserting: asserting.sorted(), denying: denying.sorted(), silent: silent,
      first: days.min()!, last: days.max()!,
      reports: reports.sorted {
        $0.isDenial != $1.isDenial ? $0.isDenial : ($0.day, $0.row) > ($1.day, $1.row)
      }.map(\.row))
  }
}

extension ClaimRow {
  fileprivate func comesBefore(_ other: ClaimRow) -> Bool {
    func rank(_ row: ClaimRow) -> Int { row.isContested ? 0 : row.denying.isEmpty ? 2 : 1 }
    let (a, b) = (rank(self), rank(other))
    if a != b { return a < b }
    return last != other.last ? last > other.last : id < other.id
  }
}
