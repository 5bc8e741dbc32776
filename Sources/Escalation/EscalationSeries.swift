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
  /// Where a walk goes on that has been made before.
  package struct Start: Hashable, Sendable {
    package var day: Day
    /// That of the day before.
    package var state: LevelState

    package init(day: Day, state: LevelState) {
      self.day = day
      self.state = state
    }
  }

  private let catalogue: IndicatorCatalogue
  private var postings = LedgerPostings()
  private var wires: [Tripwire: Tripwire.Event] = [:]
  private let texts: [Int: Int]?
  private let last: Int

  /// - Parameter texts: how many texts, copies left out, came first on which day; nil where
  ///   coverage plays no part.
  package init(texts: [Day: Int]?, through last: Day, _ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    self.last = last.number
    self.texts = texts.map { texts in
      Dictionary(uniqueKeysWithValues: texts.map { ($0.key.number, $0.value) })
    }
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
    postings.post(phase)
    addWire(phase)
  }

  /// What phases come to that are not added one by one; those that may trip a wire are told by
  /// ``addWire(_:)``.
  package mutating func add(_ posting: LedgerPosting, at place: LedgerPosting.Place) {
    postings.add(posting, at: place)
  }

  package mutating func addWire(_ phase: LedgerPhase) {
    guard let wire = Tripwire(phase, catalogue) else { return }
    let event = Tripwire.Event(microPoints: phase.microPoints, event: phase.event)
    wires[wire] = max(wires[wire] ?? event, event)
  }

  /// - Parameters:
  ///   - start: nil for the first day on which anything changes.
  ///   - body: is told of every day on which something can have changed.
  package func forEachDay(
    from start: Start? = nil, _ body: (EscalationDay) throws -> Void
  ) rethrows {
    let changes = postings.sums.sorted { $0.key.change < $1.key.change }
    let wires = self.wires.sorted { $0.key.since < $1.key.since }
    let textDays = texts?.keys.sorted() ?? []
    guard var day = start?.day.number ?? changes.first?.key.change else { return }
    var walk = Walk(catalogue, start?.state ?? .start)
    var (next, nextWire, nextText) = (0, 0, 0)
    while day <= last {
      while next < changes.count, changes[next].key.change <= day {
        walk.apply(changes[next].value, at: changes[next].key)
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
        while nextText < textDays.count, textDays[nextText] <= day { nextText += 1 }
        let news = [
          next < changes.count ? changes[next].key.change : nil,
          nextText < textDays.count ? textDays[nextText] : nil,
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

/// What one day hands on to the next.
private struct Walk {
  let catalogue: IndicatorCatalogue
  var sums: DaySums
  var state: LevelState
  /// Those that hold, or will.
  var wires: [(key: Tripwire, value: Tripwire.Event)] = []
  /// Reports, and those of events with one voice, by the event's day.
  private var reports: [Int: (all: Int, single: Int)] = [:]

  init(_ catalogue: IndicatorCatalogue, _ state: LevelState) {
    self.catalogue = catalogue
    self.state = state
    sums = DaySums(indicators: catalogue.indicators.count)
  }

  var isEmpty: Bool { sums.amounts.allSatisfy(\.isEmpty) }

  mutating func apply(_ posting: LedgerPosting, at place: LedgerPosting.Place) {
    sums.post(posting.points, variance: posting.variance, of: place.indicator, on: place.day)
    var known = reports[place.day] ?? (0, 0)
    known.all += posting.reports
    known.single += posting.single
    reports[place.day] = known.all == 0 ? nil : known
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
