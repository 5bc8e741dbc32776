import EventData
import Foundation

@testable import Escalation

/// A crisis coded by hand, and what the reference implementation of the index makes of it.
struct Timeline {
  struct Report: Hashable {
    var key: String
    var indicator: Int
    var report: LedgerReport
  }

  /// A row of the golden values.
  struct Golden {
    var day: Day
    var values: [String: Double]
    var level: String
  }

  let catalogue: IndicatorCatalogue
  var reports: [Report] = []
  let golden: [Golden]

  init() throws {
    let catalogue = try shippedCatalogue()
    self.catalogue = catalogue
    golden = try Self.rows("daily.tsv").map { row in
      Golden(
        day: Day(iso: row["day"]!)!, values: row.compactMapValues(Double.init),
        level: row["level"]!)
    }
    for row in try Self.rows("timeline.tsv") {
      for origin in row["origins"]!.split(separator: " ") {
        let parts = origin.split(separator: "/")
        let report = LedgerReport(
          origin: Origin(
            OriginRole(rawValue: String(parts[0]))!, parts.count > 1 ? String(parts[1]) : ""),
          status: Event.Status(rawValue: row["status"]!)!, day: Day(iso: row["day"]!)!,
          denier: OriginRole(rawValue: row["denier"]!), factor: Double(row["factor"]!)!)
        reports.append(
          Report(
            key: row["indicator"]! + row["event"]!,
            indicator: catalogue.place(of: row["indicator"]!)!, report: report))
      }
    }
  }

  private static func rows(_ name: String) throws -> [[String: String]] {
    let lines = try text("Tests/EscalationTests/Golden/\(name)").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  func phases(_ reports: [Report]) -> [LedgerPhase] {
    Dictionary(grouping: reports, by: \.key).sorted { $0.key < $1.key }.flatMap { key, reports in
      var digest = Digest()
      digest.combine(key)
      return LedgerPhase.phases(
        of: reports.map(\.report), event: digest.value, indicator: reports[0].indicator, catalogue)
    }
  }

  func index(_ reports: [Report], on day: Day = Day(iso: "2022-02-24")!) -> EscalationIndex {
    let phases = phases(reports).filter { $0.holds(on: day) }
    return EscalationIndex(
      on: day, DaySums(phases, indicators: catalogue.indicators.count), catalogue)
  }
}
