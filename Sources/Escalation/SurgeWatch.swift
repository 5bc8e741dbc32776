import EventData

/// R1 of pairs of parties and of places: a week in which more is told than in any of a year.
///
/// It counts the points that events have gained, not those that time has left: so a day without
/// news of them raises nothing, and each pair and place can be read alone.
package struct SurgeWatch {
  private let method: EscalationMethod
  private let first: Day
  private let thinDays: Set<Int>

  /// - Parameters:
  ///   - first: the first day of the archive.
  ///   - thinDays: the numbers of days on thin evidence.
  package init(_ method: EscalationMethod, since first: Day, thinDays: Set<Int>) {
    self.method = method
    self.first = first
    self.thinDays = thinDays
  }

  /// Days whose points have to be known.
  package static func memory(_ method: EscalationMethod) -> Int {
    method.days("record.days") + method.days("record.mean")
  }

  /// - Parameters:
  ///   - gains: millionths of points by the number of the day, in order of days.
  ///   - start: the number of the first day that is read.
  package func read(
    _ gains: [(day: Int, microPoints: Int)], of part: String, from start: Int,
    into course: inout AlertCourse
  ) {
    let (week, year) = (method.days("record.mean"), method.days("record.days"))
    var sums: [Int] = []
    var (sum, oldest) = (0, 0)
    for (day, microPoints) in gains {
      sum += microPoints
      while gains[oldest].day <= day - week {
        sum -= gains[oldest].microPoints
        oldest += 1
      }
      sums.append(sum)
    }
    for (place, gain) in gains.enumerated() where gain.day >= start {
      let points = Double(sums[place]) / 1e6
      let isSettled = first.number + week <= gain.day
      guard isSettled, points >= method["surge.points"], !thinDays.contains(gain.day) else {
        continue
      }
      let before =
        zip(gains, sums).prefix(place).filter {
          (gain.day - year...gain.day - week).contains($0.0.day)
        }.map(\.1).max() ?? 0
      let threshold = Double(before) / 1e6 * method["record.factor"]
      if points > threshold {
        course.raise(
          Alert(
            rule: .surge, scope: part, day: Day(number: gain.day), value: points,
            threshold: threshold))
      }
    }
  }
}

extension LedgerPhase {
  /// What an event gains day by day: each phase over the one before it.
  ///
  /// - Parameter phases: of one event, in their order.
  package static func gains(
    _ phases: [LedgerPhase]
  ) -> [(day: Day, microPoints: Int)] {
    var known = 0
    return phases.compactMap { phase in
      defer { known = phase.microPoints }
      return phase.microPoints > known ? (phase.since, phase.microPoints - known) : nil
    }
  }
}
