import Testing

@testable import Intake

@Suite("RankedLinksRule")
struct RankedLinksRuleTests {
  @Test("takes out the ranking below its label, as far as it goes on counting")
  func takesOut() {
    let text = cleaned(
      "They met on Monday.\n\nRelated article\n\n1. Ferry runs aground off Port Tarnby\n\n"
        + "2. Sudmark bombs the old lighthouse at night\n\n4. Fourth part of the plan\n\nThey left."
    )
    #expect(text.contains("[related-link] 1. Ferry"))
    #expect(text.contains("[related-link] 2. Sudmark"))
    #expect(!text.contains("[related-link] 4."))
  }

  @Test(
    "leaves numbered parts of the article",
    arguments: [
      "They met on Monday.\n\n1. Norvane must leave the strait\n\nThey left.",
      "Related article\n\n1. The envoys will meet again in the spring, he said.\n\nThey left.",
    ])
  func leaves(_ text: String) {
    #expect(!cleaned(text).contains("[related-link] 1."))
  }
}
