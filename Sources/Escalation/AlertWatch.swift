import DequeModule
import EventData

/// Reads the days of a series in order and raises the alerts that they give cause for.
package struct AlertWatch {
  /// Days before the first that a watch goes on with, which it has to know again.
  package static func memory(_ method: EscalationMethod) -> Int {
    max(method.days("record.days") + method.days("record.mean"), method.days("thin.days") + 1)
  }

  private let method: EscalationMethod
  private let first: Day
  /// The last year of BX and of the families.
  private var courses: [String: RecordCourse] = [:]
  package private(set) var surprise: MovingMean
  private var texts: Deque<Int> = []
  private var course: AlertCourse

  package var alerts: [Alert] { course.alerts }
  package var marks: [AlertCourse.Mark] { course.marks }

  /// - Parameters:
  ///   - first: the first day of the archive.
  ///   - surprise: as it was when the watch goes on.
  ///   - alerts: those that may go on.
  package init(
    _ method: EscalationMethod, since first: Day, _ surprise: MovingMean = MovingMean(),
    open alerts: [Alert] = []
  ) {
    self.method = method
    self.first = first
    self.surprise = surprise
    course = AlertCourse(method, open: alerts)
  }

  /// Takes a day for known: one of those before the first that is watched.
  package mutating func remember(_ day: EscalationDay) {
    for (scope, value) in day.scopes { courses[scope, default: RecordCourse()].add(value, method) }
    if let coverage = day.coverage { add(texts: coverage.texts) }
  }

  package mutating func read(_ day: EscalationDay) {
    let isThin = day.coverage?.isThin ?? false
    for (scope, value) in day.scopes {
      courses[scope, default: RecordCourse()].add(value, method)
      // What is small is no record, even where there was nothing before.
      if let record = courses[scope]?.record(method), record.mean >= method["record.least"],
        !isThin
      {
        raise(.record, scope, day.day, record.mean, record.threshold)
      }
    }
    let isSettled = first.distance(to: day.day) >= method.days("surprise.days")
    if let score = surprise.score(adding: day.index.value, method["surprise.weight"]), isSettled,
      !isThin, score > method["surprise.limit"]
    {
      raise(.surprise, EscalationIndex.scope, day.day, score, method["surprise.limit"])
    }
    readTexts(of: day)
    if case .tripwire(let event) = day.state.cause, day.state.level >= .high {
      raise(
        .tripwire, day.state.level.name, day.day, Double(day.state.level.rawValue),
        Double(EscalationLevel.high.rawValue), event: event)
    }
  }

  /// The texts of a fortnight against those of the one before.
  private mutating func readTexts(of day: EscalationDay) {
    guard let coverage = day.coverage else { return }
    add(texts: coverage.texts)
    guard texts.count > method.days("thin.days") else { return }
    guard texts[0] >= method.days("thin.texts") else { return }
    let missing = 1 - Double(coverage.texts) / Double(texts[0])
    let limit = 1 - method["silence.factor"]
    if missing > limit { raise(.silence, "texts", day.day, missing, limit) }
  }

  /// The count of a fortnight, after those of the last.
  private mutating func add(texts count: Int) {
    texts.append(count)
    texts.removeFirst(max(0, texts.count - method.days("thin.days") - 1))
  }

  private mutating func raise(
    _ rule: Alert.Rule, _ scope: String, _ day: Day, _ value: Double, _ threshold: Double,
    event: Int64? = nil
  ) {
    course.raise(
      Alert(
        rule: rule, scope: scope, day: day, value: value, threshold: threshold, event: event))
  }
}

extension EscalationDay {
  /// BX and the families, of each of which there can be a record.
  fileprivate var scopes: [(name: String, value: Double)] {
    [(EscalationIndex.scope, index.value)] + index.bars.map { ($0.family.rawValue, $0.value) }
  }
}

/// R1: a mean of a week that no mean of the year has reached.
private struct RecordCourse {
  private var values: Deque<Double> = []
  private var means: Deque<Double> = []

  mutating func add(_ value: Double, _ method: EscalationMethod) {
    let reach = method.days("record.days")
    values.append(value)
    if values.count > reach { values.removeFirst() }
    means.append(
      values.suffix(method.days("record.mean")).reduce(0, +) / method["record.mean"])
    if means.count > reach { means.removeFirst() }
  }

  /// The mean of the last week, where it is one, and what it had to reach.
  func record(_ method: EscalationMethod) -> (mean: Double, threshold: Double)? {
    guard means.count > method.days("record.mean"), let mean = means.last else { return nil }
    let most = means.dropLast().max() ?? 0
    guard mean > most else { return nil }
    let threshold = max(most, method["record.factor"] * values.sorted()[values.count / 2])
    return mean > threshold ? (mean, threshold) : nil
  }
}

/// R2: an exponentially weighted mean with its variance.
package struct MovingMean: Hashable, Sendable {
  /// Nil before the first value.
  package private(set) var mean: Double?
  package private(set) var variance = 0.0

  package init(mean: Double? = nil, variance: Double = 0) {
    self.mean = mean
    self.variance = variance
  }

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
