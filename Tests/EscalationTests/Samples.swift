import EventData
import Foundation
import Testing

@testable import Escalation

/// A small catalogue with two deeds, a word and a step back.
let sampleCatalogue = """
  # Invented for tests.
  \(IndicatorCatalogue.columns.joined(separator: "\t"))
  FU1\tFU\tShelling\t+\tdeed\t8\t7\t1\t194\tASSAULT/heavy-weapons\tt\tn\te\tkilled;wounded
  MP1\tMP\tBuild-up\t+\tdeed\t6\t20\t1\t154 150\tMOBILIZE/troops; MOBILIZE/weapons\tt\tn\te\t
  TH1\tTH\tThreat\t+\tword\t5\t10\t1\t138\tTHREATEN\tt\tn\te\t
  DE1\tDE\tTalks\t-\tdeed\t4\t10\t0\t042\tCONSULT\tt\tn\te\t
  """

func catalogue(_ text: String = sampleCatalogue) throws -> IndicatorCatalogue {
  try IndicatorCatalogue(text, file: "sample.tsv")
}

/// The file that brink ships.
func shippedCatalogue() throws -> IndicatorCatalogue {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "Resources/indicators.tsv")
  return try IndicatorCatalogue(String(contentsOf: file, encoding: .utf8), file: file.path)
}

extension ActorReference {
  static func named(_ name: String) -> ActorReference {
    ActorReference(id: name.lowercased(), name: name, code: "---")
  }
}

extension LedgerEntry {
  /// Day 0 is 2031-03-01; every row is a sentence of its own unless one is given.
  static func entry(
    _ row: Int64, _ indicator: String? = "FU1", on day: Int? = 0,
    is status: Event.Status = .occurred, from source: String? = "Norrland",
    to target: String? = "Tasmark", by origin: String? = nil, outlet: String? = nil,
    region: String? = nil, date: EventDate? = nil, sentence: String? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      row: row, article: row / 10,
      event: Event(
        sentence: Span(0, 1), source: source.map { .named($0) }, target: target.map { .named($0) },
        category: .assault, cameo: "194", goldstein: -10, indicator: indicator, status: status,
        origin: origin, region: region, date: date, rule: "r", spans: []),
      published: day.map { .sample($0) }, outlet: outlet ?? "Outlet \(row)",
      sentence: sentence ?? "Sentence \(row).")
  }
}

extension Day {
  static func sample(_ day: Int) -> Day { Day(iso: "2031-03-01")!.advanced(by: day) }
}

extension Ledger {
  init(_ entries: LedgerEntry...) throws {
    self.init(entries, catalogue: try catalogue())
  }
}

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
