import Testing

@testable import Intake

@Suite("RoleCaptionRule")
struct RoleCaptionRuleTests {
  private func cleanedBetween(_ line: String) -> String {
    cleaned(
      "Envoys met in the old town on Monday.\n\n\(line)\n\nThey left without a deal on Tuesday."
    )
    .split(separator: "\n")[1].description
  }

  @Test(
    "takes out a label of office, name and topic",
    arguments: [
      "Deputy Minister for Trade Ana Example on the talks with Ostrand",
      "Former Estmark Ambassador to Ostrand Bo Sample on grain",
      "Retired Gen. Bo Sample discusses the closing of the strait",
    ])
  func takesOut(_ line: String) {
    #expect(cleanedBetween(line) == "[caption] \(line)")
  }

  @Test(
    "leaves subheadings",
    arguments: [
      "New pressure on the minister", "Ana Example on the talks",
      "Minister Example under fire at home",
      "Estmark Turns Up Pressure on Ostrand",
    ])
  func leaves(_ line: String) {
    #expect(cleanedBetween(line) == "# \(line)")
  }
}
