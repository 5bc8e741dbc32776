import EventData

/// Index and level of one day, by what was known of it then.
package struct EscalationDay: Hashable, Sendable {
  package var index: EscalationIndex
  package var state: LevelState
  /// Nil where coverage was not asked for.
  package var coverage: Coverage?

  package var day: Day { index.day }

  package init(index: EscalationIndex, state: LevelState, coverage: Coverage?) {
    self.index = index
    self.state = state
    self.coverage = coverage
  }
}

/// Walks through the days of a ledger, from its first event to a last day.
///
/// Each day sees what its own and earlier days report, and nothing later: a level that was
/// right with what was known stays in the record.
package struct EscalationSeries {
  /// What begins or ends to count on a day, and since when its points halve.
  private struct Place: Hashable {
    var change: Int
    var indicator: Int
    var day: Int
  }

  private let catalogue: IndicatorCatalogue
  /// Sums, not phases: an archive has a hundred thousand of these, and few days.
  private var postings: [Place: Posting] = [:]
  private var wires: [Wire: Tripper] = [:]
  private let texts: [Int: Int]?
  private let textDays: [Int]
  private let last: Int

  /// - Parameter texts: how many texts, copies left out, came first on which day; nil where
  ///   coverage plays no part.
  package init(texts: [Day: Int]?, through last: Day, _ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    self.last = last.number
    self.texts = texts.map { texts in
      Dictionary(uniqueKeysWithValues: texts.map { ($0.key.number, $0.value) })
    }
    textDays = self.texts.map { $0.keys.sorted() } ?? []
  }

  package init(
    _ phases: some Sequence<LedgerPhase>, texts: [Day: Int]?, through last: Day,
    _ catalogue: IndicatorCatalogue
  ) {
    self.init(texts: texts, through: last, catalogue)
    for phase in phases { add(phase) }
  }

  /// In any order.
  package mutating func add(_ phase: LedgerPhase) {
    func post(_ change: Day, sign: Int) {
      guard change.number <= last else { return }
      let place = Place(
        change: change.number, indicator: phase.indicator, day: phase.day.number)
      postings[place, default: Posting()].add(phase, sign: sign)
    }
    post(phase.since, sign: 1)
    if let until = phase.until { post(until, sign: -1) }
    guard let level = EscalationLevel(demandedBy: phase, catalogue) else { return }
    let wire = Wire(
      since: phase.since.number, until: phase.until?.number ?? .max, day: phase.day.number,
      level: level)
    let tripper = Tripper(microPoints: phase.microPoints, event: phase.event)
    wires[wire] = max(wires[wire] ?? tripper, tripper)
  }

  /// - Parameter body: is told of every day on which something can have changed.
  package func forEachDay(_ body: (EscalationDay) throws -> Void) rethrows {
    let changes = postings.sorted { $0.key.change < $1.key.change }
    let wires = self.wires.sorted { $0.key.since < $1.key.since }
    guard var day = changes.first?.key.change else { return }
    var walk = Walk(catalogue)
    var (next, nextWire) = (0, 0)
    var textPlace = 0
    while day <= last {
      while next < changes.count, changes[next].key.change == day {
        let (place, posting) = changes[next]
        walk.apply(posting, of: place.indicator, on: place.day)
        next += 1
      }
      while nextWire < wires.count, wires[nextWire].key.since <= day {
        walk.wires.append(wires[nextWire])
        nextWire += 1
      }
      let before = walk.state
      try body(walk.step(to: Day(number: day), texts: texts.map { self.texts(until: day, $0) }))
      // Where nothing is left and nothing comes, the days are all alike.
      if walk.isEmpty, walk.state == before {
        while textPlace < textDays.count, textDays[textPlace] <= day { textPlace += 1 }
        let news = [
          next < changes.count ? changes[next].key.change : nil,
          textPlace < textDays.count ? textDays[textPlace] : nil,
        ].compactMap { $0 }.min()
        day = max(day + 1, news ?? last + 1)
      } else {
        day += 1
      }
    }
  }

  private func texts(until day: Int, _ texts: [Int: Int]) -> Int {
    let reach = catalogue.method.days("thin.days")
    return (day - reach + 1...day).reduce(0) { $0 + (texts[$1] ?? 0) }
  }
}

