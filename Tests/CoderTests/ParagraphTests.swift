import Testing

@testable import Coder

@Suite("Paragraphs")
struct ParagraphTests {
  private func paragraphs(_ text: String, title: String? = nil) throws -> [String] {
    let document = try analyse(text, title: title)
    return document.paragraphs.map {
      String(decoding: document.bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test(
    "end at empty lines, and at a line break between finished lines",
    arguments: [
      ("One.\n\nTwo.", ["One.", "Two."]),
      ("One.\nTwo.", ["One.", "Two."]),
      ("One.\n \t\nTwo.", ["One.", "Two."]),
      ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
      ("\n\n  One.  \n\n\n\n", ["One."]),
      ("A line that\ngoes on.", ["A line that\ngoes on."]),
      ("A line,\nand more", ["A line,\nand more"]),
      ("A line that\nThe next", ["A line that", "The next"]),
      ("A line that\n\ngoes on", ["A line that", "goes on"]),
      ("Київ\nvotes", ["Київ\nvotes"]),
      ("", []),
      ("\n \n", []),
    ])
  func cut(_ text: String, _ expected: [String]) throws {
    #expect(try paragraphs(text) == expected)
  }

  @Test("know the title")
  func title() throws {
    let document = try analyse("One.\n\nTwo.", title: "Talks fail")
    #expect(document.paragraphs.map(\.isTitle) == [true, false, false])
  }

  @Test("know the headings of the article")
  func headings() throws {
    var article = article("One.\n\nWhat next\n\nTwo.")
    article.headings = [.init(6, 15)]
    let document = try Coding.coder.get().analyse(article)
    #expect(document.paragraphs.map(\.isHeading) == [false, true, false])
  }
}
