import Testing

@testable import Intake

@Suite("The title")
struct TitleFinderTests {
  private let body = "\n\nThey met in the old town on Monday.\n\nThey will meet again."

  @Test(
    "is the first line without a full stop",
    arguments: [
      "Envoys meet in Velm", "Will the strait be closed?", "‘We will not leave’: a night in Velm",
      "Envoy leaves for the U.S.", "Explainer: why the strait matters", "VELM FALLS!",
    ])
  func isFirstLine(_ line: String) {
    #expect(makeArticle(of: line + body)?.title == line)
  }

  @Test(
    "is missing where the text begins at once",
    arguments: [
      "Envoys met in the old town.", "“We will not leave,” she said.", "He went on;",
      "- We will see, he said", String(repeating: "long ", count: 50),
    ])
  func isMissing(_ line: String) throws {
    let article = try #require(makeArticle(of: line + body))
    #expect(article.title == nil)
    #expect(article.bodyStart == 0)
  }

  @Test("stands below the chrome of the page")
  func standsBelowChrome() {
    let text = "Latest News\n4 March 2031\nEnvoys meet in Velm\n\nThey met on Monday."
    #expect(
      cleaned(text) == """
        [masthead] Latest News
        [dateline] 4 March 2031
        = Envoys meet in Velm
        They met on Monday.
        """)
  }

  @Test("is not made of the only line")
  func isNotOnlyLine() {
    #expect(makeArticle(of: "Envoys meet in Velm")?.title == nil)
  }

  @Test("is the given one, which the text need not repeat")
  func isGiven() {
    #expect(
      cleaned("They met on Monday.", title: "Envoys meet") == "= Envoys meet\nThey met on Monday.")
    #expect(
      cleaned("ENVOYS  MEET\n\nThey met on Monday.", title: "Envoys meet")
        == "= Envoys meet\nThey met on Monday.")
  }
}
