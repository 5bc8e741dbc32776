import EventData
import Testing

@testable import Coder

@Suite("Sentences in capitals")
struct UpperCaseTests {
  @Test(
    "say what they say in small letters",
    arguments: [
      "{source UKRAINE} {cue SAID} ON MONDAY THAT {content SHELLS HAD HIT KHARKIV}.",
      "{content \"WE WILL NOT YIELD,\"} {source UKRAINIAN PRESIDENT VOLODYMYR ZELENSKIY} {cue SAID}.",
      "{source MARTA ILLYN} {cue TOLD} REPORTERS THAT {content TALKS HAD FAILED}.",
    ])
  func statements(_ marked: String) throws {
    try expectStatements(marked)
  }

  @Test("name nobody but those who are named")
  func names() throws {
    let coded = try code(
      "RUSSIA WARNED THE WHITE HOUSE ON MONDAY THAT IT MAY ANSWER, SERGEI LAVROV TOLD US.",
      published: "2022-01-26")
    #expect(
      Set(coded.actors.map(\.actor.name)) == ["Russia", "United States", "Sergei Lavrov"])
  }

  @Test("are those with four words in capitals and none in small letters")
  func least() throws {
    let upperCase = UpperCase(knowledge: try Coding.knowledge)
    for (text, isUpperCase) in [
      ("TALKS HAVE FAILED AGAIN", true), ("NATO AND THE EU met.", false), ("NATO, EU, UN", false),
      ("", false),
    ] {
      let document = try draft(text)
      #expect(upperCase.isUpperCase(document.tokens.indices, document) == isUpperCase)
    }
  }

  private func draft(_ text: String) throws -> DocumentDraft {
    var draft = DocumentDraft(article(text))
    draft.bytes.withUnsafeBufferPointer {
      Tokenizer().tokenize($0, 0..<$0.count, into: &draft.tokens)
    }
    return draft
  }
}
