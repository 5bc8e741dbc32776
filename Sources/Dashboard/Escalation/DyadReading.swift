import Archive
import Escalation
import EventData

/// What one party does to the others, a row of the matrix, or to one of them, a cell.
struct DyadLine: DrillLine {
  struct Cell: Sendable {
    /// Points of conflict and of cooperation.
    var conflict = 0.0
    var cooperation = 0.0
  }

  let id: String
  let code = ""
  let name: String
  /// Who does it, and to whom; nil for everybody.
  let source: String
  let target: String?
  /// Of all that it stands for.
  fileprivate(set) var total = Cell()
  /// Of a row, by name of the party to whom it is done.
  fileprivate(set) var cells: [String: Cell] = [:]
  fileprivate(set) var count = 0
  fileprivate var points = 0.0

  var behind: String { Wording.count(count, "event") }

  fileprivate init(_ source: String, to target: String? = nil) {
    self.source = source
    self.target = target
    name = target.map { "\(source) → \($0)" } ?? source
    id = name
  }

  fileprivate mutating func add(_ points: Double, to part: WritableKeyPath<Cell, Double>) {
    total[keyPath: part] += points
    count += 1
    self.points += points
  }

  fileprivate func comesBefore(_ other: DyadLine) -> Bool {
    points != other.points ? points > other.points : id < other.id
  }
}

/// Who does how much to whom on the last day of the archive.
struct DyadReading: DrillReading {
  /// Those to whom most is done, first.
  let targets: [String]
  /// The rows, then their cells, each with those of the most points first.
  let lines: [DyadLine]

  /// Parties shown, on either side, and cells.
  private static let most = 30
  private static let mostCells = 300

  init(of filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    var rows: [String: DyadLine] = [:]
    var cells: [EventParties: DyadLine] = [:]
    var received: [String: Double] = [:]
    try Self.forEach(of: filter, from: source) { phase, points, pairs in
      let indicator = source.catalogue.indicators[phase.indicator]
      // Arms for a friend escalate the crisis and are a kindness to the friend.
      let isKind = indicator.direction == .calms || indicator.family == .arms
      let part = isKind ? \DyadLine.Cell.cooperation : \.conflict
      for pair in pairs {
        rows[pair.source, default: DyadLine(pair.source)]
          .cells[pair.target, default: .init()][keyPath: part] += points
        cells[pair, default: DyadLine(pair.source, to: pair.target)].add(points, to: part)
        received[pair.target, default: 0] += points
      }
      for source in Set(pairs.map(\.source)) { rows[source]?.add(points, to: part) }
    }
    targets = Array(
      received.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .prefix(Self.most).map(\.key))
    lines =
      rows.values.sorted { $0.comesBefore($1) }
      + cells.values.sorted { $0.comesBefore($1) }.prefix(Self.mostCells)
  }

  /// What stands behind a line, the most telling first.
  static func events(
    behind line: DyadLine, of filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) -> [EventShare] {
    var strongest = StrongestEvents()
    try forEach(of: filter, from: source) { phase, points, pairs in
      if pairs.contains(where: {
        $0.source == line.source && $0.target == line.target ?? $0.target
      }) {
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
