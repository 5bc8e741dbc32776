import Foundation
import Testing

@testable import Coder

@Suite("The list of attribution rules")
struct AttributionRulesTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../Sources/Coder/Attribution").standardized

  @Test("names every rule that has a file")
  func listed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    let rules = files.filter { $0.hasSuffix("Rule.swift") }.map { $0.dropLast(".swift".count) }
    #expect(rules.count >= 5)
    #expect(
      Set(AttributionRules.standard.map { "\($0)"[...] }) == Set(rules),
      "a rule is a file Sources/Coder/Attribution/…Rule.swift and a line of AttributionRules.standard"
    )
  }

  @Test("names each rule once, under an id of its own")
  func ids() {
    let ids = AttributionRules.standard.map { $0.id }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { !$0.isEmpty })
  }

  @Test("has a test file for each rule")
  func tested() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().path()
    let files = try FileManager.default.contentsOfDirectory(atPath: tests)
    for rule in AttributionRules.standard {
      #expect(files.contains("\(rule)Tests.swift"), "\(rule)")
    }
  }
}
