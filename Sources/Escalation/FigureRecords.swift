import EventData

/// R1 of figures: a number of troops, dead or shells that no report of the year before has reached.
package struct FigureRecords {
  private struct Peak {
    var day: Day
    var size: Double
  }

  private let catalogue: IndicatorCatalogue
  private let first: Day
  private var course: AlertCourse
  /// Days with a figure that none after it has reached, by indicator.
  private var peaks: [String: [Peak]] = [:]
  package var alerts: [Alert] { course.alerts }
  package var marks: [AlertCourse.Mark] { course.marks }

  /// - Parameters:
  ///   - first: the days before are known; their figures only tell what is usual.
  ///   - alerts: those that may go on.
  package init(_ catalogue: IndicatorCatalogue, from first: Day, open alerts: [Alert] = []) {
    self.catalogue = catalogue
    self.first = first
    course = AlertCourse(catalogue.method, open: alerts)
  }

  /// Days whose figures have to be known.
  package static func memory(_ method: EscalationMethod) -> Int { method.days("record.days") }

  /// The greatest figure of a day; days come in order.
  ///
  /// - Parameter size: how many times the usual size.
  package mutating func read(_ size: Double, of indicator: String, event: Int64, on day: Day) {
    let method = catalogue.method
    var known = peaks[indicator] ?? []
    known.removeAll { $0.day.distance(to: day) > method.days("record.days") }
    // The greatest is the first: whatever came later is less.
    let before = known.first
    known.removeAll { $0.size <= size }
    known.append(Peak(day: day, size: size))
    peaks[indicator] = known
    // What is below the usual size is no news, whatever was reported before.
    guard let before, first <= day, size >= 1,
      size >= before.size * (1 + method["quantity.growth"])
    else { return }
    course.raise(
      Alert(
        rule: .figure, scope: indicator, day: day, value: size, threshold: before.size,
        event: event))
  }
}
