import Testing

@testable import Coder

@Suite("The rule of transcripts")
struct TranscriptRuleTests {
  @Test(
    "takes the name in capitals that opens a paragraph for the speaker of all of it",
    arguments: [
      "{source ILLYN}{cue :} {content Let us begin with the strait. Is it open?}",
      "{source ILLYN}{cue :} {content Is it open?}\n\n{source2 GEN. REKE}{cue2 :} {content2 It is. Two ships went through.}",
      "“{source ILLYN}{cue :} {content Is the strait open today?}",
    ])
  func speakers(_ marked: String) throws {
    try expectStatements(marked, by: TranscriptRule.id)
  }

  @Test("counts what they say as their own words")
  func direct() throws {
    let coded = try code("ILLYN: The strait stays open. Nobody closes it.")
    #expect(coded.statements.map(\.kind) == [.direct])
  }

  @Test(
    "finds none in a label or in the middle of a text",
    arguments: [
      "Correction: The strait is open again today.",
      "The signal was in capitals. SOS: three ships are sinking.",
    ])
  func label(_ text: String) throws {
    #expect(try code(text).statements.isEmpty)
  }
}
