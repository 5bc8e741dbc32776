import Testing

@testable import Coder

@Suite("The rule of quotations behind a colon")
struct ColonQuoteRuleTests {
  @Test(
    "finds who announces a quotation",
    arguments: [
      "{cue Said} {source Illyn}: {content “Nobody sails before the mines are gone.”}",
      "{source The minister} {cue answered} in a letter:\n\n{content “Nobody sails before the mines are gone.”}",
      "{source The poster} {cue has one line in red}: {content “Nobody sails before the mines are gone.”}",
    ])
  func announced(_ marked: String) throws {
    try expectStatements(marked, by: ColonQuoteRule.id)
  }

  @Test("leaves names in quotation marks alone")
  func name() throws {
    #expect(try code("The island has a second name: “the Rock.”").statements.isEmpty)
  }
}
