import Testing

@testable import Intake

@Suite("CapitalsLinkRule")
struct CapitalsLinkRuleTests {
  private func cleanedBetween(_ line: String) -> String {
    cleaned(
      "Envoys met in the old town on Monday.\n\n\(line)\n\nThey left without a deal on Tuesday.")
  }

  @Test("takes out a headline in capitals")
  func takesOut() {
    let line = "MINISTER SAYS TROOPS WILL LEAVE VELM BY SUMMER"
    #expect(cleanedBetween(line).contains("\n[related-link] \(line)\n"))
  }

  @Test(
    "leaves a subheading and a shouted sentence",
    arguments: ["THE PRICE OF GRAIN", "WE WILL NOT LEAVE VELM TO THE ENEMY, NEVER!"])
  func leaves(_ line: String) {
    #expect(!cleanedBetween(line).contains("[related-link]"))
  }

  @Test("leaves the title")
  func leavesTitle() {
    let title = "MINISTER SAYS TROOPS WILL LEAVE VELM BY SUMMER"
    #expect(cleaned("\(title)\n\nThey met on Monday.") == "= \(title)\nThey met on Monday.")
  }
}
