import Testing

@testable import Coder

@Suite("The headline rule")
struct HeadlineRuleTests {
  private func expectTitle(
    _ marked: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let title = MarkedText(marked)
    let coded = try code("Nothing happened.", title: title.text)
    #expect(
      coded.statements.map { Attributed($0, in: coded.article.text) } == Attributed.all(in: title),
      sourceLocation: sourceLocation)
    #expect(coded.statements.allSatisfy { $0.rule == HeadlineRule.id })
  }

  @Test(
    "finds the speaker on either side of the colon",
    arguments: [
      "{source UN envoy}{cue :} {content Ceasefire hanging by a thread}",
      "{source Kremlin}{cue :} {content Talks are over}",
      "{content Strait closure 'an act of war'}{cue :} {source Tehran}",
      "{content Ceasefire hanging by a thread}{cue :} {source UN envoy}",
    ])
  func speaker(_ marked: String) throws {
    try expectTitle(marked)
  }

  @Test(
    "finds no speaker in a label",
    arguments: [
      "Analysis: Why talks failed", "Live: Shelling resumes", "Watch: Ships leave port",
      "Ten years on: the war that never ended",
    ])
  func label(_ title: String) throws {
    try expectTitle(title)
  }

  @Test("leaves the colons of the body alone")
  func body() throws {
    let coded = try code("Kremlin: Talks are over")
    #expect(!coded.statements.contains { $0.rule == HeadlineRule.id })
  }
}
