import EventData

/// What an event of the ledger came to at some moment.
package struct EventState: Hashable, Sendable {
  package var event: Int64
  /// Where the indicator stands in the catalogue.
  package var indicator: Int
  /// When its points begin to halve.
  package var day: Day
  package var microPoints: Int
  package var reports: Int
  package var denials: Int

  package init(
    event: Int64, indicator: Int, day: Day, microPoints: Int, reports: Int, denials: Int
  ) {
    self.event = event
    self.indicator = indicator
    self.day = day
    self.microPoints = microPoints
    self.reports = reports
    self.denials = denials
  }

  /// What is left of its points on a day.
  package func points(on day: Day, _ catalogue: IndicatorCatalogue) -> Double {
    guard self.day <= day, catalogue.indicators.indices.contains(indicator) else { return 0 }
    return Double(microPoints) / 1e6
      * catalogue.indicators[indicator].decay(over: self.day.distance(to: day))
  }
}

/// How an event differs from what somebody has seen of it.
package struct EventChange: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case new, strengthened, weakened, contested
    /// It no longer counts: too long ago, or taken back.
    case ended
    /// More report it, and it counts no more than before.
    case retold
  }

  package var event: Int64
  package var kind: Kind
  /// Points more or less than when it was seen.
  package var effect: Double
  /// Reports more than then.
  package var reports: Int

  /// Fewer points than these are as good as none.
  private static let trace = 0.1

  /// All changes, the greatest effect first, and last what only is told again.
  ///
  /// - Parameters:
  ///   - seen: what was seen, on `then`.
  ///   - now: what is, on `day`.
  package static func changes(
    from seen: [EventState], on then: Day, to now: [EventState], on day: Day,
    _ catalogue: IndicatorCatalogue
  ) -> [EventChange] {
    let known = Dictionary(seen.map { ($0.event, $0) }, uniquingKeysWith: { first, _ in first })
    var left = known
    var changes: [EventChange] = []
    for state in now {
      left[state.event] = nil
      let points = state.points(on: day, catalogue)
      guard let before = known[state.event] else {
        if points >= trace { changes.append(state.change(.new, by: points, since: nil)) }
        continue
      }
      let seenPoints = before.points(on: then, catalogue)
      if points < trace, seenPoints >= trace {
        changes.append(state.change(.ended, by: points - seenPoints, since: before))
      } else if state.denials > before.denials {
        changes.append(state.change(.contested, by: points - seenPoints, since: before))
      } else if state.microPoints != before.microPoints {
        let kind: Kind = state.microPoints > before.microPoints ? .strengthened : .weakened
        changes.append(state.change(kind, by: points - seenPoints, since: before))
      } else if state.reports > before.reports {
        changes.append(state.change(.retold, by: 0, since: before))
      }
    }
    for gone in left.values {
      let points = gone.points(on: then, catalogue)
      if points >= trace {
        changes.append(EventChange(event: gone.event, kind: .ended, effect: -points, reports: 0))
      }
    }
    return changes.sorted { (abs($0.effect), $1.event) > (abs($1.effect), $0.event) }
  }
}

extension EventState {
  fileprivate func change(
    _ kind: EventChange.Kind, by effect: Double, since before: EventState?
  ) -> EventChange {
    EventChange(
      event: event, kind: kind, effect: effect, reports: reports - (before?.reports ?? 0))
  }
}
