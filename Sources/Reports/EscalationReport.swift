import Archive
import Escalation
import EventData

/// An event with what it adds to its bar on a day, and the sentences that tell of it.
package struct Evidence: Sendable {
  package var phase: LedgerPhase
  package var indicator: Indicator
  /// κ
  package var reality: Double
  /// What time has left, 1 … 0.
  package var decay: Double
  /// Weight × κ × c × g × decay.
  package var points: Double
  /// The part of the bar's value, in proportion.
  package var share: Double
  package var reports: [EvidenceRow]
}

extension Evidence {
  /// Whether a report asserts at least what the event counts for.
  package func counts(_ row: EvidenceRow, _ method: EscalationMethod) -> Bool {
    row.status != .denied && method.reality(row.status) >= reality
  }
}

/// Index and level of an archive on one day, and what they rest on.
package struct EscalationReport: Sendable {
  package var day: Day
  package var state: LevelState
  /// The last day of the archive, where the report is about a later one.
  package var unreadSince: Day?
  package var coverage: Coverage
  package var index: EscalationIndex
  /// The greatest share first; each event once.
  package var evidence: [Evidence]
  /// How many events count on the day.
  package var events: Int
  /// The event that holds the level, when one does.
  package var cause: Evidence?
  package var analyst: AnalystLevel?
  /// What would be left without a voice, the greatest difference first.
  package var without: [VoiceShare]
  /// What voices that are parties are called.
  package var names: PartyNames
  package var catalogue: IndicatorCatalogue

  /// The range that holds 80 %, given what was read.
  package var range: ClosedRange<Double> {
    index.range(catalogue.method)
  }

  /// - Parameters:
  ///   - day: nil for the last of the archive.
  ///   - most: pieces of evidence at most, with their sentences.
  /// - Returns: nil when nothing dated is in the archive, or nothing up to the day.
  package init?(
    on day: Day? = nil, most: Int, from archive: ArchiveReader, _ catalogue: IndicatorCatalogue
  ) throws(ArchiveError) {
    guard let last = try archive.lastEscalationDay() else { return nil }
    let day = day ?? last
    let isLater = day > last
    guard
      let record = isLater
        ? try archive.escalation(on: day, after: last, catalogue)
        : try archive.escalation(from: day, through: day).last
    else { return nil }
    unreadSince = isLater ? last : nil
    let phases = try archive.ledgerPhases(on: day, catalogue)
    // What the days keep must be what the events come to: the latter is what can be shown.
    index = EscalationIndex(
      on: day, DaySums(phases, indicators: catalogue.indicators.count), catalogue)
    self.day = day
    state = record.state
    coverage = record.coverage ?? Coverage(texts: 0, reports: 0, single: 0, isThin: true)
    self.catalogue = catalogue
    events = phases.count
    var found = Self.evidence(phases, index, catalogue)
    let shown = Array(found.prefix(most).map(\.phase.event))
    var wanted = shown
    if case .tripwire(let event) = record.state.cause, !shown.contains(event) {
      wanted.append(event)
    }
    let rows = Dictionary(grouping: try archive.evidence(of: wanted), by: \.event)
    for place in found.indices { found[place].reports = rows[found[place].phase.event] ?? [] }
    if case .tripwire(let event) = record.state.cause {
      cause = found.first { $0.phase.event == event }
    }
    analyst = try archive.analystLevel(on: day)
    names = try archive.partyNames()
    without = try archive.withoutVoices(
      of: found.prefix(VoiceShare.events).map(\.phase), index, catalogue)
    evidence = Array(found.prefix(most))
  }

  private static func evidence(
    _ phases: [LedgerPhase], _ index: EscalationIndex, _ catalogue: IndicatorCatalogue
  ) -> [Evidence] {
    let bars = Dictionary(
      uniqueKeysWithValues: (index.bars + [index.deEscalation]).map { ($0.family, $0) })
    return phases.filter { $0.day <= index.day }.map { phase in
      let indicator = catalogue.indicators[phase.indicator]
      let decay = indicator.decay(over: phase.day.distance(to: index.day))
      let points = phase.points * decay
      return Evidence(
        phase: phase, indicator: indicator, reality: catalogue.method.reality(phase.status),
        decay: decay, points: points,
        share: bars[indicator.family]?.share(ofPoints: points) ?? 0, reports: [])
    }.sorted {
      $0.share != $1.share ? $0.share > $1.share : $0.phase.event < $1.phase.event
    }
  }
}
