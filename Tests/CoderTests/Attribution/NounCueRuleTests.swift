import Testing

@testable import Coder

@Suite("The rule of nouns that report")
struct NounCueRuleTests {
  @Test(
    "finds the source as possessor, as adjective, or behind “from” and “by”",
    arguments: [
      "It was {source Russia}'s {cue claim} that {content Kyiv was behind the blast}.",
      "It came after {source Russian} {cue accusations} that {content Kyiv was behind the blast}.",
      "{source Its} {cue claim} that {content the port was mined}, however, was false.",
      "There was a {cue warning} from {source the coast guard} that {content mines were adrift}.",
    ])
  func source(_ marked: String) throws {
    try expectStatements(marked, by: NounCueRule.id)
  }

  @Test(
    "ends the content with the clause",
    arguments: [
      "{source Russia}'s {cue claim} that {content Kyiv was behind the blast}, made on Sunday, was false.",
      "{source Riga}'s {cue warning} that {content the dam would break} was played down at once.",
    ])
  func content(_ marked: String) throws {
    try expectStatements(marked, by: NounCueRule.id)
  }

  @Test(
    "finds nothing without a source, or without content",
    arguments: [
      "Claims that the port was mined were false.", "Russia's claim was false.",
      "The claim was false.",
    ])
  func nothing(_ text: String) throws {
    try expectStatements(text)
  }
}
