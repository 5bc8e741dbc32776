import Testing

@testable import Intake

@Suite("HeadingRule")
struct HeadingRuleTests {
  private func cleanedBetween(_ lines: String) -> String {
    cleaned(
      "Envoys met in the old town on Monday.\n\n\(lines)\n\nThey left without a deal on Tuesday.")
  }

  @Test(
    "marks a short line between paragraphs",
    arguments: [
      "No deal yet", "What is the strait?", "‘We will not leave’", "THE PRICE OF GRAIN", "UN",
      "1. The harbour", "- Talks at dawn -", "A harbour that nobody holds",
    ])
  func marks(_ line: String) {
    #expect(cleanedBetween(line).contains("\n# \(line)\n"))
  }

  @Test(
    "leaves sentences, questions that someone asks, lines that go on, and lists",
    arguments: [
      "They left.", "“What is the strait?”", "and so on", "The minister, the envoy,",
      "Killed: two soldiers\nWounded: nine men\nMissing: one boat",
      "So who among the many envoys that have come to Velm since spring can still be trusted with this?",
    ])
  func leaves(_ lines: String) {
    #expect(!cleanedBetween(lines).contains("#"))
  }

  @Test("leaves what stands above the first paragraph and below the last")
  func leavesEnds() {
    let text = "Envoys meet\n\nA night in Velm\n\nThey met on Monday in the old town.\n\nThe end"
    #expect(makeArticle(of: text)?.headings == [])
  }
}
