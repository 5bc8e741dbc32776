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
  private struct Change {
    var day: Int
    var phase: LedgerPhase
    var sign: Int
  }

  private let catalogue: IndicatorCatalogue
  /// In order of day.
  private let changes: [Change]
  private let texts: [Int: Int]?
  private let textDays: [Int]
  private let last: Int

  /// - Parameter texts: how many texts, copies left out, came first on which day; nil where
  ///   coverage plays no part.
  package init(
    _ phases: some Sequence<LedgerPhase>, texts: [Day: Int]?, through last: Day,
    _ catalogue: IndicatorCatalogue
  ) {
    self.catalogue = catalogue
    self.last = last.number
    self.texts = texts.map { texts in
      Dictionary(uniqueKeysWithValues: texts.map { ($0.key.number, $0.value) })
    }
    textDays = self.texts.map { $0.keys.sorted() } ?? []
    var changes: [Change] = []
    for phase in phases {
      changes.append(Change(day: phase.since.number, phase: phase, sign: 1))
      if let until = phase.until {
        changes.append(Change(day: until.number, phase: phase, sign: -1))
      }
    }
    self.changes = changes.sorted { $0.day < $1.day }
  }

  /// - Parameter body: is told of every day on which something can have changed.
  package func forEachDay(_ body: (EscalationDay) throws -> Void) rethrows {
    guard var day = changes.first?.day else { return }
    var walk = Walk(catalogue)
    var next = 0
    var textPlace = 0
    while day <= last {
      while next < changes.count, changes[next].day == day {
        walk.apply(changes[next].phase, sign: changes[next].sign)
        next += 1
      }
      let before = walk.state
      try body(walk.step(to: Day(number: day), texts: texts.map { self.texts(until: day, $0) }))
      // Where nothing is left and nothing comes, the days are all alike.
      if walk.isEmpty, walk.state == before {
        while textPlace < textDays.count, textDays[textPlace] <= day { textPlace += 1 }
        let news = [
          next < changes.count ? changes[next].day : nil,
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

/// What one day hands on to the next.
private struct Walk {
  let catalogue: IndicatorCatalogue
  var sums: DaySums
  var state = LevelState.start
  /// Those that can still trip a wire, by event.
  private var wires: [Int64: LedgerPhase] = [:]
  /// Reports, and those of events with one voice, by the event's day.
  private var reports: [Int: (all: Int, single: Int)] = [:]

  init(_ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    sums = DaySums(indicators: catalogue.indicators.count)
  }

  var isEmpty: Bool { sums.amounts.allSatisfy(\.isEmpty) }

  mutating func apply(_ phase: LedgerPhase, sign: Int) {
    sums.post(phase, sign: sign)
    var known = reports[phase.day.number] ?? (0, 0)
    known.all += sign * phase.origins
    known.single += phase.origins == 1 ? sign : 0
    reports[phase.day.number] = known.all == 0 ? nil : known
    guard catalogue.indicators[phase.indicator].tripwire > 0 else { return }
    if sign > 0 {
      wires[phase.event] = phase
    } else if wires[phase.event] == phase {
      wires[phase.event] = nil
    }
  }

  mutating func step(to day: Day, texts: Int?) -> EscalationDay {
    let method = catalogue.method
    sums.forget(before: day, catalogue)
    wires = wires.filter { $0.value.day.distance(to: day) <= method.days("tripwire.days") }
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
    wires.values.compactMap { phase -> (EscalationLevel, LedgerPhase)? in
      guard phase.day <= day else { return nil }
      return level(demandedBy: phase).map { ($0, phase) }
    }.max {
      ($0.0, $0.1.microPoints, $0.1.event) < ($1.0, $1.1.microPoints, $1.1.event)
    }.map { ($0.0, $0.1.event) }
  }

  private func level(demandedBy phase: LedgerPhase) -> EscalationLevel? {
    let method = catalogue.method
    let reality = method.reality(phase.status)
    let isSure =
      reality >= method["tripwire.reality"] && phase.credibility >= method["tripwire.credibility"]
    switch catalogue.indicators[phase.indicator].tripwire {
    case 3 where isSure: return .critical
    case 2 where isSure: return .high
    default:
      let isLikely =
        reality >= method["watch.reality"] && phase.credibility >= method["watch.credibility"]
      return isLikely ? .watch : nil
    }
  }
}
