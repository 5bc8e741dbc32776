import Archive
import Escalation
import EventData

/// A day, week or month of the timeline.
struct TimelineLine: DrillLine {
  let id: String
  let code = ""
  let name: String
  /// The first day of the period; nil for history.
  let period: Day?
  /// Points, and how many events, of escalation and of calm.
  fileprivate(set) var escalation = 0.0
  fileprivate(set) var calm = 0.0
  fileprivate(set) var counts = (escalation: 0, calm: 0)
  /// After the last day of the archive: announced, not reported.
  var isAhead = false

  /// History: it is told and does not count.
  var isBackground: Bool { period == nil }
  var behind: String {
    isBackground ? "" : Wording.count(counts.escalation + counts.calm, "event")
  }

  fileprivate init(_ period: Day, _ grain: TimelineGrain) {
    name = grain.name(of: period)
    id = name
    self.period = period
  }

  fileprivate init(background name: String, _ count: Int) {
    id = "background \(name)"
    self.name = name
    period = nil
    counts.escalation = count
  }
}

/// What the lines of a timeline stand for.
enum TimelineGrain: String, Sendable, CaseIterable {
  case day, week, month

  var next: TimelineGrain {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }

  /// The first day of the period; its name sorts as its days do.
  func period(of day: Day) -> Day {
    switch self {
    case .day: day
    case .week: day.advanced(by: -day.weekday)
    case .month: day.advanced(by: 1 - day.components.day)
    }
  }

  func name(of period: Day) -> String {
    switch self {
    case .day: Wording.day(period)
    case .week: "week of \(period.iso)"
    case .month: String(period.iso.dropLast(3))
    }
  }
}

/// The events of the ledger by the days on which they happened.
struct TimelineReading: DrillReading {
  /// The newest first; history last.
  let lines: [TimelineLine]
  /// The reports of history that no line tells.
  let folded: Int

  /// - Parameter unfolds: whether history is told by year.
  init(
    by grain: TimelineGrain, unfolds: Bool, of filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) {
    let archive = source.archive
    let last = try archive.lastEscalationDay()
    var periods: [Day: TimelineLine] = [:]
    try Self.forEach(of: filter, from: source) { phase in
      let period = grain.period(of: phase.day)
      var line = periods[period] ?? TimelineLine(period, grain)
      if source.catalogue.indicators[phase.indicator].direction == .escalates {
        line.escalation += phase.points
        line.counts.escalation += 1
      } else {
        line.calm += phase.points
        line.counts.calm += 1
      }
      line.isAhead = last.map { period > $0 } ?? false
      periods[period] = line
    }
    let years = filter == ArticleFilter() ? try archive.backgroundByYear() : []
    folded = unfolds ? 0 : years.reduce(0) { $0 + $1.count }
    lines =
      periods.values.sorted { $0.period! > $1.period! }
      + (unfolds
        ? years.map { TimelineLine(background: $0.year.map(String.init) ?? "no year", $0.count) }
        : [])
  }

  /// What happened in a period, the most telling first.
  static func events(
    in period: Day, by grain: TimelineGrain, of filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) -> [EventShare] {
    var strongest = StrongestEvents()
    try forEach(of: filter, from: source) { phase in
      if grain.period(of: phase.day) == period {
        strongest.add(EventShare(event: phase.event, value: phase.points))
      }
    }
    return strongest.events
  }

  /// Events as they stand in the end.
  private static func forEach(
    of filter: ArticleFilter, from source: LoadSource, _ body: (LedgerPhase) -> Void
  ) throws(ArchiveError) {
    let events = try source.archive.events(under: filter)
    try source.archive.forEachLedgerPhase(on: nil, of: events, source.catalogue) { phase in
      if phase.until == nil { body(phase) }
    }
  }
}
