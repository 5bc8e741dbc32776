import Archive
import Escalation
import EventData

/// The events behind alerts that no single event raises: records and surprises of the index.
enum AlertEvidence {
  /// What stands behind the line of an alert; empty where nothing does.
  static func note(of row: AlertRow) -> String {
    if !row.events.isEmpty { return Wording.count(row.events.count, "event") }
    return switch row.alert.rule {
    case .record: "events of the week"
    case .surprise: "events of the day"
    default: ""
    }
  }

  /// What came or grew in the bars of an alert while it was so, the most telling first.
  static func events(
    of row: AlertRow, from source: LoadSource
  ) throws(ArchiveError) -> [EventShare] {
    if !row.events.isEmpty {
      return row.events.map { EventShare(event: $0, value: row.alert.value) }
    }
    let alert = row.alert
    let days = alert.rule == .record ? source.catalogue.method.days("record.mean") : 1
    let time = alert.day.advanced(by: 1 - days)...alert.last
    let scopes = Set([alert.scope] + row.others)
    var strongest = StrongestEvents()
    try source.archive.forEachLedgerPhase(on: alert.last, of: nil, source.catalogue) { phase in
      let indicator = source.catalogue.indicators[phase.indicator]
      let family = indicator.family
      guard time.contains(phase.since), phase.day <= alert.last,
        scopes.contains(family.rawValue)
          || scopes.contains(EscalationIndex.scope) && family != .deEscalation
      else { return }
      let decay = indicator.decay(over: phase.day.distance(to: alert.last))
      strongest.add(EventShare(event: phase.event, value: phase.points * decay))
    }
    return strongest.events
  }
}
