import Testing

@testable import Coder

@Suite("The rule of speakers behind a dash")
struct DashAttributionRuleTests {
  @Test(
    "finds the name behind a quotation and a dash",
    arguments: [
      "{content “We are ready.”} {cue ―} {source Marta Illyn}",
      "{content “We are ready.”} {cue —} {source Sergei Lavrov}",
      "{content \"We are ready.\"} {cue --} {source Marta Illyn}",
    ])
  func speaker(_ marked: String) throws {
    try expectStatements(marked, by: DashAttributionRule.id)
  }

  @Test(
    "leaves alone what goes on behind the dash",
    arguments: [
      "The “grey zone” — a strip of mud — has grown.",
      "They called for “a new start” -- and got none of it.",
    ])
  func nothing(_ text: String) throws {
    #expect(try !code(text).statements.contains { $0.rule == DashAttributionRule.id })
  }
}
