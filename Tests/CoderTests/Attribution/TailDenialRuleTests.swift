import Testing

@testable import Coder

@Suite("The rule of denials that hang on what others say")
struct TailDenialRuleTests {
  @Test(
    "finds who denies what the sentence says",
    arguments: [
      "{content Russia sank the ferry}, which {source Moscow} {cue denies}.",
      "{content Rebels burned the bridge}, an accusation {source the militia} {cue rejects}.",
      "{content The army left the port at noon}, a claim that {source Riga} {cue has dismissed}.",
    ])
  func denial(_ marked: String) throws {
    try expectStatements(marked, by: TailDenialRule.id)
    #expect(try code(MarkedText(marked).text).statements.map(\.act) == [.deny])
  }

  @Test(
    "ends what is denied where the denial begins",
    arguments: [
      "Oslo said Riga had sunk the ferry, which Latvia denied.",
      "Oslo says Riga had sunk the ferry, an accusation Latvia rejects.",
    ])
  func parts(_ text: String) throws {
    let coded = try code(text)
    #expect(coded.statements.map(\.speaker?.name) == ["Norway", "Latvia"])
    #expect(
      coded.statements.flatMap(\.contentSpans).map { coded.text(of: $0) }
        == ["Riga had sunk the ferry", "Riga had sunk the ferry"])
    #expect(!coded.statements.contains { $0.isInner })
  }

  @Test(
    "finds none where who acts is only told of by the way",
    arguments: [
      "The government, which denied the report, left the town.",
      "The mayor, who rejects the plan, stayed.",
    ])
  func byTheWay(_ text: String) throws {
    #expect(try code(text).statements.allSatisfy { $0.rule != TailDenialRule.id })
  }
}
