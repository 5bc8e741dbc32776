import Testing

@testable import Coder

@Suite("The rule of passives")
struct PassiveRuleTests {
  @Test(
    "finds what is reported by nobody in particular",
    arguments: [
      "It {cue was reported} that {content two boats were sunk}.",
      "It {cue was said} that {content nobody was warned}.",
    ])
  func passive(_ marked: String) throws {
    try expectStatements(marked, by: PassiveRule.id)
  }

  @Test(
    "finds who told somebody something",
    arguments: [
      "Villagers {cue were told} by {source the army} that {content the bridge was mined}.",
      "The mayor {cue had been told} by {source an aide} that {content the port would close}.",
    ])
  func told(_ marked: String) throws {
    try expectStatements(marked, by: PassiveRule.id)
    #expect(try code(MarkedText(marked).text).statements.first?.addressee != nil)
  }

  @Test(
    "finds who refuses what others say",
    arguments: [
      "{content The allegations} {cue were rejected} by {source Moscow}.",
      "{content The claim that Riga armed the rebels} {cue was dismissed} as fiction by {source Latvia}.",
      "{content Claims that the port was shelled} {cue were denied} by {source the Russian army}.",
    ])
  func refused(_ marked: String) throws {
    try expectStatements(marked, by: PassiveRule.id)
    #expect(try code(MarkedText(marked).text).statements.map(\.act) == [.deny])
  }

  @Test("takes nobody who is told for who tells")
  func joined() throws {
    let coded = try code(
      "Norway's ambassador was summoned and told that the attack was unacceptable.")
    #expect(coded.statements.allSatisfy { $0.speaker == nil })
  }

  @Test("finds nothing where the passive says what is done to somebody")
  func deed() throws {
    #expect(try code("The captain was charged by the court.").statements.isEmpty)
  }
}
