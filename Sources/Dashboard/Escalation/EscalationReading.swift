import Archive
import Escalation
import EventData

/// Escalation under a filter, on the last day of the archive: made ready for a pane.
package struct EscalationReading: Sendable {
  /// Days that sparklines show.
  static let course = 14
  /// Changes that are told.
  static let newest = 5

  let record: EscalationDay
  let catalogue: IndicatorCatalogue
  /// Why the level is what it is, in a sentence.
  let cause: String
  let analyst: AnalystLevel?
  /// Families, the newest changes, and the indicators that have evidence.
  let lines: [EscalationLine]
  /// Reports that do not count, by reason.
  let excluded: [(reason: LedgerEntry.Exclusion, count: Int)]

  var isEmpty: Bool { lines.allSatisfy(\.events.isEmpty) }
  var isThin: Bool { record.coverage?.isThin ?? false }

  /// Nil when the archive has no dated report of an indicator.
  init?(of filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    let archive = source.archive
    guard let day = try archive.lastEscalationDay() else { return nil }
    let first = day.advanced(by: 1 - Self.course)
    let phases: [LedgerPhase]
    var records: [EscalationDay]
    if filter == ArticleFilter() {
      phases = try archive.ledgerPhases(on: day, source.catalogue)
      records = try archive.escalation(from: first, through: day)
    } else {
      let all = try archive.ledgerPhases(of: archive.ledgerEvents(filter), source.catalogue)
      phases = all.filter { $0.holds(on: day) }
      records = []
      EscalationSeries(all, texts: nil, through: day, source.catalogue).forEachDay {
        if $0.day >= first { records.append($0) }
      }
    }
    guard let record = records.last else { return nil }
    self.record = record
    catalogue = source.catalogue
    analyst = try archive.analystLevel(on: day)
    excluded = try archive.excludedReports()
    var wire: LedgerPhase?
    if case .tripwire(let event) = record.state.cause {
      wire = phases.first { $0.event == event }
    }
    cause = record.state.reason(wire, source.catalogue)
    let newest = Self.newest(phases, upTo: day)
    let told = try archive.evidence(of: newest.map(\.event))
    let bars = (record.index.bars + [record.index.deEscalation]).flatMap { bar in
      EscalationLine.lines(of: bar, phases, records, on: day, source.catalogue)
    }
    let (families, indicators) = bars.parted { $0.kind == .family }
    let changes = newest.map { phase in
      EscalationLine(change: phase, told.first { $0.event == phase.event }, source.catalogue)
    }
    lines = families + changes + indicators
  }

  private static func newest(_ phases: [LedgerPhase], upTo day: Day) -> [LedgerPhase] {
    Array(
      phases.filter { $0.since <= day }.sorted {
        ($0.since, $0.microPoints, $0.event) > ($1.since, $1.microPoints, $1.event)
      }.prefix(newest))
  }
}

/// A line of the pane: a family, one of its indicators, or a change.
struct EscalationLine: EventLine {
  enum Kind: Hashable, Sendable {
    case family, indicator
    /// A new event, or one that counts differently than before.
    case change(isNew: Bool)
  }

  let id: String
  let kind: Kind
  /// As `MP1`.
  let code: String
  let name: String
  let calms: Bool
  /// Of the bar, 0 to its maximum.
  let value: Double
  /// What the bar can reach.
  let maximum: Double
  /// How many events count.
  let count: Int
  /// The day of the latest.
  let last: Day?
  /// Of a change, when it came.
  let since: Day?
  /// Of a family, day by day.
  let course: [Double]
  /// The most telling first; not all of them where there are very many.
  let events: [EventShare]

  /// Events kept of one line.
  static let most = 300

