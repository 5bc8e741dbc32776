import EventData
import Foundation

@testable import Escalation

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func text(_ path: String) throws -> String {
  try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

func file(_ path: String) throws -> CatalogueFile {
  CatalogueFile(path: path, text: try text(path))
}

/// Indicators invented for tests.
let sampleCatalogue = """
  # Invented for tests.
  \(IndicatorCatalogue.columns.joined(separator: "\t"))
  FU1\tFU\tShelling\t+\tdeed\t8\t7\t1\t\t\t194\tASSAULT/heavy-weapons\tt\tn\te\tkilled:5;wounded:10\tb
  MP1\tMP\tBuild-up\t+\tdeed\t6\t20\t1\tyes\t\t154 150\tMOBILIZE/troops; MOBILIZE/weapons\tt\tn\te\ttroops:1000\tb
  FU3\tFU\tInvasion\t+\tdeed\t10\t14\t3\tyes\t\t192\tASSAULT\tt\tn\te\t\tb
  TH1\tTH\tThreat\t+\tword\t5\t10\t1\t\t\t138\tTHREATEN\tt\tn\te\t\tb
  DE1\tDE\tTalks\t-\tdeed\t4\t10\t0\t\t\t042\tCONSULT\tt\tn\te\t\tb
  DE4\tDE\tWithdrawal\t-\tdeed\t8\t20\t0\t\tdoubted\t087\tRETREAT\tt\tn\te\t\tb
  """

func catalogue(_ text: String = sampleCatalogue) throws -> IndicatorCatalogue {
  try IndicatorCatalogue(
    [CatalogueFile(path: "sample.tsv", text: text)], method: [file("Resources/escalation.tsv")])
}

/// The files that brink ships.
func shippedCatalogue() throws -> IndicatorCatalogue {
  try IndicatorCatalogue(
    [file("Resources/indicators.tsv")], method: [file("Resources/escalation.tsv")])
}

extension ActorReference {
  static func named(_ name: String) -> ActorReference {
    ActorReference(id: name.lowercased(), name: name, code: "---")
  }
}

extension CodedReport {
  /// Day 0 is 2031-03-01; every row is an article of its own, and a sentence of its own unless
  /// one is given.
  static func report(
    _ row: Int64, _ indicator: String? = "FU1", on day: Int? = 0,
    is status: Event.Status = .occurred, from source: String? = "Norrland",
    to target: String? = "Tasmark", by origin: String? = nil, outlet: String? = nil,
    place: String? = nil, date: EventDate? = nil, words: Int64? = nil, text: Int64? = nil,
    category: EventCategory = .assault, troops: Double? = nil
  ) -> CodedReport {
    CodedReport(
      row: row, article: row,
      event: Event(
        sentence: Span(0, 1), source: source.map { .named($0) }, target: target.map { .named($0) },
        category: category, cameo: "194", goldstein: -10, indicator: indicator, status: status,
        origin: origin, date: date, rule: "r", spans: []),
      published: day.map { .sample($0) }, outlet: outlet ?? "Outlet \(row)", place: place,
      words: words ?? row, text: text ?? row, quantity: troops,
      unit: troops == nil ? nil : "soldiers")
  }
}

extension Day {
  static func sample(_ day: Int) -> Day { Day(iso: "2031-03-01")!.advanced(by: day) }
}

/// What an archive would make of some reports.
struct SampleLedger {
  var events: [EventLinking.Linked] = []
  var excluded: [LedgerEntry.Exclusion] = []
  let catalogue: IndicatorCatalogue

  init(_ reports: [CodedReport], _ catalogue: IndicatorCatalogue) {
    self.catalogue = catalogue
    var links: [Int64: [LedgerEntry]] = [:]
    var indicators: [Int64: Int] = [:]
    for report in reports {
      do throws(LedgerEntry.Exclusion) {
        let entry = try LedgerEntry(report, catalogue)
        links[entry.link, default: []].append(entry)
        indicators[entry.link] = catalogue.place(of: report.event.indicator!)
      } catch {
        excluded.append(error)
      }
    }
    for (link, entries) in links {
      events += EventLinking.events(entries, indicator: indicators[link]!, catalogue)
    }
    events.sort { $0.id < $1.id }
  }

  init(_ reports: CodedReport...) throws {
    self.init(reports, try sampleCatalogueTable())
  }

  /// What holds in the end.
  var phases: [LedgerPhase] { events.compactMap(\.phases.last).sorted { $0.day < $1.day } }

  func index(on day: Int) -> EscalationIndex {
    let day = Day.sample(day)
    let sums = DaySums(
      events.flatMap(\.phases).filter { $0.holds(on: day) },
      indicators: catalogue.indicators.count)
    return EscalationIndex(on: day, sums, catalogue)
  }
}

private func sampleCatalogueTable() throws -> IndicatorCatalogue { try catalogue() }

/// Random numbers that are the same in every run: Vigna's splitmix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
