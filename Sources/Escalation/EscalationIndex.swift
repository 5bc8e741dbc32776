import EventData
import Glibc

/// The bar of one family on one day.
package struct FamilyBar: Hashable, Sendable, Identifiable {
  package var family: IndicatorFamily
  /// F: what the family's events have left, in points.
  package var points: Double
  /// 0 up to the family's maximum: maximum × (1 − e^(−points / scale)).
  package var value: Double

  package var id: IndicatorFamily { family }

  package init(family: IndicatorFamily, points: Double, value: Double) {
    self.family = family
    self.points = points
    self.value = value
  }

  /// The part of ``value`` that some of the points make, in proportion.
  package func share(ofPoints part: Double) -> Double {
    points > 0 ? value * part / points : 0
  }
}

/// Escalation as reported, on one day. It describes what was read; it does not predict war.
package struct EscalationIndex: Hashable, Sendable {
  /// What alerts about the whole index call it.
  package static let scope = "BX"

  package var day: Day
  /// The ten escalating families, in their order.
  package var bars: [FamilyBar]
  /// De-escalation, which is never set off against escalation.
  package var deEscalation: FamilyBar
  /// The standard deviation of ``value``, given what was read.
  package var deviation: Double
  /// How many families have more than a trace: escalation on a broad front differs from much of
  /// one thing.
  package var breadth: Int
  /// Which part of all points is words, 0 to 1; nil when there are no points.
  package var wordShare: Double?

  /// BX, 0 to 100: the sum of the bars.
  package var value: Double { bars.reduce(0) { $0 + $1.value } }

  /// RX, 0 to 100.
  package var calm: Double { deEscalation.value }

  /// The range that holds 80 %, given what was read: inside of 0 to 100.
  package func range(_ method: EscalationMethod) -> ClosedRange<Double> {
    let reach = method["interval.factor"] * deviation
    return min(100, max(0, value - reach))...min(100, value + reach)
  }

  package init(
    day: Day, bars: [FamilyBar], deEscalation: FamilyBar, deviation: Double, breadth: Int,
    wordShare: Double?
  ) {
    self.day = day
    self.bars = bars
    self.deEscalation = deEscalation
    self.deviation = deviation
    self.breadth = breadth
    self.wordShare = wordShare
  }

  /// The index on a day; what lies after it does not count yet.
  package init(on day: Day, _ sums: DaySums, _ catalogue: IndicatorCatalogue) {
    let method = catalogue.method
    var points: [IndicatorFamily: Double] = [:]
    var variance: [IndicatorFamily: Double] = [:]
    var words = 0.0
    for (indicator, amounts) in zip(catalogue.indicators, sums.amounts) {
      var (sum, spread) = (0.0, 0.0)
      // In one order, so that equal sums give equal bits.
      for amount in amounts where amount.day <= day.number {
        let decay = indicator.decay(over: day.number - amount.day)
        sum += Double(amount.points) / 1e6 * decay
        spread += Double(amount.variance) / 1e6 * decay * decay
      }
      points[indicator.family, default: 0] += sum
      variance[indicator.family, default: 0] += spread
      if indicator.direction == .escalates, indicator.track == .word { words += sum }
    }
    func bar(_ family: IndicatorFamily) -> FamilyBar {
      let sum = points[family] ?? 0
      return FamilyBar(
        family: family, points: sum,
        value: method.maximum(family) * (1 - exp(-sum / method.scale(family))))
    }
    let bars = IndicatorFamily.escalating.map(bar)
    let all = bars.reduce(0) { $0 + $1.points }
    let spread = bars.reduce(0.0) { sum, bar in
      let slope =
        method.maximum(bar.family) / method.scale(bar.family)
        * exp(-bar.points / method.scale(bar.family))
      return sum + slope * slope * (variance[bar.family] ?? 0)
    }
    self.init(
      day: day, bars: bars, deEscalation: bar(.deEscalation), deviation: spread.squareRoot(),
      breadth: bars.count { $0.points >= method["breadth.points"] },
      wordShare: all > 0 ? words / all : nil)
  }
}
