import EventData

/// All that counts towards escalation, each event once; and what does not count, with the reason.
///
/// The same entries give the same ledger in whatever order, and however often, they come.
package struct Ledger: Hashable, Sendable {
  /// Why an entry has no effect.
  package enum Exclusion: String, Sendable, CaseIterable {
    /// The coder found no indicator.
    case noIndicator = "no indicator"
    /// The catalogue does not know the indicator.
    case unknownIndicator = "unknown indicator"
    /// It did not happen: negated, denied.
    case notAsserted = "not asserted"
    /// Told as history.
    case background
    /// Neither the event nor its article has a date.
    case undated
  }

  package struct Excluded: Hashable, Sendable {
    package var entry: LedgerEntry
    package var reason: Exclusion
  }

  /// How far apart two reports of one event may date it, in days.
  static let linkReach = 2
  /// How much later a copy of a sentence without a date of its own still tells the same, in days.
  static let copyReach = 7

  /// In order of day, then of link.
  package private(set) var events: [LedgerEvent] = []
  /// In order of row.
  package private(set) var excluded: [Excluded] = []

  package init(_ entries: some Sequence<LedgerEntry>, catalogue: IndicatorCatalogue) {
    var rows: [Int64: LedgerEntry] = [:]
    for entry in entries { rows[entry.row] = entry }

    var links: [LedgerEvent.Link: [(entry: LedgerEntry, day: Day)]] = [:]
    for entry in rows.values.sorted(by: { $0.row < $1.row }) {
      if let reason = Self.exclusion(of: entry, catalogue) {
        excluded.append(Excluded(entry: entry, reason: reason))
      } else if let day = entry.day {
        links[LedgerEvent.Link(entry), default: []].append((entry, day))
      }
    }
    for (link, dated) in links {
      guard let indicator = catalogue[link.indicator] else { continue }
      for near in Self.windows(Self.datedAsFirstCopy(dated), reach: Self.linkReach) {
        events.append(LedgerEvent(link: link, indicator: indicator, dated: near))
      }
    }
    events.sort { $0.day != $1.day ? $0.day < $1.day : ($0.link, $0.id) < ($1.link, $1.id) }
  }

  private static func exclusion(
    of entry: LedgerEntry, _ catalogue: IndicatorCatalogue
  ) -> Exclusion? {
    guard let id = entry.event.indicator else { return .noIndicator }
    guard let indicator = catalogue[id] else { return .unknownIndicator }
    if entry.event.status == .background { return .background }
    if entry.event.status.reality(on: indicator.track) == 0 { return .notAsserted }
    return entry.day == nil ? .undated : nil
  }

  /// A sentence that is printed again some days later tells nothing new: the copy counts on the
  /// day of the first.
  private static func datedAsFirstCopy(
    _ dated: [(entry: LedgerEntry, day: Day)]
  ) -> [(entry: LedgerEntry, day: Day)] {
    if dated.count == 1 { return dated }
    var result = dated.filter { $0.entry.event.date != nil }
    let copies = Dictionary(grouping: dated.filter { $0.entry.event.date == nil }) {
      $0.entry.sentence.sameWords
    }
    for copies in copies.values {
      for near in windows(copies, reach: copyReach) {
        let first = near.map(\.day).min()
        result += near.map { (entry: $0.entry, day: first ?? $0.day) }
      }
    }
    return result
  }

  /// Parts entries by time: each window begins with the first that is left and reaches some days
  /// on. (Not a chain: daily shelling would be one event that never ends.) Inside, by row.
  private static func windows(
    _ dated: [(entry: LedgerEntry, day: Day)], reach: Int
  ) -> [[(entry: LedgerEntry, day: Day)]] {
    var windows: [[(entry: LedgerEntry, day: Day)]] = []
    var start: Day?
    for one in dated.sorted(by: { ($0.day, $0.entry.row) < ($1.day, $1.entry.row) }) {
      if let first = start, first.distance(to: one.day) <= reach {
        windows[windows.count - 1].append(one)
      } else {
        start = one.day
        windows.append([one])
      }
    }
    return windows.map { $0.sorted { $0.entry.row < $1.entry.row } }
  }
}

extension LedgerEvent.Link {
  fileprivate init(_ entry: LedgerEntry) {
    self.init(
      indicator: entry.event.indicator ?? "", source: entry.event.source?.id,
      target: entry.event.target?.id, region: entry.event.region)
  }
}