/// What the phases of one place come to.
private struct Posting {
  var amount = DaySums.Amount()
  /// Reports, and those of events with one voice.
  var reports = 0
  var single = 0

  mutating func add(_ phase: LedgerPhase, sign: Int) {
    amount.points += sign * phase.microPoints
    amount.variance += sign * phase.microVariance
    reports += sign * phase.origins
    single += phase.origins == 1 ? sign : 0
  }
}

/// When events demand a level, and which: of those that agree in it only the weightiest counts.
private struct Wire: Hashable {
  var since: Int
  var until: Int
  var day: Int
  var level: EscalationLevel
}

private struct Tripper: Comparable {
  var microPoints: Int
  var event: Int64

  static func < (a: Tripper, b: Tripper) -> Bool {
    (a.microPoints, a.event) < (b.microPoints, b.event)
  }
}

extension EscalationLevel {
  /// The level that an event by itself demands; nil for none.
  fileprivate init?(demandedBy phase: LedgerPhase, _ catalogue: IndicatorCatalogue) {
    let tripwire = catalogue.indicators[phase.indicator].tripwire
    guard tripwire > 0 else { return nil }
    let method = catalogue.method
    let reality = method.reality(phase.status)
    let isSure =
      reality >= method["tripwire.reality"] && phase.credibility >= method["tripwire.credibility"]
    if tripwire > 1, isSure {
      self = tripwire == 3 ? .critical : .high
    } else if reality >= method["watch.reality"],
      phase.credibility >= method["watch.credibility"]
    {
      self = .watch
    } else {
      return nil
    }
  }
}

/// What one day hands on to the next.
private struct Walk {
  let catalogue: IndicatorCatalogue
  var sums: DaySums
  var state = LevelState.start
  /// Those that hold, or will.
  var wires: [(key: Wire, value: Tripper)] = []
  /// Reports, and those of events with one voice, by the event's day.
  private var reports: [Int: (all: Int, single: Int)] = [:]

  init(_ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    sums = DaySums(indicators: catalogue.indicators.count)
  }

  var isEmpty: Bool { sums.amounts.allSatisfy(\.isEmpty) }

  mutating func apply(_ posting: Posting, of indicator: Int, on day: Int) {
    sums.post(posting.amount, of: indicator, on: day)
    var known = reports[day] ?? (0, 0)
    known.all += posting.reports
    known.single += posting.single
    reports[day] = known.all == 0 ? nil : known
  }

  mutating func step(to day: Day, texts: Int?) -> EscalationDay {
    let method = catalogue.method
    sums.forget(before: day, catalogue)
    let reach = method.days("tripwire.days")
    wires.removeAll { $0.key.until <= day.number || $0.key.day + reach < day.number }
    let index = EscalationIndex(on: day, sums, catalogue)
    var coverage: Coverage?
    if let texts { coverage = self.coverage(on: day, texts: texts) }
    state = state.next(
      index: index.value, floor: floor(on: day), isThin: coverage?.isThin ?? false, method)
    return EscalationDay(index: index, state: state, coverage: coverage)
  }

  private mutating func coverage(on day: Day, texts: Int) -> Coverage {
    let oldest = day.number - catalogue.method.days("thin.days")
    reports = reports.filter { $0.key > oldest }
    let known = reports.filter { $0.key <= day.number }.values
    return Coverage(
      texts: texts, reports: known.reduce(0) { $0 + $1.all },
      single: known.reduce(0) { $0 + $1.single }, catalogue.method)
  }

  /// The level that a tripwire demands, by the event that weighs most.
  private func floor(on day: Day) -> (level: EscalationLevel, event: Int64)? {
    wires.filter { $0.key.day <= day.number }
      .max { ($0.key.level, $0.value) < ($1.key.level, $1.value) }
      .map { ($0.key.level, $0.value.event) }
  }
}
