import Archive
import Escalation
import EventData

/// What one party does to the others: a row of the matrix.
struct DyadLine: DrillLine {
  struct Cell: Sendable {
    /// Points of conflict and of cooperation.
    var conflict = 0.0
    var cooperation = 0.0
  }

  let id: String
  let code = ""
  let name: String
  /// By name of the party to whom it is done.
  fileprivate(set) var cells: [String: Cell] = [:]
  fileprivate(set) var count = 0
  fileprivate var points = 0.0

  var behind: String { Wording.count(count, "event") }

  fileprivate init(_ name: String) {
    id = name
    self.name = name
  }
}

/// Who does how much to whom on the last day of the archive.
struct DyadReading: DrillReading {
  /// Those to whom most is done, first.
  let targets: [String]
  let lines: [DyadLine]

  /// Parties shown, on either side.
  private static let most = 30

  init(of filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    var lines: [String: DyadLine] = [:]
    var received: [String: Double] = [:]
    try Self.forEach(of: filter, from: source) { phase, points, pairs in
      let indicator = source.catalogue.indicators[phase.indicator]
      // Arms for a friend escalate the crisis and are a kindness to the friend.
      let isKind = indicator.direction == .calms || indicator.family == .arms
      let part = isKind ? \DyadLine.Cell.cooperation : \.conflict
      for pair in pairs {
        lines[pair.source, default: DyadLine(pair.source)]
          .cells[pair.target, default: .init()][keyPath: part] += points
        received[pair.target, default: 0] += points
      }
      for source in Set(pairs.map(\.source)) {
        lines[source]?.count += 1
        lines[source]?.points += points
      }
    }
    targets = Array(
      received.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .prefix(Self.most).map(\.key))
    self.lines = lines.values.sorted {
      $0.points != $1.points ? $0.points > $1.points : $0.id < $1.id
    }
  }

  /// What a party does, the most telling first.
  static func events(
    by party: String, of filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) -> [EventShare] {
    var strongest = StrongestEvents()
    try forEach(of: filter, from: source) { phase, points, pairs in
      if pairs.contains(where: { $0.source == party }) {
        strongest.add(EventShare(event: phase.event, value: points))
      }
    }
    return strongest.events
  }

  private static func forEach(
    of filter: ArticleFilter, from source: LoadSource,
    _ body: (LedgerPhase, Double, Set<EventParties>) -> Void
  ) throws(ArchiveError) {
    let archive = source.archive
    guard let day = try archive.lastEscalationDay() else { return }
    let names = try archive.partyNames()
    let events = try archive.events(under: filter)
    try archive.forEachDyad(on: day, of: events, source.catalogue) { phase, pairs in
      guard phase.day <= day else { return }
      let decay = source.catalogue.indicators[phase.indicator].decay(
        over: phase.day.distance(to: day))
      body(
        phase, phase.points * decay,
        Set(
          pairs.map {
            EventParties(
              source: names.name($0.source), target: names.name($0.target))
          }))
    }
  }
}

extension ArchiveReader {
  /// The events of the ledger under a filter; nil for all, where nothing is filtered.
  func events(under filter: ArticleFilter) throws(ArchiveError) -> Set<Int64>? {
    filter == ArticleFilter() ? nil : try ledgerEvents(filter)
  }
}
