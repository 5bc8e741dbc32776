import Testing

@testable import Coder

@Suite("The according-to rule")
struct AccordingToRuleTests {
  @Test(
    "finds the content in front and behind",
    arguments: [
      "{cue According to} {source two port officials}, {content the convoy left at dawn}.",
      "{content Eleven ships were turned back}, {cue according to} {source the coast guard}.",
      "{content Eleven ships were turned back} {cue according to} {source the coast guard}.",
      "{content The rebels}, {cue according to} {source a nurse} reached by phone, {content still hold the port}.",
      "But {cue according to} {source the United Nations}, {content no aid has arrived}.",
      "{content The convoy left at dawn}, {cue according to} {source Marta Illyn}.",
      "{cue According to} {source two diplomats}, who asked not to be named, {content no aid has arrived}.",
    ])
  func threeParts(_ marked: String) throws {
    try expectStatements(marked, by: AccordingToRule.id)
  }

  @Test(
    "leaves alone what goes by a plan, and what others say in quotation marks",
    arguments: [
      "The drill was held as agreed.",
      "The table is sorted according.",
    ])
  func nothing(_ text: String) throws {
    try expectStatements(text)
  }

  @Test("says that it was asserted")
  func act() throws {
    let coded = try code("According to the coast guard, no ship was fired at.")
    #expect(coded.statements.map(\.act) == [.assert])
    #expect(coded.statements.map(\.kind) == [.indirect])
  }
}
