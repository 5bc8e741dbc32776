import Testing

@testable import Coder

@Suite("The rule of what somebody passes on")
struct RelayRuleTests {
  @Test(
    "takes whoever is quoted for the source",
    arguments: [
      "{source The mayor} {cue was quoted} by the state agency {cue as saying} {content the harbour was safe}.",
      "{source Marta Illyn} {cue was quoted as saying} that {content talks would go on}.",
      "{content “The plan is dead,”} {source Lavrov} {cue was quoted} by state TV {cue as saying}.",
      "State media {cue quoted} {source Lavrov} {cue as saying} that {content the plan was dead}.",
      "Interfax {cue cited} {source a senior commander} {cue as saying} {content the convoy had left}.",
    ])
  func relays(_ marked: String) throws {
    try expectStatements(marked, by: RelayRule.id)
  }

  @Test(
    "says who passed it on",
    arguments: [
      ("Lavrov was quoted by state TV as saying talks had failed.", "state TV"),
      ("Lavrov was quoted as saying by the RIA agency that talks had failed.", "RIA agency"),
      ("Interfax quoted Lavrov as saying that talks had failed.", "Interfax"),
      ("Lavrov was quoted as saying that talks had failed.", nil),
    ] as [(String, String?)])
  func agents(_ text: String, _ agent: String?) throws {
    let statement = try #require(try code(text, published: "2022-01-26").statements.first)
    #expect(statement.speaker?.name == "Sergei Lavrov")
    #expect(statement.via == agent)
  }
}
