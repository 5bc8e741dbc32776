import Testing

@testable import Coder

@Suite("The rule of passives")
struct PassiveRuleTests {
  @Test(
    "finds what is reported, and who is quoted",
    arguments: [
      "It {cue was reported} that {content two boats were sunk}.",
      "{source The mayor} {cue was quoted by the state agency as saying} {content the harbour was safe}.",
      "{source Marta Illyn} {cue was quoted as saying} that {content talks would go on}.",
    ])
  func passive(_ marked: String) throws {
    try expectStatements(marked, by: PassiveRule.id)
  }

  @Test("finds nothing where the passive says what is done to somebody")
  func deed() throws {
    #expect(try code("The captain was charged by the court.").statements.isEmpty)
  }
}
