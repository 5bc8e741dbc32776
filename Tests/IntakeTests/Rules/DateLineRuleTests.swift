import Testing

@testable import Intake

@Suite("DateLineRule")
struct DateLineRuleTests {
  @Test(
    "takes out a date at the top, alone or with its company",
    arguments: [
      "4 March 2031", "Published 4 March 2031, 10:30 GMT", "3 hours ago", "14:05 GMT",
      "By Ana Example | 4 March 2031", "Ana Example, Velm  4 March 2031",
      "Tarnby Post · 4 March 2031",
    ])
  func takesOut(_ line: String) {
    #expect(
      cleaned("Envoys meet\n\(line)\n\nThey met on Monday.")
        == "= Envoys meet\n[dateline] \(line)\nThey met on Monday.")
  }

  @Test(
    "leaves a line at the top that only mentions a date",
    arguments: ["The strait was closed on 4 March 2031", "On 4 March 2031 they met."])
  func leavesMention(_ line: String) {
    #expect(makeArticle(of: "Envoys meet\n\(line)\n\nThey met on Monday.")?.furniture == [])
  }

  @Test("takes out a labelled date below, and leaves a bare one as a heading of a chronicle")
  func leavesChronicle() {
    let text = "They met on Monday.\n\n5 March 2031\n\nThey met again.\n\nUpdated 6 March 2031"
    #expect(
      cleaned(text) == """
        They met on Monday.
        # 5 March 2031
        They met again.
        [dateline] Updated 6 March 2031
        """)
  }
}
