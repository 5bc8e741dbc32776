import EventData

/// When events demand a level, and which: of those that agree in it only the weightiest counts.
struct Tripwire: Hashable {
  /// Days by number.
  var since: Int
  var until: Int
  var day: Int
  var level: EscalationLevel

  /// The event that trips it.
  struct Event: Comparable {
    var microPoints: Int
    var event: Int64

    static func < (a: Event, b: Event) -> Bool {
      (a.microPoints, a.event) < (b.microPoints, b.event)
    }
  }

  init?(_ phase: LedgerPhase, _ catalogue: IndicatorCatalogue) {
    guard let level = phase.demandedLevel(catalogue) else { return nil }
    since = phase.since.number
    until = phase.until?.number ?? .max
    day = phase.day.number
    self.level = level
  }
}

extension LedgerPhase {
  /// The level that an event by itself demands; nil for none.
  package func demandedLevel(_ catalogue: IndicatorCatalogue) -> EscalationLevel? {
    let tripwire = catalogue.indicators[indicator].tripwire
    guard tripwire > 0 else { return nil }
    let method = catalogue.method
    let reality = method.reality(status)
    let isSure =
      reality >= method["tripwire.reality"] && credibility >= method["tripwire.credibility"]
    if tripwire > 1, isSure { return tripwire == 3 ? .critical : .high }
    let isLikely =
      reality >= method["watch.reality"] && credibility >= method["watch.credibility"]
    return isLikely ? .watch : nil
  }
}
