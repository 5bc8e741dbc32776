import Archive
import Escalation
import EventData

/// Escalation under a filter, on the last day of the archive: made ready for a pane.
struct EscalationReading: DrillReading {
  /// Days that sparklines show.
  static let course = 14
  /// Changes that are told.
  static let newest = 5

  let record: EscalationDay
  let catalogue: IndicatorCatalogue
  /// Why the level is what it is, in a sentence.
  let cause: String
  let analyst: AnalystLevel?
  /// Whether who set that level may be read, and why.
  let seesNotes: Bool
  /// Who is missed most, by name, and what BX would be without; nil under a filter.
  let without: (name: String, value: Double)?
  /// BX, day by day, up to the last.
  let values: [Double]
  /// Families, the newest changes, what the head sums up, and the indicators that have evidence.
  let lines: [EscalationLine]
  /// Reports that do not count, by reason.
  let excluded: [(reason: LedgerEntry.Exclusion, count: Int)]

  var isEmpty: Bool { lines.allSatisfy { $0.count == 0 } }
  var isThin: Bool { record.coverage?.isThin ?? false }

  /// Nil when the archive has no dated report of an indicator.
  init?(of filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    let archive = source.archive
    guard let day = try archive.lastEscalationDay() else { return nil }
    let catalogue = source.catalogue
    let first = day.advanced(by: 1 - Self.course)
    let isFiltered = filter != ArticleFilter()
    let events = try archive.events(under: filter)
    var tally = IndicatorTally(catalogue)
    var newest: [LedgerPhase] = []
    var weightiest: [LedgerPhase] = []
    let recent = day.advanced(by: 1 - catalogue.method.days("thin.days"))
    var singles = 0
    try archive.forEachLedgerPhase(on: day, of: events, catalogue) { phase in
      if phase.day <= day {
        tally.add(phase)
        if phase.origins == 1, phase.day >= recent { singles += 1 }
        weightiest.append(phase)
        if weightiest.count > 20 * VoiceShare.events {
          weightiest = Self.weightiest(weightiest, on: day, catalogue)
        }
      }
      newest.append(phase)
      if newest.count > 100 { newest = Self.newest(newest) }
    }
    var records: [EscalationDay] = []
    if isFiltered {
      var series = EscalationSeries(texts: nil, through: day, catalogue)
      try archive.forEachLedgerPhase(on: nil, of: events, catalogue) { series.add($0) }
      series.forEachDay { if $0.day >= first { records.append($0) } }
    } else {
      records = try archive.escalation(from: first, through: day)
    }
    guard let record = records.last else { return nil }
    self.record = record
    self.catalogue = catalogue
    values = records.map(\.index.value)
    seesNotes = source.readership.seesNotes
    analyst = try archive.analystLevel(on: day)
    excluded = try archive.excludedReports()
    var wire: LedgerPhase?
    if case .tripwire(let event) = record.state.cause {
      wire = try archive.ledgerPhase(of: event, on: day, catalogue)
    }
    cause = record.state.reason(wire, catalogue)
    let voice =
      isFiltered
      ? nil
      : try archive.withoutVoices(
        of: Self.weightiest(weightiest, on: day, catalogue), record.index, catalogue
      ).first
    if let voice {
      without = (try archive.partyNames().name(voice.origin), voice.value)
    } else {
      without = nil
    }
    newest = Self.newest(newest)
    let told = try archive.evidence(of: newest.map(\.event), each: 1)
    let bars = (record.index.bars + [record.index.deEscalation]).flatMap { bar in
      EscalationLine.lines(of: bar, tally, records, catalogue)
    }
    let (families, indicators) = bars.parted { $0.kind == .family }
    let changes = newest.map { phase in
      EscalationLine(change: phase, told.first { $0.event == phase.event }, catalogue)
    }
    lines =
      families + changes
      + EscalationLine.totals(of: record.index, tally, singles: singles, on: day, catalogue)
      + indicators
  }

  /// The events that add most.
  private static func weightiest(
    _ phases: [LedgerPhase], on day: Day, _ catalogue: IndicatorCatalogue
  ) -> [LedgerPhase] {
    let left = phases.map { phase in
      let decay = catalogue.indicators[phase.indicator].decay(over: phase.day.distance(to: day))
      return (phase: phase, points: phase.points * decay)
    }
    return left.sorted { ($0.points, $1.phase.event) > ($1.points, $0.phase.event) }
      .prefix(VoiceShare.events).map(\.phase)
  }

  private static func newest(_ phases: [LedgerPhase]) -> [LedgerPhase] {
    Array(
      phases.sorted {
        ($0.since, $0.microPoints, $0.event) > ($1.since, $1.microPoints, $1.event)
      }.prefix(newest))
  }

