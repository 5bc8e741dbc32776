import Testing

@testable import Coder

@Suite("The rule of clauses that come first")
struct PrecedingContentRuleTests {
  @Test(
    "finds a clause without marks",
    arguments: [
      "{content The corridor is open}, {source the ministry} {cue announced}.",
      "{content We will not be blackmailed}, {source Zelia Noor} {cue said}.",
      "{content Eleven ships were turned back}, {cue said} {source Tomas Bek}.",
      "{content The corridor}, {source Illyn} {cue often says}, {content is the last way out}.",
      "{content The corridor would close}, {source Illyn} {cue said}, {content if the shelling resumed}.",
    ])
  func clause(_ marked: String) throws {
    try expectStatements(marked, by: PrecedingContentRule.id)
  }

  /// A minister, an agency, a report; the pronoun is who spoke before.
  @Test(
    "ends what others are reported to have said",
    arguments: [
      ("the ministry said on Sunday", true, nil), ("Reuters reported on Sunday", false, "Reuters"),
      ("according to the ministry", false, nil), ("he said", false, nil),
    ] as [(String, Bool, String?)])
  func reported(_ tail: String, _ isInner: Bool, _ via: String?) throws {
    let coded = try code("Lavrov vowed to close the corridor, \(tail).")
    let vow = try #require(coded.statements.first { $0.act == .promise })
    #expect(vow.contentSpans.map(coded.text) == ["to close the corridor"])
    #expect(vow.isInner == isInner && vow.via == via)
  }

  @Test(
    "leaves alone what only looks like it",
    arguments: [
      "In the end, the ministry acted.",
      "The “grey zone” has grown.",
      "Like the mayor, he said.",
    ])
  func nothing(_ text: String) throws {
    try expectStatements(text)
  }
}
