import EventData
import Glibc

/// What one event adds to its family on one day; the product of four numbers that are shown.
package struct Evidence: Hashable, Sendable, Identifiable {
  package var event: LedgerEvent
  /// What time has left, 1 … 0.
  package var decay: Double
  /// Weight × κ × c × decay.
  package var points: Double

  package var id: Int64 { event.id }
}

/// The bar of one family on one day.
package struct FamilyBar: Hashable, Sendable, Identifiable {
  package var family: IndicatorFamily
  /// The sum of the points of the evidence.
  package var points: Double
  /// 0 up to the family's maximum: maximum × (1 − e^(−points / scale)).
  package var value: Double
  /// Those that add anything on this day, the most first.
  package var evidence: [Evidence]

  package var id: IndicatorFamily { family }

  /// The part of ``value`` that comes from one piece of evidence, in proportion to its points.
  package func share(of evidence: Evidence) -> Double {
    points > 0 ? value * evidence.points / points : 0
  }

  init(_ family: IndicatorFamily, _ evidence: [Evidence]) {
    self.family = family
    // Summed in one order, the order of the ledger, so that equal ledgers give equal bits.
    points = evidence.reduce(0) { $0 + $1.points }
    value = family.maximum * (1 - exp(-points / family.scale))
    self.evidence = evidence.sorted {
      $0.points != $1.points ? $0.points > $1.points : $0.id < $1.id
    }
  }
}

/// Escalation as reported, on one day. It describes what was read; it does not predict war.
package struct EscalationIndex: Hashable, Sendable {
  package var day: Day
  /// The ten escalating families, in their order.
  package var bars: [FamilyBar]
  /// De-escalation, which is never set off against escalation.
  package var deEscalation: FamilyBar

  /// BX, 0 to 100: the sum of the bars.
  package var value: Double { bars.reduce(0) { $0 + $1.value } }

  /// RX, 0 to 100.
  package var calm: Double { deEscalation.value }

  /// By the thresholds alone.
  package var level: EscalationLevel { EscalationLevel(index: value) }

  /// How many families have at least two points: escalation on a broad front differs from much
  /// of one thing.
  package var breadth: Int { bars.count { $0.points >= 2 } }

  /// Which part of all points is words, 0 to 1; nil when there are no points.
  package var wordShare: Double? {
    let all = bars.reduce(0) { $0 + $1.points }
    let words = bars.reduce(0) { sum, bar in
      bar.evidence.reduce(sum) {
        $0 + ($1.event.indicator.track == .word ? $1.points : 0)
      }
    }
    return all > 0 ? words / all : nil
  }
}

extension Ledger {
  /// The index on a day; what lies after the day does not count yet.
  package func index(on day: Day) -> EscalationIndex {
    var evidence: [IndicatorFamily: [Evidence]] = [:]
    for event in events {
      let decay = event.decay(on: day)
      guard decay > 0 else { continue }
      evidence[event.indicator.family, default: []].append(
        Evidence(event: event, decay: decay, points: event.points * decay))
    }
    return EscalationIndex(
      day: day,
      bars: IndicatorFamily.escalating.map { FamilyBar($0, evidence[$0] ?? []) },
      deEscalation: FamilyBar(.deEscalation, evidence[.deEscalation] ?? []))
  }
}
