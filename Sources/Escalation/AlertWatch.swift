import EventData

/// Reads the days of a series in order and raises the alerts that they give cause for.
///
/// What is so on several days in a row is one alert.
package struct AlertWatch {
  private let method: EscalationMethod
  private var first: Day?
  /// The last year of every scope: BX, the families, and pairs of parties and places.
  private var courses: [String: Course] = [:]
  private var thinDays: Set<Day> = []
  private var surprise = MovingMean()
  private var texts: [Int] = []
  /// Alerts that may go on, by rule and scope.
  private var open: [String: (place: Int, last: Day)] = [:]
  package private(set) var alerts: [Alert] = []

  package init(_ method: EscalationMethod) {
    self.method = method
  }

  package mutating func read(_ day: EscalationDay) {
    let start = first ?? day.day
    first = start
    let isThin = day.coverage?.isThin ?? false
    if isThin { thinDays.insert(day.day) }
    readRecord("BX", day.index.value, on: day.day, least: 1)
    for bar in day.index.bars {
      readRecord(bar.family.rawValue, bar.value, on: day.day, least: 1)
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

  /// A day of a pair of parties or of a place, after all days of the whole archive.
  package mutating func read(_ day: EscalationDay, of scope: String) {
    if courses[scope] == nil, let first {
      // Before its first event it was calm.
      courses[scope] = Course(
        calmDays: min(first.distance(to: day.day), method.days("record.days")))
    }
    readRecord(scope, day.index.value, on: day.day, least: method["record.part"])
  }

  private mutating func readRecord(
    _ scope: String, _ value: Double, on day: Day, least: Double
  ) {
    guard let record = courses[scope, default: Course()].record(adding: value, method),
      record.mean >= least, !thinDays.contains(day)
    else { return }
    raise(.record, scope, day, record.mean, record.threshold)
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
  private var values: [Double]
  private var means: [Double]

  init(calmDays: Int = 0) {
    values = Array(repeating: 0, count: calmDays)
    means = values
  }

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
    return mean > threshold ? (mean, threshold) : nil
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