  /// The events of a line, the most telling first.
  static func events(
    of line: EscalationLine, under filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) -> [EventShare] {
    if case .change(let event, _) = line.kind {
      return [EventShare(event: event, value: line.value)]
    }
    let archive = source.archive
    guard let day = try archive.lastEscalationDay() else { return [] }
    var strongest = StrongestEvents()
    try archive.forEachLedgerPhase(
      on: day, of: archive.events(under: filter), source.catalogue
    ) { phase in
      let indicator = source.catalogue.indicators[phase.indicator]
      guard phase.day <= day, line.holds(phase, indicator, on: day, source.catalogue.method) else {
        return
      }
      let decay = indicator.decay(over: phase.day.distance(to: day))
      strongest.add(
        EventShare(event: phase.event, value: phase.points * decay * line.valueOfPoint))
    }
    return strongest.events
  }
}

/// What the events of every indicator come to on a day.
struct IndicatorTally {
  private var sums: DaySums
  private var counts: [Int]
  private let catalogue: IndicatorCatalogue

  init(_ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    sums = DaySums(indicators: catalogue.indicators.count)
    counts = Array(repeating: 0, count: catalogue.indicators.count)
  }

  mutating func add(_ phase: LedgerPhase) {
    sums.post(phase)
    counts[phase.indicator] += 1
  }

  /// Of one indicator, what time has left of its points.
  func total(
    of indicator: Int, on day: Day
  ) -> (count: Int, points: Double, last: Day?) {
    let days = sums.amounts[indicator]
    let points = days.reduce(0.0) { sum, amount in
      sum + Double(amount.points) / 1e6
        * catalogue.indicators[indicator].decay(over: day.number - amount.day)
    }
    return (counts[indicator], points, days.last.map { Day(number: $0.day) })
  }
}

/// A line of the pane: a family, one of its indicators, a change, or a sum of the head.
struct EscalationLine: DrillLine {
  enum Kind: Hashable, Sendable {
    case family, indicator
    case total(EscalationTotal)
    /// A new event, or one that counts differently than before.
    case change(event: Int64, isNew: Bool)
  }

  let id: String
  let kind: Kind
  /// As `MP1`.
  let code: String
  let name: String
  let calms: Bool
  /// Of the bar, 0 to its maximum.
  let value: Double
  /// What the bar can reach.
  let maximum: Double
  /// How many events count.
  let count: Int
  /// The day of the latest.
  let last: Day?
  /// Of a change, when it came.
  let since: Day?
  /// Of a family, day by day.
  let course: [Double]
  /// What a point of an event adds to ``value``.
  let valueOfPoint: Double

  var behind: String {
    if case .change = kind { return Wording.count(1, "event") }
    return count == 0 ? "" : Wording.count(count, "event")
  }

  /// The family, then each of its indicators that has events.
  fileprivate static func lines(
    of bar: FamilyBar, _ tally: IndicatorTally, _ records: [EscalationDay],
    _ catalogue: IndicatorCatalogue
  ) -> [EscalationLine] {
    let day = records.last!.day
    let found = catalogue.indicators.indices
      .filter { catalogue.indicators[$0].family == bar.family }
      .map { (indicator: catalogue.indicators[$0], total: tally.total(of: $0, on: day)) }
      .filter { $0.total.count > 0 }
    func line(
      _ kind: Kind, _ code: String, _ name: String, value: Double, count: Int, last: Day?
    ) -> Self {
      EscalationLine(
        id: code, kind: kind, code: code, name: name, calms: bar.family == .deEscalation,
        value: value, maximum: catalogue.method.maximum(bar.family), count: count, last: last,
        since: nil, course: kind == .family ? records.map { $0.index.value(of: bar.family) } : [],
        valueOfPoint: bar.share(ofPoints: 1))
    }
    let name = bar.family.name.prefix(1).uppercased() + bar.family.name.dropFirst()
    return [
      line(
        .family, bar.family.rawValue, name, value: bar.value,
        count: found.reduce(0) { $0 + $1.total.count }, last: found.compactMap(\.total.last).max())
    ]
      + found.sorted { $0.indicator.id < $1.indicator.id }.map { indicator, total in
        line(
          .indicator, indicator.id, indicator.name, value: bar.share(ofPoints: total.points),
          count: total.count, last: total.last)
      }
  }
}

extension EscalationLine {
  fileprivate init(
    change phase: LedgerPhase, _ row: EvidenceRow?, _ catalogue: IndicatorCatalogue
  ) {
    let indicator = catalogue.indicators[phase.indicator]
    let who = "\(row?.source ?? "somebody") → \(row?.target ?? "—")"
    self.init(
      id: "change \(phase.event)",
      kind: .change(event: phase.event, isNew: phase.since == row?.day), code: indicator.id,
      name: "\(who), \(phase.status.rawValue)", calms: indicator.direction == .calms,
      value: phase.points, maximum: 0, count: phase.origins, last: phase.day,
      since: phase.since, course: [], valueOfPoint: 1)
  }
}

extension EscalationIndex {
  fileprivate func value(of family: IndicatorFamily) -> Double {
    (bars.first { $0.family == family } ?? deEscalation).value
  }
}
