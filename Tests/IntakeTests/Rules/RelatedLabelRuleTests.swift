import Testing

@testable import Intake

@Suite("RelatedLabelRule")
struct RelatedLabelRuleTests {
  @Test("takes out the headline below the label")
  func takesOut() {
    #expect(
      cleaned("They met on Monday.\n\nRelated article\n\nThe grain that feeds a navy\n\nThey left.")
        == """
        They met on Monday.
        [related-link] Related article
        [related-link] The grain that feeds a navy
        They left.
        """)
  }

  @Test(
    "leaves sentences, short headings and items of a chronicle",
    arguments: [
      "They will meet again in the spring.", "No deal", "3 March: the envoys arrive in Velm",
    ])
  func leaves(_ line: String) {
    let text = cleaned("They met on Monday.\n\nRelated article\n\n\(line)\n\nThey left.")
    #expect(!text.contains("[related-link] \(line)"))
  }
}
