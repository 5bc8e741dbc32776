import Testing

@testable import Intake

@Suite("FurniturePatternRule")
struct FurniturePatternRuleTests {
  @Test("takes out the lines of the table")
  func takesOut() {
    #expect(
      cleaned("Envoys meet\n\nSHARE:\n\nThey met on Monday.\n\nRead more about grain here.")
        == "= Envoys meet\n[share] SHARE:\nThey met on Monday.\n[related-link] Read more about grain here."
    )
  }

  @Test("leaves a paragraph that names its picture in brackets")
  func leavesParagraph() {
    let text = "They met on Monday (Photo: Tarnby Post), and left on Tuesday."
    #expect(cleaned(text) == text)
    #expect(
      cleaned("A. B. C.\n\nA convoy (Photo: Tarnby Post)").hasSuffix(
        "[caption] A convoy (Photo: Tarnby Post)"))
  }

  @Test("leaves what is longer than a line")
  func leavesLong() {
    let text = "Read more slowly, " + String(repeating: "and more slowly, ", count: 60) + "he said."
    #expect(cleaned(text) == text)
  }

  @Test("takes a credit for one only when it is made of names")
  func asksForNames() {
    let credit = "Reporting by Ana Example in Velm; editing by Bo Sample."
    #expect(cleaned("They met on Monday.\n\n\(credit)").hasSuffix("[credit] \(credit)"))
    let sentence = "Reporting by both agencies shows that the port was hit."
    #expect(cleaned("They met on Monday.\n\n\(sentence)").hasSuffix("\n\(sentence)"))
  }
}
