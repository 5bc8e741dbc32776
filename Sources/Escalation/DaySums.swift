import EventData

/// Points of every indicator by the day on which they begin to halve.
///
/// Whole millionths: whatever is posted in whatever order, and taken back again, the sums are the
/// same to the last bit.
package struct DaySums: Hashable, Sendable {
  package struct Amount: Hashable, Sendable {
    /// The number of the day.
    package var day: Int
    package var points = 0
    package var variance = 0
    package var isZero: Bool { points == 0 && variance == 0 }
  }

  /// Half-lives after which nothing is left of an event.
  static let halvings = 16

  /// For each indicator of the catalogue, in the order of days.
  package private(set) var amounts: [[Amount]]

  package init(indicators: Int) {
    amounts = Array(repeating: [], count: indicators)
  }

  package init(_ phases: some Sequence<LedgerPhase>, indicators: Int) {
    self.init(indicators: indicators)
    for phase in phases { post(phase) }
  }

  package mutating func post(_ phase: LedgerPhase) {
    post(
      phase.microPoints, variance: phase.microVariance, of: phase.indicator, on: phase.day.number)
  }

  mutating func post(_ points: Int, variance: Int, of indicator: Int, on day: Int) {
    var (place, end) = (0, amounts[indicator].count)
    while place < end {
      let middle = (place + end) / 2
      if amounts[indicator][middle].day < day { place = middle + 1 } else { end = middle }
    }
    var amount = Amount(day: day)
    let isKnown = place < amounts[indicator].endIndex && amounts[indicator][place].day == day
    if isKnown { amount = amounts[indicator][place] }
    amount.points += points
    amount.variance += variance
    let new = amount.isZero ? [] : [amount]
    amounts[indicator].replaceSubrange(place..<place + (isKnown ? 1 : 0), with: new)
  }

  /// Forgets what has halved so often that nothing is left of it.
  mutating func forget(before day: Day, _ catalogue: IndicatorCatalogue) {
    for (place, indicator) in catalogue.indicators.enumerated() {
      let oldest = day.number - indicator.memory
      let isOld = amounts[place].prefix { $0.day < oldest }.count
      if isOld > 0 { amounts[place].removeFirst(isOld) }
    }
  }
}

extension Indicator {
  /// Days after which nothing is left of an event.
  package var memory: Int { Int(halfLife * Double(DaySums.halvings)) }
}
