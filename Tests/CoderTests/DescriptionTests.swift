import Testing

@testable import Coder

/// “The group”, “the ministry”: who is meant by a noun alone.
@Suite("A body called by a noun")
struct DescriptionTests {
  private func speakers(_ text: String) throws -> [String] {
    try code(text, published: "2024-05-15").statements.map { $0.speaker?.name ?? "nobody" }
  }

  private static let bodies = [
    ("Hamas turned the offer down on Monday.", "The group", "Hamas"),
    ("The Norwegian Defence Ministry lost a jet.", "The ministry", "Norwegian Defence Ministry"),
    ("NATO sent ships to the strait.", "The alliance", "NATO"),
    ("The European Union banned the imports.", "The bloc", "European Union"),
    ("Gazprom shut a pipeline.", "The company", "Gazprom"),
    (
      "Inspectors of the International Atomic Energy Agency left.", "The agency",
      "International Atomic Energy Agency"
    ),
    (
      "The International Criminal Court opened a case.", "The court", "International Criminal Court"
    ),
    ("Amnesty International sent a team.", "The rights group", "Amnesty International"),
  ]

  @Test("is the only one in the article that may be called so", arguments: bodies)
  func only(_ named: String, _ noun: String, _ name: String) throws {
    #expect(try speakers("\(named) \(noun) said talks would go on.") == [name])
  }

  @Test("is so wherever in the article it is named", arguments: bodies)
  func anywhere(_ named: String, _ noun: String, _ name: String) throws {
    #expect(try speakers("\(noun) said talks would go on. \(named)") == [name])
  }

  @Test(
    "is nobody in particular where several may be meant, or none",
    arguments: [
      ("Hamas and Hezbollah turned the offer down.", "The group", "group"),
      ("Norway's Defence Ministry met Latvia's Defence Ministry.", "The ministry", "ministry"),
      ("A British military official came.", "The military", "military"),
      ("NATO sent ships to the strait.", "The ministry", "ministry"),
    ])
  func several(_ named: String, _ noun: String, _ name: String) throws {
    #expect(try speakers("\(named) \(noun) said talks would go on.") == [name])
  }

  @Test("is not meant where more is said", arguments: ["The rival group", "A group", "Groups"])
  func more(_ noun: String) throws {
    let found = try speakers("Hamas turned the offer down. \(noun) said talks would go on.")
    #expect(found != ["Hamas"])
  }
}
