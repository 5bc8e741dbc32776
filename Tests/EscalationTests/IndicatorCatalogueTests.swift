import EventData
import Testing

@testable import Escalation

@Suite("The catalogue of indicators")
struct IndicatorCatalogueTests {
  @Test("reads every column")
  func reads() throws {
    let catalogue = try catalogue()
    #expect(catalogue.indicators.map(\.id) == ["FU1", "MP1", "FU3", "TH1", "DE1", "DE4"])
    let build = try #require(catalogue["MP1"])
    #expect(build.family == .posture)
    #expect(build.direction == .escalates)
    #expect(build.track == .deed)
    #expect(build.weight == 6)
    #expect(build.halfLife == 20)
    #expect(build.tripwire == 1)
    #expect(build.cameo == ["154", "150"])
    #expect(build.plover == ["MOBILIZE/troops", "MOBILIZE/weapons"])
    #expect(build.isState)
    #expect(catalogue["DE4"]?.isDoubted == true)
    #expect(build.quantities == [Indicator.Quantity(name: "troops", usual: 1000)])
    #expect(catalogue["FU1"]?.quantities.map(\.name) == ["killed", "wounded"])
    #expect(catalogue["XX9"] == nil)
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
      #expect(!indicator.basis.isEmpty)
    }
  }

  static let header = IndicatorCatalogue.columns.joined(separator: "\t")
  static let line = "FU1\tFU\tShelling\t+\tdeed\t8\t7\t1\t\t\t194\tASSAULT\tt\tn\te\t\tb"

  @Test(
    "says in which line of which file the mistake is",
    arguments: [
      ("", 1, CatalogueError.Problem.headerMissing),
      ("# only a comment", 1, .headerMissing),
      (header, 1, .empty),
      ("id\tname", 1, .columnsDiffer(expected: IndicatorCatalogue.columns, found: ["id", "name"])),
      ("# c\n\(header)\nFU1\tFU", 3, .fieldCount(expected: 17, found: 2)),
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
      (changing(8, "no"), 2, .value(column: "state", text: "no")),
      (changing(9, "yes"), 2, .value(column: "own", text: "yes")),
      (changing(15, "troops"), 2, .value(column: "qty", text: "troops")),
      (changing(15, "troops:0"), 2, .value(column: "qty", text: "troops:0")),
    ])
  func mistakes(_ text: String, _ line: Int, _ problem: CatalogueError.Problem) {
    #expect(throws: CatalogueError(file: "sample.tsv", line: line, problem: problem)) {
      try catalogue(text)
    }
  }

  @Test("does not mind the line ends of another system")
  func lineEnds() throws {
    let text = "# c\r\n\(Self.header)\r\n\(Self.line)\r\n"
    #expect(try catalogue(text).indicators.count == 1)
  }

  private static func changing(_ field: Int, _ value: String) -> String {
    var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    fields[field] = value
    return header + "\n" + fields.joined(separator: "\t")
  }
}

@Suite("The constants of the index")
struct EscalationMethodTests {
  private func method(_ own: String) throws -> EscalationMethod {
    try EscalationMethod([
      file("Resources/escalation.tsv"),
      CatalogueFile(path: "own.tsv", text: "key\tvalue\treason\n" + own),
    ])
  }

  @Test("have bars that sum to a hundred")
  func maxima() throws {
    let method = try shippedCatalogue().method
    #expect(IndicatorFamily.escalating.count == 10)
    #expect(IndicatorFamily.escalating.reduce(0) { $0 + method.maximum($1) } == 100)
  }

  @Test(
    "have a word for every height",
    arguments: [
      (0.0, EscalationLevel.routine), (11.9, .routine), (12, .watch), (28, .elevated), (45, .high),
      (65, .critical), (100, .critical),
    ])
  func levels(_ value: Double, _ level: EscalationLevel) throws {
    #expect(try shippedCatalogue().method.level(index: value) == level)
    #expect(EscalationLevel(name: level.name.lowercased()) == level)
  }

  @Test("give way to a person's own, and are another version then")
  func own() throws {
    #expect(try method("level.high\t50\tmine")["level.high"] == 50)
    let shipped = try shippedCatalogue()
    let own = CatalogueFile(
      path: "own.tsv",
      text: IndicatorCatalogueTests.header + "\n"
        + IndicatorCatalogueTests.line)
    let changed = try IndicatorCatalogue(
      [file("Resources/indicators.tsv"), own], method: [file("Resources/escalation.tsv")])
    #expect(changed.indicators.count == shipped.indicators.count)
    #expect(changed["FU1"]?.weight == 8)
    #expect(changed.version != shipped.version)
  }

  @Test(
    "name the line of a mistake",
    arguments: [
      ("level.higher\t1\t", CatalogueError.Problem.unknownKey("level.higher")),
      ("level.high\tx\t", .value(column: "value", text: "x")),
      ("reality.decided\t1.1\t", .value(column: "value", text: "1.1")),
      ("level.high\tnan\t", .value(column: "value", text: "nan")),
      ("bar.scale\t0\t", .value(column: "value", text: "0")),
      ("calm.scale\t0\t", .value(column: "value", text: "0")),
      ("bar.CY\t0\t", .value(column: "value", text: "0")),
      ("thin.days\t0\t", .value(column: "value", text: "0")),
      ("record.mean\t0.5\t", .value(column: "value", text: "0.5")),
      ("alert.days\t1.5\t", .value(column: "value", text: "1.5")),
      ("quantity.most\t0\t", .value(column: "value", text: "0")),
      ("bar.FU\t50\t", .barsSum(128)),
      ("level.critical\t10\t", .levelOrder(lower: "level.high", higher: "level.critical")),
      ("level.watch\t28\t", .levelOrder(lower: "level.watch", higher: "level.elevated")),
    ])
  func mistakes(_ line: String, _ problem: CatalogueError.Problem) {
    #expect(throws: CatalogueError(file: "own.tsv", line: 2, problem: problem)) {
      try method(line)
    }
  }

  @Test("may weigh the families otherwise, as long as their bars come to a hundred")
  func otherBars() throws {
    let method = try method("bar.FU\t12\tmine\nbar.CY\t14\tmine")
    #expect(method.maximum(.cyber) == 14)
  }

  @Test("keep the range of the index between 0 and 100")
  func range() throws {
    let method = try shippedCatalogue().method
    let none = FamilyBar(family: .deEscalation, points: 0, value: 0)
    for value in [0.0, 50, 100.5] {
      let index = EscalationIndex(
        day: Day(number: 0), bars: [FamilyBar(family: .cyber, points: 1, value: value)],
        deEscalation: none, deviation: 60, breadth: 1, wordShare: nil)
      #expect(index.range(method).lowerBound >= 0 && index.range(method).upperBound <= 100)
    }
  }

  @Test("are all needed")
  func missing() {
    #expect(throws: CatalogueError.self) {
      try EscalationMethod([CatalogueFile(path: "f", text: "key\tvalue\treason\nbar.FU\t1\t")])
    }
  }
}
