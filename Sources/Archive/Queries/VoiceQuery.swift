import Escalation
import EventData
import GRDB
import Glibc

/// What BX would be without a voice: how much hangs on who says so.
package struct VoiceShare: Hashable, Sendable {
  /// Of how many events at most the voices are left out, the weightiest.
  package static let events = 60
  /// Of an event with more reports than these no voice is missed.
  fileprivate static let mostReports = 500
  /// Less than this nobody would notice.
  fileprivate static let least = 0.5

  /// An outlet, or a party by its code.
  package var origin: String
  package var value: Double
}

extension ArchiveReader {
  /// The index without each of the voices that tell of some events, the greatest difference first.
  ///
  /// - Parameter phases: those of the events, on the day of the index.
  package func withoutVoices(
    of phases: [LedgerPhase], _ index: EscalationIndex, _ catalogue: IndicatorCatalogue
  ) throws(ArchiveError) -> [VoiceShare] {
    let indicators = Dictionary(
      phases.map { ($0.event, $0.indicator) }, uniquingKeysWith: { first, _ in first })
    let few = try read { db in
      try Array(
        db.rows(
          """
          SELECT e.id FROM wanted CROSS JOIN ledger_event e ON e.id = wanted.id
          WHERE e.reports <= \(VoiceShare.mostReports)
          """, ids: Array(indicators.keys)
        ).map { try $0.decode(Int64.self, atIndex: 0) })
    }
    let entries = try ledgerEntries(of: few)
    func points(_ phases: [LedgerPhase]) -> Double {
      phases.filter { $0.holds(on: index.day) }.reduce(0) { sum, phase in
        let decay = catalogue.indicators[phase.indicator].decay(
          over: phase.day.distance(to: index.day))
        return sum + phase.points * decay
      }
    }
    let names = Set(entries.values.joined().map(\.origin.name))
    return names.sorted().map { name in
      var missing: [IndicatorFamily: Double] = [:]
      for (event, group) in entries {
        guard let place = indicators[event], group.contains(where: { $0.origin.name == name })
        else { continue }
        let rest = group.filter { $0.origin.name != name }
        let left = EventLinking.events(rest, indicator: place, catalogue).flatMap(\.phases)
        missing[catalogue.indicators[place].family, default: 0] +=
          points(phases.filter { $0.event == event }) - points(left)
      }
      let value = index.bars.reduce(0.0) { sum, bar in
        let rest = max(0, bar.points - (missing[bar.family] ?? 0))
        return sum + catalogue.method.maximum(bar.family)
          * (1 - exp(-rest / catalogue.method.scale(bar.family)))
      }
      return VoiceShare(origin: name, value: value)
    }.filter { index.value - $0.value >= VoiceShare.least }
      .sorted { $0.value != $1.value ? $0.value < $1.value : $0.origin < $1.origin }
  }
}
