import EventData

/// Reads the days of a series in order and raises the alerts that they give cause for.
///
/// What is so on several days in a row is one alert.
package struct AlertWatch {
  private let method: EscalationMethod
  private let families = IndicatorFamily.escalating.map(\.rawValue)
  private var first: Day?
  /// The last year of every scope: BX, then the families.
  private var courses: [Course]
  private var surprise = MovingMean()
  private var texts: [Int] = []
  /// Alerts that may go on, by rule and scope.
  private var open: [String: (place: Int, last: Day)] = [:]
  package private(set) var alerts: [Alert] = []

  package init(_ method: EscalationMethod) {
    self.method = method
    courses = Array(
      repeating: Course(), count: IndicatorFamily.escalating.count + 1)
  }

  package mutating func read(_ day: EscalationDay) {
    let start = first ?? day.day
    first = start
    let isThin = day.coverage?.isThin ?? false
    let values = [day.index.value] + day.index.bars.map(\.value)
    for (place, value) in values.enumerated() {
      let scope = place == 0 ? "BX" : families[place - 1]
      if let record = courses[place].record(adding: value, method), !isThin {
        raise(.record, scope, day.day, record.mean, record.threshold)
      }
    }
    let isSettled = start.distance(to: day.day) >= method.days("surprise.days")
    if let score = surprise.score(adding: day.index.value, method["surprise.weight"]), isSettled,
      !isThin, score > method["surprise.limit"]
    {
      raise(.surprise, "BX", day.day, score, method["surprise.limit"])
    }
    readTexts(of: day)
    if case .tripwire(let event) = day.state.cause, day.state.level >= .high {
      raise(
        .tripwire, day.state.level.name, day.day, Double(day.state.level.rawValue),
        Double(EscalationLevel.high.rawValue), event: event)
    }
  }

  /// The texts of a week against those of the week before: both are sums over two weeks' ends.
  private mutating func readTexts(of day: EscalationDay) {
    guard let coverage = day.coverage else { return }
    texts.append(coverage.texts)
    let reach = method.days("thin.days")
    guard texts.count > reach else { return }
    let before = texts[texts.count - 1 - reach]
    if before >= method.days("thin.texts"),
      Double(coverage.texts) < Double(before) * method["silence.factor"]
    {
      raise(
        .silence, "texts", day.day, Double(coverage.texts),
        Double(before) * method["silence.factor"])
    }
    texts.removeFirst(max(0, texts.count - reach - 1))
  }

  private mutating func raise(
    _ rule: Alert.Rule, _ scope: String, _ day: Day, _ value: Double, _ threshold: Double,
    event: Int64? = nil
  ) {
    let key = "\(rule) \(scope) \(event ?? 0)"
    if let known = open[key], known.last.distance(to: day) <= 1 {
      alerts[known.place].days += 1
      open[key]?.last = day
      return
    }
    open[key] = (alerts.count, day)
    alerts.append(
      Alert(
        rule: rule, scope: scope, day: day, value: value, threshold: threshold, event: event))
  }
}

/// R1: a mean of a week that no mean of the year has reached.
private struct Course {
  private var values: [Double] = []
  private var means: [Double] = []

  mutating func record(
    adding value: Double, _ method: EscalationMethod
  ) -> (mean: Double, threshold: Double)? {
    let reach = method.days("record.days")
    values.append(value)
    if values.count > reach { values.removeFirst() }
    let mean = values.suffix(method.days("record.mean")).reduce(0, +) / method["record.mean"]
    let most = means.max() ?? 0
    means.append(mean)
    if means.count > reach { means.removeFirst() }
    guard mean > most, means.count > method.days("record.mean") else { return nil }
    let median = values.sorted()[values.count / 2]
    let threshold = max(most, method["record.factor"] * median)
    return mean > threshold && mean >= 1 ? (mean, threshold) : nil
  }
}

/// R2: an exponentially weighted mean with its variance.
private struct MovingMean {
  private var mean: Double?
  private var variance = 0.0

  /// How many standard deviations above the mean so far; nil for the first.
  mutating func score(adding value: Double, _ weight: Double) -> Double? {
    guard let known = mean else {
      mean = value
      return nil
    }
    let distance = value - known
    let deviation = max(1, variance.squareRoot())
    mean = known + weight * distance
    variance = (1 - weight) * (variance + weight * distance * distance)
    return distance / deviation
  }
}
