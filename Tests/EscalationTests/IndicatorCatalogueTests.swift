import Testing

@testable import Escalation

@Suite("The catalogue of indicators")
struct IndicatorCatalogueTests {
  @Test("reads every column")
  func reads() throws {
    let catalogue = try catalogue()
    #expect(catalogue.indicators.map(\.id) == ["FU1", "MP1", "TH1", "DE1"])
    let build = try #require(catalogue["MP1"])
    #expect(build.family == .posture)
    #expect(build.direction == .escalates)
    #expect(build.track == .deed)
    #expect(build.weight == 6)
    #expect(build.halfLife == 20)
    #expect(build.tripwire == 1)
    #expect(build.cameo == ["154", "150"])
    #expect(build.plover == ["MOBILIZE/troops", "MOBILIZE/weapons"])
    #expect(build.quantities == [])
    #expect(catalogue["FU1"]?.quantities == ["killed", "wounded"])
    #expect(catalogue["XX9"] == nil)
    #expect(catalogue.horizon == 200)
  }

  @Test("that brink ships has forty indicators in all families")
  func shipped() throws {
    let catalogue = try shippedCatalogue()
    #expect(catalogue.indicators.count == 40)
    #expect(Set(catalogue.indicators.map(\.family)) == Set(IndicatorFamily.allCases))
    for indicator in catalogue.indicators {
      #expect(indicator.id.hasPrefix(indicator.family.rawValue))
      #expect(!indicator.trigger.isEmpty)
      #expect(!indicator.example.isEmpty)
      #expect(!indicator.cameo.isEmpty)
    }
  }

  static let header = IndicatorCatalogue.columns.joined(separator: "\t")
  static let line = "FU1\tFU\tShelling\t+\tdeed\t8\t7\t1\t194\tASSAULT\tt\tn\te\t"

  @Test(
    "says in which line of which file the mistake is",
    arguments: [
      ("", 1, CatalogueError.Problem.headerMissing),
      ("# only a comment", 1, .headerMissing),
      (header, 1, .empty),
      ("id\tname", 1, .columnsDiffer(expected: IndicatorCatalogue.columns, found: ["id", "name"])),
      ("# c\n\(header)\nFU1\tFU", 3, .fieldCount(expected: 14, found: 2)),
      ("\(header)\n\(line)\n\n\(line)", 4, .duplicate(id: "FU1", firstLine: 2)),
      (changing(0, ""), 2, .value(column: "id", text: "")),
      (changing(1, "ZZ"), 2, .value(column: "family", text: "ZZ")),
      (changing(3, "-"), 2, .value(column: "direction", text: "-")),
      (changing(3, "up"), 2, .value(column: "direction", text: "up")),
      (changing(4, "song"), 2, .value(column: "track", text: "song")),
      (changing(5, "0"), 2, .value(column: "weight", text: "0")),
      (changing(5, "nan"), 2, .value(column: "weight", text: "nan")),
      (changing(5, "11"), 2, .value(column: "weight", text: "11")),
      (changing(6, "0"), 2, .value(column: "half_life", text: "0")),
      (changing(6, "inf"), 2, .value(column: "half_life", text: "inf")),
      (changing(7, "4"), 2, .value(column: "tripwire", text: "4")),
    ])
  func mistakes(_ text: String, _ line: Int, _ problem: CatalogueError.Problem) {
    #expect(throws: CatalogueError(file: "sample.tsv", line: line, problem: problem)) {
      try IndicatorCatalogue(text, file: "sample.tsv")
    }
  }

  @Test("does not mind the line ends of another system")
  func lineEnds() throws {
    let text = "# c\r\n\(Self.header)\r\n\(Self.line)\r\n"
    #expect(try IndicatorCatalogue(text, file: "f").indicators.count == 1)
  }

  private static func changing(_ field: Int, _ value: String) -> String {
    var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    fields[field] = value
    return header + "\n" + fields.joined(separator: "\t")
  }
}

@Suite("The families")
struct IndicatorFamilyTests {
  @Test("have bars that sum to a hundred")
  func maxima() {
    #expect(IndicatorFamily.escalating.count == 10)
    #expect(IndicatorFamily.escalating.reduce(0) { $0 + $1.maximum } == 100)
  }
}
