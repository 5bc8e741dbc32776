import Testing

@testable import Coder

@Suite("The rule of quotations that come first")
struct PrecedingQuoteRuleTests {
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
      "{content “No troops. No bases. Not now,”} {source Blinken} {cue tweeted}, tagging NATO.",
      "{content “We are ready,”} {source Zelenskiy} {cue said} on the channel's “Evening Hour”.",
      "{content “Who fired first?”} {source Anna Reke} {cue asked}.",
      "{content “We are ready,”} {source General Ivo Reke}, who commands the front, {cue told} the channel.",
      "{content “We are ready,”} {source retired army general Ivo Reke} {cue said}.",
      "{content “We are ready,”} {source Ivo Reke} (Lanwick), a member of the council, {cue said} in an interview.",
    ])
  func quotation(_ marked: String) throws {
    try expectStatements(marked, by: PrecedingQuoteRule.id)
  }

  @Test(
    "finds the second part of a split quotation",
    arguments: [
      "{content “We did not fire first,”} {source Colonel Adan Reke} {cue said} on Tuesday, {content “and we will not fire last.”}",
      "{content “We did not fire first,”} {cue said} {source Adan Reke}. {content “And we will not fire last.”}",
      "{content “We did not fire first,”} {source Adan Reke} {cue said}, but {content “we will answer every shot.”}",
    ])
  func split(_ marked: String) throws {
    try expectStatements(marked, by: PrecedingQuoteRule.id)
  }

  @Test("takes the whole quotation, also where it holds several sentences")
  func sentences() throws {
    try expectStatements(
      "{content “They came at night. They took everything. We were asleep,”} {source Anna Reke} {cue said}.",
      by: PrecedingQuoteRule.id)
  }
}
