import Testing

@testable import Intake

@Suite("StrayLineRule")
struct StrayLineRuleTests {
  @Test(
    "takes out what is left of icons and rules",
    arguments: ["f", "X", "op", "***", "—", "|", "...", "•"])
  func takesOut(_ line: String) {
    #expect(
      cleaned("They met on Monday.\n\n\(line)\n\nThey left.")
        == "They met on Monday.\n[stray] \(line)\nThey left.")
  }

  @Test("leaves short words, numbers and other scripts", arguments: ["UN", "12", "1.", "中文", "é"])
  func leaves(_ line: String) {
    #expect(makeArticle(of: "They met on Monday.\n\n\(line)\n\nThey left.")?.furniture == [])
  }
}
