import Testing

@testable import Intake

@Suite("RepeatedTitleRule")
struct RepeatedTitleRuleTests {
  @Test("takes out the title where it stands again")
  func takesOut() {
    #expect(
      cleaned("Envoys meet in Velm\n\nENVOYS MEET IN VELM\n\nThey met on Monday.")
        == "= Envoys meet in Velm\n[stray] ENVOYS MEET IN VELM\nThey met on Monday.")
  }

  @Test("leaves a line that says more")
  func leaves() {
    #expect(
      cleaned("Envoys meet in Velm\n\nEnvoys meet in Velm again\n\nThey met on Monday.")
        == "= Envoys meet in Velm\nEnvoys meet in Velm again\nThey met on Monday.")
  }
}
