import Testing

@testable import Intake

@Suite("Tables")
struct DelimitedFormatTests {
  @Test(
    "have columns by name, in any order, parted by any of four signs",
    arguments: [",", ";", "\t", "|"])
  func readsColumns(_ sign: String) throws {
    let text = [
      ["Publish Date", "n", "Title", "Source", "URL", "Text"],
      ["2031-03-04", "7", "Envoys meet", "Tarnby Post", "https://a.example/7", "They met."],
    ].map { $0.joined(separator: sign) }.joined(separator: "\r\n")
    let article = try #require(Outcome(reading: text).articles.first)
    #expect(article.text == "Envoys meet\n\nThey met.")
    #expect(article.published?.iso == "2031-03-04")
    #expect(article.outlet == "Tarnby Post")
    #expect(article.url == "https://a.example/7")
  }

  @Test("may hold line ends and marks inside quotation marks")
  func readsQuoted() {
    let outcome = Outcome(
      reading: "id,text\n1,\"They met, \"\"at last\"\".\n\nThey left.\"\n2,a 5\" gun was fired\n")
    #expect(outcome.articles.map(\.id) == ["1", "2"])
    #expect(
      outcome.articles.map(\.body) == [
        "They met, \"at last\".\n\nThey left.", "a 5\" gun was fired",
      ])
  }

  @Test("lose one record to a mark that nothing closes, and no other")
  func boundsOpenMarks() {
    let outcome = Outcome(
      reading: "id,text\n1,One is here.\n2,\"Two is here.\n3,Three is here.\n4,Four is here.\n",
      path: "a.csv")
    #expect(outcome.articles.map(\.id) == ["1", "3", "4"])
    #expect(outcome.errors == [InputError(path: "a.csv", line: 3, .openQuote)])
  }

  @Test("are not seen in a text whose first line has commas")
  func leavesText() {
    let text = "Talks, text and tears, says envoy\n\nThey met, then they left."
    #expect(Outcome(reading: text).articles.map(\.title) == ["Talks, text and tears, says envoy"])
  }

  @Test("name the line of a record without text")
  func reportsEmpty() {
    let outcome = Outcome(
      reading: "id,title,text\n1,Envoys meet,They met.\n\n2,,  \n", path: "a.csv")
    #expect(outcome.articles.map(\.id) == ["1"])
    #expect(outcome.errors == [InputError(path: "a.csv", line: 4, .noText)])
  }
}
