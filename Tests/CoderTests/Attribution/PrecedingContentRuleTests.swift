import Testing

@testable import Coder

@Suite("The rule of content that comes first")
struct PrecedingContentRuleTests {
  @Test(
    "finds source and cue behind a quotation, in either order",
    arguments: [
      "{content “We are ready,”} {source Zelenskiy} {cue said}.",
      "{content “The corridor will stay open,”} {cue said} {source Marta Illyn}, the region's deputy governor.",
      "{content “Who fired first?”} {cue asked} {source Anna Reke}.",
      "{content “It is over!”} {source he} {cue said}.",
      "{content \"We are ready,\"} {source Zelenskiy} {cue said}.",
      "{content ''We are ready,''} {source Zelenskiy} {cue said}.",
      "{content “We are ready to talk,”} {source the ministry} {cue said} on Telegram.",
      "{content “No troops. No bases. Not now, not ever,”} {source Defence Secretary Cole Hart} {cue tweeted}, tagging the alliance's account.",
    ])
  func quotation(_ marked: String) throws {
    try expectStatements(marked, by: PrecedingContentRule.id)
  }

  @Test(
    "finds the second part of a split quotation",
    arguments: [
      "{content “We did not fire first,”} {source Colonel Adan Reke} {cue said} on Tuesday, {content “and we will not fire last.”}",
      "{content “We did not fire first,”} {cue said} {source Adan Reke}. {content “And we will not fire last.”}",
    ])
  func split(_ marked: String) throws {
    try expectStatements(marked, by: PrecedingContentRule.id)
  }

  @Test(
    "finds a clause without marks",
    arguments: [
      "{content The corridor is open}, {source the ministry} {cue announced}.",
      "{content We will not be blackmailed}, {source Zelia Noor} {cue said}.",
      "{content Eleven ships were turned back}, {cue said} {source Tomas Bek}.",
    ])
  func clause(_ marked: String) throws {
    try expectStatements(marked, by: PrecedingContentRule.id)
  }

  @Test(
    "leaves alone what only looks like it",
    arguments: [
      "In the end, the ministry acted.",
      "The “grey zone” has grown.",
    ])
  func nothing(_ text: String) throws {
    try expectStatements(text)
  }
}
