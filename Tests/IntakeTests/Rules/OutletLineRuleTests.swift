import Testing

@testable import Intake

@Suite("OutletLineRule")
struct OutletLineRuleTests {
  @Test("takes out the name of a known outlet at the top")
  func takesOut() {
    let text = "Envoys meet\nTarnby Post\n\nThey met on Monday."
    #expect(cleaned(text) == "= Envoys meet\n[masthead] Tarnby Post\nThey met on Monday.")
    #expect(makeArticle(of: text)?.outlet == "Tarnby Post")
  }

  @Test("leaves a name that is not known")
  func leaves() {
    let text = "Envoys meet\nOstrand Courier\n\nThey met on Monday."
    #expect(cleaned(text) == "= Envoys meet\nOstrand Courier\nThey met on Monday.")
  }
}
