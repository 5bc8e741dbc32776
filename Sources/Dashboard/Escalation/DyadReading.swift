import Archive
import Escalation
import EventData

/// What one party does to the others: a row of the matrix.
package struct DyadLine: EventLine {
  struct Cell: Sendable {
    /// Points of conflict and of cooperation.
    var conflict = 0.0
    var cooperation = 0.0
  }

  package let id: String
  let code = ""
  let name: String
  /// By name of the party to whom it is done.
  let cells: [String: Cell]
  let events: [EventShare]
}

/// Who does how much to whom on the last day of the archive.
package struct DyadReading: Sendable {
  /// Those to whom most is done, first.
  let targets: [String]
  let lines: [DyadLine]

  /// Parties shown, on either side.
  private static let most = 30

  init(of filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    let archive = source.archive
    let catalogue = source.catalogue
    guard let day = try archive.lastEscalationDay() else {
      targets = []
      lines = []
      return
    }
    var phases = try archive.ledgerPhases(on: day, catalogue).filter { $0.day <= day }
    if filter != ArticleFilter() {
      let events = try archive.ledgerEvents(filter)
      phases.removeAll { !events.contains($0.event) }
    }
    let names = try archive.partyNames()
    let parties = try archive.parties(of: phases.map(\.event)).mapValues { pairs in
      Set(
        pairs.map {
          EventParties(source: names[$0.source] ?? $0.source, target: names[$0.target] ?? $0.target)
        })
    }
    var cells: [String: [String: DyadLine.Cell]] = [:]
    var events: [String: [EventShare]] = [:]
    var received: [String: Double] = [:]
    for phase in phases {
      let pairs = parties[phase.event] ?? []
      let indicator = catalogue.indicators[phase.indicator]
      let points =
        phase.points * indicator.decay(over: phase.day.distance(to: day))
      // Arms for a friend escalate the crisis and are a kindness to the friend.
      let isKind = indicator.direction == .calms || indicator.family == .arms
      let part = isKind ? \DyadLine.Cell.cooperation : \.conflict
      for pair in pairs {
        cells[pair.source, default: [:]][pair.target, default: .init()][keyPath: part] += points
        received[pair.target, default: 0] += points
      }
      for source in Set(pairs.map(\.source)) {
        events[source, default: []].append(EventShare(event: phase.event, value: points))
      }
    }
    targets = Array(
      received.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .prefix(Self.most).map(\.key))
    lines = events.map { source, events in
      DyadLine(
        id: source, name: source, cells: cells[source] ?? [:],
        events: Array(
          events.sorted { ($0.value, $1.event) > ($1.value, $0.event) }
            .prefix(EscalationLine.most)))
    }.sorted {
      let (a, b) = ($0.events.reduce(0) { $0 + $1.value }, $1.events.reduce(0) { $0 + $1.value })
      return a != b ? a > b : $0.id < $1.id
    }
  }
}
