import Testing

@testable import Intake

@Suite("CaptionAboveCreditRule")
struct CaptionAboveCreditRuleTests {
  @Test("takes out the line above the credit of a picture")
  func takesOut() {
    #expect(
      cleaned("Envoys meet\n\nStrait crisis\n(Pat Placeholder/Getty Images)\n\nThey met on Monday.")
        == """
        = Envoys meet
        [caption] Strait crisis
        [caption] (Pat Placeholder/Getty Images)
        They met on Monday.
        """)
  }

  @Test("leaves a sentence above it, and a line that an empty one parts from it")
  func leaves() {
    let credit = "(Pat Placeholder/Getty Images)"
    #expect(
      cleaned("A. B. C.\n\nThey met on Monday.\n\(credit)").contains("\nThey met on Monday.\n"))
    #expect(
      cleaned("They met on Monday.\n\nNo deal yet\n\n\(credit)\n\nThey left.")
        == "They met on Monday.\n# No deal yet\n[caption] \(credit)\nThey left.")
  }
}
