import Testing

@testable import Intake

@Suite("BylineRule")
struct BylineRuleTests {
  @Test(
    "takes out the author's line",
    arguments: ["By Ana Example", "BY ANA EXAMPLE AND BO SAMPLE", "by Ana Example, Tarnby Post"])
  func takesOut(_ line: String) {
    #expect(
      cleaned("Envoys meet\n\(line)\n\nThey met on Monday.")
        == "= Envoys meet\n[credit] \(line)\nThey met on Monday.")
  }

  @Test(
    "leaves sentences that begin so",
    arguments: ["By noon the shelling had stopped.", "By then it was too late"])
  func leaves(_ line: String) {
    #expect(
      cleaned("Envoys meet\n\n\(line)\n\nThey met on Monday.")
        == "= Envoys meet\n\(line)\nThey met on Monday.")
  }
}
