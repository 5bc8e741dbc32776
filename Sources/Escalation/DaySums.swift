import EventData

/// Points of every indicator by the day on which they begin to halve.
///
/// Whole millionths: whatever is posted in whatever order, and taken back again, the sums are the
/// same to the last bit.
package struct DaySums: Hashable, Sendable {
  package struct Amount: Hashable, Sendable {
    package var points = 0
    package var variance = 0
    package var isZero: Bool { points == 0 && variance == 0 }
  }

  /// For each indicator of the catalogue, by the number of the day.
  package private(set) var amounts: [[Int: Amount]]

  package init(indicators: Int) {
    amounts = Array(repeating: [:], count: indicators)
  }

  package init(_ phases: some Sequence<LedgerPhase>, indicators: Int) {
    self.init(indicators: indicators)
    for phase in phases { post(phase) }
  }

  package mutating func post(_ phase: LedgerPhase) {
    post(
      Amount(points: phase.microPoints, variance: phase.microVariance), of: phase.indicator,
      on: phase.day.number)
  }

  mutating func post(_ posted: Amount, of indicator: Int, on day: Int) {
    var amount = amounts[indicator][day] ?? Amount()
    amount.points += posted.points
    amount.variance += posted.variance
    amounts[indicator][day] = amount.isZero ? nil : amount
  }

  /// Forgets what has halved so often that nothing is left of it.
  mutating func forget(before day: Day, _ catalogue: IndicatorCatalogue) {
    for (place, indicator) in catalogue.indicators.enumerated() {
      let oldest = day.number - Int(indicator.halfLife * 30)
      amounts[place] = amounts[place].filter { $0.key >= oldest }
    }
  }
}
