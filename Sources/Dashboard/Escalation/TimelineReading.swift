import Archive
import Escalation
import EventData

/// A day, week or month of the timeline.
package struct TimelineLine: EventLine {
  package let id: String
  let code = ""
  let name: String
  /// Points, and how many events, of escalation and of calm.
  let escalation: Double
  let calm: Double
  let counts: (escalation: Int, calm: Int)
  /// After the last day of the archive: announced, not reported.
  let isAhead: Bool
  /// History: it is told and does not count.
  let isBackground: Bool
  let events: [EventShare]

  /// Events kept of one line.
  private static let most = 300

  fileprivate init(
    _ name: String, _ phases: [LedgerPhase], isAhead: Bool, _ catalogue: IndicatorCatalogue
  ) {
    let (up, down) = phases.parted {
      catalogue.indicators[$0.indicator].direction == .escalates
    }
    self.init(
      id: name, name: name, escalation: up.reduce(0) { $0 + $1.points },
      calm: down.reduce(0) { $0 + $1.points }, counts: (up.count, down.count), isAhead: isAhead,
      isBackground: false,
      events: Array(
        phases.sorted { ($0.microPoints, $0.event) > ($1.microPoints, $1.event) }.prefix(Self.most)
          .map { EventShare(event: $0.event, value: $0.points) }))
  }

  fileprivate init(background name: String, _ count: Int) {
    self.init(
      id: "background \(name)", name: name, escalation: 0, calm: 0, counts: (count, 0),
      isAhead: false, isBackground: true, events: [])
  }

  private init(
    id: String, name: String, escalation: Double, calm: Double,
    counts: (escalation: Int, calm: Int), isAhead: Bool, isBackground: Bool, events: [EventShare]
  ) {
    self.id = id
    self.name = name
    self.escalation = escalation
    self.calm = calm
    self.counts = counts
    self.isAhead = isAhead
    self.isBackground = isBackground
    self.events = events
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
    case .day: "\(period.iso) \(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][period.weekday])"
    case .week: "week of \(period.iso)"
    case .month: String(period.iso.dropLast(3))
    }
  }
}

/// The events of the ledger by the days on which they happened.
package struct TimelineReading: Sendable {
  /// The newest first; history last.
  let lines: [TimelineLine]
  let background: Int

  /// - Parameter unfolds: whether history is told by year.
  init(
    by grain: TimelineGrain, unfolds: Bool, of filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) {
    let archive = source.archive
    let last = try archive.lastEscalationDay()
    let events = filter == ArticleFilter() ? nil : try archive.ledgerEvents(filter)
    let phases = try archive.ledgerPhases(of: events, source.catalogue).filter { $0.until == nil }
    let periods = Dictionary(grouping: phases) { grain.period(of: $0.day) }
    let years = filter == ArticleFilter() ? try archive.backgroundByYear() : []
    background = years.reduce(0) { $0 + $1.count }
    lines =
      periods.sorted { $0.key > $1.key }.map { period, phases in
        TimelineLine(
          grain.name(of: period), phases, isAhead: last.map { period > $0 } ?? false,
          source.catalogue)
      }
      + (unfolds
        ? years.map { TimelineLine(background: $0.year.map(String.init) ?? "no year", $0.count) }
        : [])
  }
}
