import Testing

@testable import Intake

@Suite("CreditedCaptionRule")
struct CreditedCaptionRuleTests {
  @Test("takes out what ends in agency and photographer")
  func takesOut() {
    let line = "Sudmark tanks shell the town of Velm on Tuesday. (Sample Press/Ana Example)"
    #expect(
      cleaned("They met on Monday.\n\n\(line)\n\nThey left.").contains("[caption] Sudmark tanks"))
  }

  @Test(
    "leaves brackets that say something",
    arguments: [
      "The envoys met the union (and/or its council).", "The council (NTO/Velm group 4) met.",
      "It fell by a third (2019/2020).",
    ])
  func leaves(_ line: String) {
    #expect(!cleaned("They met.\n\n\(line)\n\nThey left.").contains("[caption]"))
  }
}
