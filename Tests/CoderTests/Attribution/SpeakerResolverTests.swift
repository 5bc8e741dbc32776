import Testing

@testable import Coder

@Suite("The speaker of a statement")
struct SpeakerResolverTests {
  /// The names of the speakers in the order of the cues; nil where the rules abstain.
  private func speakers(_ text: String) throws -> [String?] {
    try code(text, published: "2022-01-26").statements.sorted { $0.cueSpans[0] < $1.cueSpans[0] }
      .map(\.speaker?.name)
  }

  @Test(
    "is the actor whom the words name",
    arguments: [
      ("Lavrov said talks had failed.", ["Sergei Lavrov"]),
      ("Russian Foreign Minister Sergei Lavrov said talks had failed.", ["Sergei Lavrov"]),
      ("The Russian foreign minister said talks had failed.", ["Sergei Lavrov"]),
      ("The Kremlin said talks had failed.", ["Russia"]),
      ("Moscow said talks had failed.", ["Russia"]),
      ("NATO said talks had failed.", ["NATO"]),
      ("Marta Illyn, the deputy governor, said talks had failed.", ["Marta Illyn"]),
      ("Two port officials said talks had failed.", ["port officials"]),
      ("The villagers said talks had failed.", ["villagers"]),
      (
        "A person familiar with the matter said talks had failed.",
        ["person familiar with the matter"]
      ),
      (
        "Sources close to the Kremlin said talks had failed.",
        ["Sources close to the Kremlin"]
      ),
      ("A statement from NATO said talks had failed.", ["NATO"]),
      ("A report by the villagers said talks had failed.", ["villagers"]),
      ("The ministry's envoy, Marta Illyn, said talks had failed.", ["Marta Illyn"]),
      ("Most of the rebels said talks had failed.", ["rebels"]),
      (
        "More than a dozen countries said talks had failed.", ["More than a dozen countries"]
      ),
    ] as [(String, [String?])])
  func named(_ text: String, _ names: [String?]) throws {
    #expect(try speakers(text) == names)
  }

  @Test(
    "is for a pronoun the last speaker, or the nearest person who can be meant",
    arguments: [
      (
        "Putin said talks had failed. He added that nobody came.",
        ["Vladimir Putin", "Vladimir Putin"]
      ),
      ("Lena Wirth met Tomas Bek in Geneva. She said the border would reopen.", ["Lena Wirth"]),
      ("Lena Wirth met Tomas Bek in Geneva. He said the border would close.", ["Tomas Bek"]),
      ("Tomas Bek met Ivo Reke. He said the border would close.", ["Tomas Bek"]),
      ("NATO said talks had failed. It added that nobody came.", ["NATO", "NATO"]),
      (
        "Lena Wirth said it was late. Tomas Bek said it was early. She added that nobody came.",
        ["Lena Wirth", "Tomas Bek", "Lena Wirth"]
      ),
      (
        "Tomas Bek said it was late. Ivo Reke flew home. He added that nobody came.",
        ["Tomas Bek", "Ivo Reke"]
      ),
    ] as [(String, [String?])])
  func pronoun(_ text: String, _ names: [String?]) throws {
    #expect(try speakers(text) == names)
  }

  @Test(
    "is nobody when a pronoun has nobody near to stand for",
    arguments: [
      ("He said the border would reopen.", [nil]),
      ("Lena Wirth came. He said the border would reopen.", [nil]),
      ("NATO met on Monday. He said the border would reopen.", [nil]),
      ("Tomas Bek came. It rained. Ships left. Snow fell. He said the border would reopen.", [nil]),
      ("Tomas Bek came. It said the border would reopen.", [nil]),
    ] as [(String, [String?])])
  func abstains(_ text: String, _ names: [String?]) throws {
    #expect(try speakers(text) == names)
  }

  @Test("keeps the words that stand for the speaker")
  func surface() throws {
    let coded = try code("Putin said talks had failed. He added that nobody came.")
    #expect(coded.statements.map { $0.speakerSpan.map(coded.text) } == ["Putin", "He"])
  }

  @Test(
    "is an actor of the article",
    arguments: [
      "The villagers said talks had failed. Putin said they had not.",
      "The Latvians said talks had failed.", "Polish and Latvian editors said talks had failed.",
      "Snow fell in Latvia. It said talks had failed.",
    ])
  func listed(_ text: String) throws {
    let coded = try code(text)
    let ids = Set(coded.actors.map(\.actor.id))
    #expect(coded.statements.allSatisfy { $0.speaker.map { ids.contains($0.id) } ?? true })
  }
}
