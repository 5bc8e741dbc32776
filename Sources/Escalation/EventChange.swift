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

  package init(event: Int64, kind: Kind, effect: Double, reports: Int) {
    self.event = event
    self.kind = kind
    self.effect = effect
    self.reports = reports
  }

  /// Fewer points than these are as good as none.
  private static let trace = 0.1

  /// How an event differs from what was seen of it; nil where nobody would notice.
  ///
  /// - Parameters:
  ///   - seen: what was seen, on `then`; nil where there was no such event.
  ///   - now: what is, on `day`; nil where there no longer is one.
  package init?(
    from seen: EventState?, on then: Day, to now: EventState?, on day: Day,
    _ catalogue: IndicatorCatalogue
  ) {
    guard let event = now?.event ?? seen?.event else { return nil }
    let before = seen?.points(on: then, catalogue) ?? 0
    let points = now?.points(on: day, catalogue) ?? 0
    let kind: Kind
    if points < Self.trace {
      if before < Self.trace { return nil }
      kind = .ended
    } else if let seen, let now {
      if now.denials > seen.denials {
        kind = .contested
      } else if now.microPoints != seen.microPoints {
        kind = now.microPoints > seen.microPoints ? .strengthened : .weakened
      } else if now.reports > seen.reports {
        kind = .retold
      } else {
        return nil
      }
    } else {
      kind = .new
    }
    self.init(
      event: event, kind: kind, effect: kind == .retold ? 0 : points - before,
      reports: now.map { $0.reports - (seen?.reports ?? 0) } ?? 0)
  }
}

/// The changes of the greatest effect, of however many: the least are forgotten on the way.
package struct GreatestChanges: Sendable {
  private let limit: Int
  private var changes: [EventChange] = []

  package init(limit: Int) {
    self.limit = limit
  }

  package mutating func add(_ change: EventChange) {
    changes.append(change)
    if changes.count >= 4 * max(1, limit) { changes = sorted }
  }

  /// The greatest effect first, and last what only is told again.
  package var sorted: [EventChange] {
    Array(
      changes.sorted { (abs($0.effect), $1.event) > (abs($1.effect), $0.event) }.prefix(limit))
  }
}
