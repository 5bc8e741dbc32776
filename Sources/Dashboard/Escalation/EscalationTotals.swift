import Escalation
import EventData

/// A number of the pane's head, as a line that opens the events behind it.
enum EscalationTotal: Hashable, Sendable {
  case all, words, deeds
  /// What one voice alone tells: what makes the evidence thin.
  case oneVoice
}

extension EscalationLine {
  /// - Parameter singles: recent events that one voice alone tells.
  static func totals(
    of index: EscalationIndex, _ tally: IndicatorTally, singles: Int, on day: Day,
    _ catalogue: IndicatorCatalogue
  ) -> [EscalationLine] {
    func line(
      _ total: EscalationTotal, _ code: String, _ name: String, _ value: Double, _ count: Int,
      last: Day? = nil
    ) -> EscalationLine {
      EscalationLine(
        id: "total \(code)", kind: .total(total), code: code, name: name, calms: false,
        value: value, maximum: 0, count: count, last: last, since: nil, course: [],
        valueOfPoint: 1)
    }
    func sum(_ track: Indicator.Track?) -> (count: Int, points: Double, last: Day?) {
      catalogue.indicators.indices.filter {
        let indicator = catalogue.indicators[$0]
        return indicator.direction == .escalates && indicator.track == track ?? indicator.track
      }
      .map { tally.total(of: $0, on: day) }
      .reduce((0, 0, nil)) { sum, one in
        (sum.0 + one.count, sum.1 + one.points, [sum.2, one.last].compactMap { $0 }.max())
      }
    }
    let (all, words, deeds) = (sum(nil), sum(.word), sum(.deed))
    return [
      line(.all, "BX", "All that escalates", index.value, all.count, last: all.last),
      line(.words, "W", "Words", words.points, words.count, last: words.last),
      line(.deeds, "D", "Deeds", deeds.points, deeds.count, last: deeds.last),
      line(
        .oneVoice, "1", "Told by one voice, \(catalogue.method.days("thin.days")) days", 0, singles),
    ]
  }

  /// Whether an event of the day is one of those behind the line.
  func holds(
    _ phase: LedgerPhase, _ indicator: Indicator, on day: Day, _ method: EscalationMethod
  ) -> Bool {
    guard case .total(let total) = kind else {
      return [indicator.id, indicator.family.rawValue].contains(code)
    }
    let escalates = indicator.direction == .escalates
    return switch total {
    case .all: escalates
    case .words: escalates && indicator.track == .word
    case .deeds: escalates && indicator.track == .deed
    case .oneVoice:
      phase.origins == 1 && phase.day >= day.advanced(by: 1 - method.days("thin.days"))
    }
  }
}
