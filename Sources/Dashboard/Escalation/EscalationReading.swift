import Archive
import Escalation
import EventData

/// Escalation under a filter, on the day of the newest article: made ready for a pane.
struct EscalationReading: Sendable {
  /// How far back events are read, in days: what is older than six of the longest half-lives
  /// adds next to nothing.
  static let reach = 180
  /// Events read at most, the newest first, so that time and memory have a bound.
  static let most = 20_000
  /// Days within which there must be evidence for a level that means something, and how many
  /// articles it must come from.
  static let recent = 14
  static let enough = 8

  let day: Day
  let level: EscalationLevel
  /// BX, 0 to 100.
  let value: Double
  /// RX, 0 to 100.
  let calm: Double
  /// Families with more than a trace.
  let breadth: Int
  /// Which part is words and not deeds, 0 to 1.
  let wordShare: Double?
  /// Families, each followed by its indicators that have evidence.
  let lines: [EscalationLine]
  /// The first day that was read, when there was more than can be.
  let since: Day?
  /// Articles with evidence in the last ``recent`` days.
  let recentArticles: Int
  /// Events that do not count, by reason.
  let excluded: [(reason: Ledger.Exclusion, count: Int)]

  var isThin: Bool { recentArticles < Self.enough }
  var isEmpty: Bool { lines.allSatisfy { $0.evidence.isEmpty } }

  /// Nil when the archive has no dated article.
  init?(of filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    guard let day = try source.archive.summary().last else { return nil }
    let events = try EscalationEvents(
      of: filter, since: day.advanced(by: -Self.reach), most: Self.most, from: source.archive)
    let ledger = Ledger(events.entries, catalogue: source.catalogue)
    let index = ledger.index(on: day)
    self.day = day
    level = index.level
    value = index.value
    calm = index.calm
    breadth = index.breadth
    wordShare = index.wordShare
    since = events.since
    let bars = index.bars + [index.deEscalation]
    lines = bars.flatMap { EscalationLine.lines(of: $0, keys: events.articles) }
    let recentDay = day.advanced(by: -Self.recent)
    recentArticles =
      Set(
        bars.flatMap(\.evidence).filter { $0.event.day >= recentDay }
          .flatMap(\.event.entries).map(\.article)
      ).count
    let reasons = Dictionary(grouping: ledger.excluded, by: \.reason)
    excluded = Ledger.Exclusion.allCases.compactMap { reason in
      reasons[reason].map { (reason, $0.count) }
    }
  }
}

/// A line of the pane: a family, or one of its indicators.
struct EscalationLine: Sendable, Identifiable {
  let id: String
  let name: String
  let isFamily: Bool
  let calms: Bool
  /// Of the bar, 0 to its maximum.
  let value: Double
  /// What the bar can reach.
  let maximum: Double
  /// Events that add something.
  let events: Int
  /// The day of the latest.
  let last: Day?
  /// The most telling first; not all of them where there are very many.
  let evidence: [EvidenceLine]

  /// Pieces of evidence kept of one indicator.
  static let most = 300

  static func lines(of bar: FamilyBar, keys: [Int64: ArticleKey]) -> [EscalationLine] {
    let calms = bar.family == .deEscalation
    func line(_ id: String, _ name: String, _ evidence: [Evidence], isFamily: Bool) -> Self {
      EscalationLine(
        id: id, name: name, isFamily: isFamily, calms: calms,
        value: isFamily ? bar.value : evidence.reduce(0) { $0 + bar.share(of: $1) },
        maximum: bar.family.maximum, events: evidence.count, last: evidence.map(\.event.day).max(),
        evidence: Array(
          evidence.lazy.flatMap {
            EvidenceLine.lines(of: $0, share: bar.share(of: $0), keys: keys)
          }.prefix(most)))
    }
    let indicators = Dictionary(grouping: bar.evidence, by: \.event.indicator.id)
      .sorted { $0.key < $1.key }
      .map { line($0.key, $0.value[0].event.indicator.name, $0.value, isFamily: false) }
    let name = bar.family.name.prefix(1).uppercased() + bar.family.name.dropFirst()
    return [line(bar.family.rawValue, name, bar.evidence, isFamily: true)] + indicators
  }
}

/// One sentence that counts.
struct EvidenceLine: Sendable, Identifiable {
  let id: Int64
  let article: ArticleKey
  let entry: LedgerEntry
  /// What its event adds to the bar; nil for a further report of the same event.
  let points: Double?
  let day: Day

  static func lines(
    of evidence: Evidence, share: Double, keys: [Int64: ArticleKey]
  ) -> [EvidenceLine] {
    evidence.event.entries.enumerated().compactMap { index, entry in
      keys[entry.row].map {
        EvidenceLine(
          id: entry.row, article: $0, entry: entry, points: index == 0 ? share : nil,
          day: entry.day ?? evidence.event.day)
      }
    }
  }
}
