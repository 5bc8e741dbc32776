import Testing

@testable import Intake

@Suite("LoneDatelineRule")
struct LoneDatelineRuleTests {
  @Test(
    "takes out a dateline on a line of its own",
    arguments: ["EBN —", "Port Velm EBN —", "VELM, March 4 (Velm Wire) -", "OSTRAND --"])
  func takesOut(_ line: String) {
    #expect(
      cleaned("Envoys meet\n\n\(line)\n\nThey met on Monday.")
        == "= Envoys meet\n[dateline] \(line)\nThey met on Monday.")
  }

  @Test("finds the outlet in it")
  func findsOutlet() {
    #expect(
      makeArticle(of: "Envoys meet\n\nPort Velm EBN —\n\nThey met.")?.outlet
        == "Estmark Broadcasting")
  }

  @Test("leaves a heading between dashes", arguments: ["– Talks at dawn –", "- Talks at dawn -"])
  func leaves(_ line: String) {
    #expect(
      cleaned("They met on Monday.\n\n\(line)\n\nThey left on Tuesday.")
        == "They met on Monday.\n# \(line)\nThey left on Tuesday.")
  }
}
