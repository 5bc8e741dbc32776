import EventData
import Testing

@testable import Intake

@Suite("JSON Lines")
struct JSONLinesFormatTests {
  @Test("reads the fields of an article")
  func readsFields() throws {
    let outcome = Outcome(
      reading: """
        {"id": "n-7", "title": "Envoys meet", "date": "2031-03-04", "source": "Tarnby Post", \
        "url": "https://tarnbypost.example/7", "text": "They met.\\n\\nThey left.", "language": "en"}
        """, path: "wire.jsonl")
    let article = try #require(outcome.articles.first)
    #expect(article.id == "n-7")
    #expect(article.path == "wire.jsonl")
    #expect(article.title == "Envoys meet")
    #expect(article.published?.iso == "2031-03-04")
    #expect(article.outlet == "Tarnby Post")
    #expect(article.url == "https://tarnbypost.example/7")
    #expect(article.language == "en")
    #expect(article.text == "Envoys meet\n\nThey met.\n\nThey left.")
    #expect(article.body == "They met.\n\nThey left.")
  }

  @Test(
    "knows the usual other names",
    arguments: [
      #"{"headline": "H", "body": "B was seen.", "published": "2031-03-04", "outlet": "O"}"#,
      #"{"Title": "H", "Content": "B was seen.", "pubDate": "Tue, 04 Mar 2031", "publisher": "O"}"#,
      #"{"title": "H", "text": null, "body": "B was seen.", "ts": 1930348800, "source": {"name": "O"}}"#,
      #"{"title": "H", "text": ["B was seen."], "date": "20310304", "site": "O"}"#,
    ])
  func knowsAliases(_ line: String) throws {
    let article = try #require(Outcome(reading: line).articles.first)
    #expect(article.text == "H\n\nB was seen.")
    #expect(article.published?.day.iso == "2031-03-04")
    #expect(article.outlet == "O")
  }

  @Test("takes null, an empty string and nothing at all for absent")
  func takesNullForAbsent() throws {
    let line =
      #"{"id": null, "title": null, "date": "", "source": "  ", "text": "Shots were heard."}"#
    let article = try #require(Outcome(reading: line).articles.first)
    #expect(article.title == nil)
    #expect(article.published == nil)
    #expect(article.outlet == nil)
    #expect(article.id.count == 32)
  }

  @Test("reports a bad line with its number and reads on")
  func reportsBadLine() {
    let outcome = Outcome(
      reading: """
        {"id": "1", "text": "One is here."}
        {"id": "2", "text": "Two is here."

        {"id": "4", "text": "  "}
        {"id": "5", "text": "Five is here."}
        """, path: "wire.jsonl")
    #expect(outcome.articles.map(\.id) == ["1", "5"])
    #expect(
      outcome.errors == [
        InputError(path: "wire.jsonl", line: 2, .notJSON(column: 35, .truncated)),
        InputError(path: "wire.jsonl", line: 4, .noText),
      ])
  }

  @Test("refuses a line above the limit and reads on")
  func refusesLongLine() {
    let long = #"{"id": "1", "text": "\#(String(repeating: "word ", count: 400))"}"#
    let outcome = Outcome(
      reading: "\(long)\n{\"id\": \"2\", \"text\": \"Two is here.\"}\n",
      options: IntakeOptions(limits: IntakeLimits(lineBytes: 1000)))
    #expect(outcome.articles.map(\.id) == ["2"])
    #expect(outcome.errors == [InputError(path: "-", line: 1, .tooLarge(limit: 1000))])
  }

  @Test("keeps the line as it came")
  func keepsOriginal() {
    let line = #"{ "text" : "They\u0020met." }"#
    #expect(Outcome(reading: line + "\n").originals == [Array(line.utf8)])
  }

  @Test("cleans the text as it cleans a plain one")
  func cleansText() throws {
    let line =
      #"{"title": "Envoys meet", "text": "Share\nEnvoys meet\nThey met on Monday.\nShare"}"#
    let outcome = Outcome(reading: line, options: IntakeOptions(furniture: samplePatterns))
    let article = try #require(outcome.articles.first)
    #expect(
      shown(article) == """
        [share] Share
        = Envoys meet
        They met on Monday.
        [share] Share
        """)
  }

  @Test("finds no title in the text that the title field repeats nowhere")
  func keepsStandfirst() {
    let shown = cleaned("Talks on the strait resume\nThey met on Monday.", title: "Envoys meet")
    #expect(shown == "= Envoys meet\nTalks on the strait resume\nThey met on Monday.")
  }
}