  static func lines(
    of bar: FamilyBar, _ phases: [LedgerPhase], _ records: [EscalationDay], on day: Day,
    _ catalogue: IndicatorCatalogue
  ) -> [EscalationLine] {
    let family = catalogue.indicators.indices.filter {
      catalogue.indicators[$0].family == bar.family
    }
    let shares = Dictionary(grouping: phases.filter { $0.day <= day }, by: \.indicator)
      .filter { family.contains($0.key) }
      .mapValues { phases in
        phases.map { phase in
          let decay = catalogue.indicators[phase.indicator].decay(
            over: phase.day.distance(to: day))
          return (
            share: EventShare(
              event: phase.event, value: bar.share(ofPoints: phase.points * decay)),
            day: phase.day
          )
        }
      }
    func line(
      _ code: String, _ name: String, _ found: [(share: EventShare, day: Day)], isFamily: Bool
    ) -> Self {
      EscalationLine(
        id: code, kind: isFamily ? .family : .indicator, code: code, name: name,
        calms: bar.family == .deEscalation,
        value: isFamily ? bar.value : found.reduce(0) { $0 + $1.share.value },
        maximum: catalogue.method.maximum(bar.family), count: found.count,
        last: found.map(\.day).max(), since: nil,
        course: isFamily ? records.map { $0.index.value(of: bar.family) } : [],
        events: Array(
          found.map(\.share).sorted { ($0.value, $1.event) > ($1.value, $0.event) }
            .prefix(most)))
    }
    let name = bar.family.name.prefix(1).uppercased() + bar.family.name.dropFirst()
    return [line(bar.family.rawValue, name, shares.values.flatMap { $0 }, isFamily: true)]
      + shares.sorted { catalogue.indicators[$0.key].id < catalogue.indicators[$1.key].id }.map {
        let indicator = catalogue.indicators[$0.key]
        return line(indicator.id, indicator.name, $0.value, isFamily: false)
      }
  }

  init(change phase: LedgerPhase, _ row: EvidenceRow?, _ catalogue: IndicatorCatalogue) {
    let indicator = catalogue.indicators[phase.indicator]
    let who = "\(row?.source ?? "somebody") → \(row?.target ?? "—")"
    let isNew = phase.since == row?.day
    self.init(
      id: "change \(phase.event)", kind: .change(isNew: isNew), code: indicator.id,
      name: "\(who), \(phase.status.rawValue)",
      calms: indicator.direction == .calms, value: phase.points, maximum: 0, count: phase.origins,
      last: phase.day, since: phase.since, course: [],
      events: [EventShare(event: phase.event, value: phase.points)])
  }
}

extension EscalationLine {
  private init(
    id: String, kind: Kind, code: String, name: String, calms: Bool, value: Double,
    maximum: Double, count: Int, last: Day?, since: Day?, course: [Double], events: [EventShare]
  ) {
    self.id = id
    self.kind = kind
    self.code = code
    self.name = name
    self.calms = calms
    self.value = value
    self.maximum = maximum
    self.count = count
    self.last = last
    self.since = since
    self.course = course
    self.events = events
  }
}

extension EscalationIndex {
  fileprivate func value(of family: IndicatorFamily) -> Double {
    (bars.first { $0.family == family } ?? deEscalation).value
  }
}

/// One sentence that counts.
struct EvidenceLine: Sendable, Identifiable {
  let row: EvidenceRow
  /// What its event adds to the bar; nil for a further report of the same event.
  let points: Double?

  var id: Int64 { row.id }

  /// Sentences read at once.
  static let most = 500

  static func lines(
    of events: [EventShare], from archive: ArchiveReader
  ) throws(ArchiveError) -> [EvidenceLine] {
    let values = Dictionary(
      events.map { ($0.event, $0.value) }, uniquingKeysWith: { first, _ in first })
    var last: Int64?
    return try archive.evidence(of: events.map(\.event)).prefix(most).map { row in
      defer { last = row.event }
      return EvidenceLine(
        row: row, points: row.event == last ? nil : row.event.flatMap { values[$0] })
    }
  }
}
