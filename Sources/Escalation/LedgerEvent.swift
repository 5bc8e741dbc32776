import EventData
import Glibc

/// One thing that happened, or was threatened, as all its reports together tell it.
package struct LedgerEvent: Hashable, Sendable, Identifiable {
  /// What has to be the same for two reports to tell of one event, besides the day.
  package struct Link: Hashable, Sendable, Comparable {
    package var indicator: String
    /// Ids of actors and regions; nil where the text names none.
    package var source: String?
    package var target: String?
    package var region: String?

    private var order: [String] { [indicator, source ?? "", target ?? "", region ?? ""] }

    package static func < (a: Link, b: Link) -> Bool {
      a.order.lexicographicallyPrecedes(b.order)
    }
  }

  package var link: Link
  package var indicator: Indicator
  /// When it counts from.
  package var day: Day
  /// All entries that tell of it, by row.
  package var entries: [LedgerEntry]
  /// How many of the reports are independent of each other.
  package var reports: Int
  /// κ, how real it is: 1 occurred … 0.25 forecast.
  package var reality: Double
  /// c, how far it is believed that it is at least that real: below 0.99.
  package var credibility: Double

  /// The row of the first entry.
  package var id: Int64 { entries[0].row }

  /// Weight × κ × c in millionths, so that sums do not depend on their order.
  var microPoints: Int { Int((indicator.weight * reality * credibility * 1e6).rounded()) }

  /// Points on its first day.
  package var points: Double { Double(microPoints) / 1e6 }

  /// What time has left of it: halves with each half-life; 0 before its day, and when less than
  /// a thousandth is left.
  package func decay(on day: Day) -> Double {
    let halfLives = Double(self.day.distance(to: day)) / indicator.halfLife
    return (0...Indicator.lifetime).contains(halfLives) ? exp2(-halfLives) : 0
  }
}

extension LedgerEvent {
  /// - Parameter entries: at least one, all of one link, all within two days, by row, each with
  ///   its day.
  init(link: Link, indicator: Indicator, dated: [(entry: LedgerEntry, day: Day)]) {
    let track = indicator.track
    let entries = dated.map(\.entry)
    let reports = Report.independent(entries)
    // The best of all readings: many forecasts make a certain forecast, never an occurrence.
    var best = (reality: 0.0, credibility: 0.0)
    for reality in Set(entries.map { $0.event.status.reality(on: track) }).sorted(by: >) {
      let doubts = reports.compactMap { $0.credibility(atLeast: reality, on: track) }
        .map { 1 - $0 }.sorted()
      let credibility = min(0.99, 1 - doubts.reduce(1, *))
      if reality * credibility > best.reality * best.credibility {
        best = (reality, credibility)
      }
    }
    let day = dated.filter { $0.entry.event.status.reality(on: track) >= best.reality }
      .map(\.day).min()
    self.init(
      link: link, indicator: indicator, day: day ?? dated[0].day, entries: entries,
      reports: reports.count, reality: best.reality, credibility: best.credibility)
  }
}
