import EventData

/// What an event counts for from one day to another: until a further report changes it.
///
/// Points are whole millionths, so that their sums do not depend on any order.
package struct LedgerPhase: Hashable, Sendable {
  /// Names the event among all of an archive.
  package var event: Int64
  /// Where the indicator stands in the catalogue.
  package var indicator: Int
  /// The first day on which it is known so.
  package var since: Day
  /// The first day on which it no longer is.
  package var until: Day?
  /// When its points begin to halve.
  package var day: Day
  package var status: Event.Status
  /// Millionths of c and g.
  package var microCredibility: Int
  package var microFactor: Int
  /// Millionths of weight × κ × c × g, and of its variance.
  package var microPoints: Int
  package var microVariance: Int
  /// How many voices tell of it.
  package var origins: Int

  package init(
    event: Int64, indicator: Int, since: Day, until: Day?, day: Day, status: Event.Status,
    microCredibility: Int, microFactor: Int, microPoints: Int, microVariance: Int, origins: Int
  ) {
    self.event = event
    self.indicator = indicator
    self.since = since
    self.until = until
    self.day = day
    self.status = status
    self.microCredibility = microCredibility
    self.microFactor = microFactor
    self.microPoints = microPoints
    self.microVariance = microVariance
    self.origins = origins
  }

  package var credibility: Double { Double(microCredibility) / 1e6 }
  package var factor: Double { Double(microFactor) / 1e6 }
  package var points: Double { Double(microPoints) / 1e6 }

  package func holds(on day: Day) -> Bool { since <= day && until.map { day < $0 } ?? true }

  /// The life of an event, told day by day by its reports.
  ///
  /// - Parameter reports: in any order.
  package static func phases(
    of reports: [LedgerReport], event id: Int64, indicator place: Int,
    _ catalogue: IndicatorCatalogue
  ) -> [LedgerPhase] {
    let method = catalogue.method
    var event = LedgerEvent(catalogue.indicators[place])
    var phases: [LedgerPhase] = []
    let days = Dictionary(grouping: reports, by: \.day)
    for day in days.keys.sorted() {
      for report in days[day]! { event.add(report, method) }
      guard let score = event.score(method), let clock = event.day else { continue }
      let perCertainty = score.points / score.credibility
      let variance = perCertainty * perCertainty * score.credibility * (1 - score.credibility)
      let phase = LedgerPhase(
        event: id, indicator: place, since: day, until: nil, day: clock, status: score.status,
        microCredibility: micro(score.credibility), microFactor: micro(event.factor),
        microPoints: micro(score.points), microVariance: micro(variance),
        origins: event.origins.count)
      if let last = phases.last {
        if last.saysTheSame(as: phase) { continue }
        phases[phases.count - 1].until = day
      }
      phases.append(phase)
    }
    return phases
  }

  private func saysTheSame(as other: LedgerPhase) -> Bool {
    var other = other
    other.since = since
    return self == other
  }

  private static func micro(_ value: Double) -> Int { Int((value * 1e6).rounded()) }
}
