import EventData
import Glibc

/// What one voice says about an event.
package struct LedgerReport: Hashable, Sendable {
  package var origin: Origin
  package var status: Event.Status
  /// The day on which the event counts by this report.
  package var day: Day
  /// The role of whoever denies the event here.
  package var denier: OriginRole?
  /// By how much its size changes its weight: g.
  package var factor: Double

  package init(
    origin: Origin, status: Event.Status, day: Day, denier: OriginRole? = nil, factor: Double = 1
  ) {
    self.origin = origin
    self.status = status
    self.day = day
    self.denier = denier
    self.factor = factor
  }
}

/// One thing that happened, or was threatened, as all its reports together tell it.
///
/// The same reports make the same event in whatever order, and however often, they come.
package struct LedgerEvent: Hashable, Sendable {
  package let indicator: Indicator
  /// The strongest that each voice asserts.
  package private(set) var origins: [Origin: Event.Status] = [:]
  package private(set) var denier: OriginRole?
  package private(set) var factor = 1.0
  private var first: Day?
  private var restated: Day?

  package init(_ indicator: Indicator) {
    self.indicator = indicator
  }

  /// When its points begin to halve; nil as long as nobody asserts it.
  package var day: Day? { restated ?? first }

  /// What is negated or background changes nothing; a denial is kept, and counts as none.
  package mutating func add(_ report: LedgerReport, _ method: EscalationMethod) {
    if report.status == .denied || report.denier != nil {
      let role = report.denier ?? report.origin.role
      let known = denier.map { (method.credibility($0), $0.rawValue) } ?? (-1, "")
      if (method.credibility(role), role.rawValue) > known { denier = role }
    }
    let reality = method.reality(report.status)
    guard reality > 0 else { return }
    if reality > origins[report.origin].map(method.reality) ?? 0 {
      origins[report.origin] = report.status
    }
    factor = max(factor, report.factor)
    first = min(first ?? report.day, report.day)
    if indicator.isState, reality >= method["restate.reality"] {
      restated = max(restated ?? report.day, report.day)
    }
  }

  package struct Score: Hashable, Sendable {
    package var status: Event.Status
    /// κ
    package var reality: Double
    /// c: how far it is believed to be at least that real.
    package var credibility: Double
    /// Weight × κ × c × g.
    package var points: Double
  }

  /// The best of all readings: many forecasts make a certain forecast, never an occurrence.
  package func score(_ method: EscalationMethod) -> Score? {
    var best: Score?
    for status in Set(origins.values).sorted(by: { $0.rawValue < $1.rawValue }) {
      let reality = method.reality(status)
      let asserting = origins.filter { method.reality($0.value) >= reality }.keys
      let credibility = credibility(of: Array(asserting), method)
      let points = indicator.weight * factor * reality * credibility
      if points > best?.points ?? 0 {
        best = Score(status: status, reality: reality, credibility: credibility, points: points)
      }
    }
    return best
  }

  private func credibility(of origins: [Origin], _ method: EscalationMethod) -> Double {
    // In one order, so that equal sets give equal bits.
    let doubt = origins.sorted().reduce(1) { $0 * (1 - method.credibility($1.role)) }
    let credibility = min(method["credibility.most"], 1 - doubt)
    let hasWitness = origins.contains { [.monitor, .record, .outlet].contains($0.role) }
    guard let denier, !hasWitness, origins.count < method.days("denial.origins") else {
      return credibility
    }
    return credibility * (1 - method["denial.factor"] * method.credibility(denier))
  }
}
