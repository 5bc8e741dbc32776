import Testing

@testable import Intake

@Suite("JSON documents")
struct JSONDocumentFormatTests {
  @Test(
    "give every article of a list",
    arguments: [
      #"[{"id": "1", "text": "One, [two} \"is\" here."}, {"id": "2", "text": "Two is here."}]"#,
      #"{"status": "ok", "n": [1], "articles": [{"id": "1", "text": "One."}, {"id": "2", "text": "Two."}], "x": {"text": "y"}}"#,
      """
      {
        "data": [
          {"id": "1", "tags": [{"text": "no"}], "text": "One."},
          {"id": "2", "text": "Two."}
        ]
      }
      """,
    ])
  func givesEvery(_ text: String) {
    let outcome = Outcome(reading: text)
    #expect(outcome.articles.map(\.id) == ["1", "2"])
    #expect(outcome.errors == [])
  }

  @Test("may be one article that is spread over lines")
  func readsOne() {
    let outcome = Outcome(
      reading: """
        {
          "title": "Envoys meet",
          "maintext": "They met on Monday.",
          "date_publish": "2031-03-04 10:30:00",
          "source_domain": "tarnbypost.example",
          "authors": ["Ana Example", {"name": "Bo Sample"}]
        }
        """, options: IntakeOptions(outlets: sampleOutlets))
    #expect(outcome.errors == [])
    #expect(outcome.articles.map(\.title) == ["Envoys meet"])
    #expect(outcome.articles.first?.published?.day.iso == "2031-03-04")
    #expect(outcome.articles.first?.outlet == "Tarnby Post")
    #expect(
      outcome.articles.first.map(shown) == """
        = Envoys meet
        [credit] By Ana Example, Bo Sample
        They met on Monday.
        """)
  }

  @Test("may be a JSON Feed")
  func readsFeed() {
    let outcome = Outcome(
      reading: #"""
        {"version": "https://jsonfeed.org/version/1.1", "title": "Tarnby Post", "items": [
          {"id": "https://a.example/7", "url": "https://a.example/7", "title": "Envoys meet",
           "summary": "Short.", "content_html": "<p>They met.<\/p><p>They left.<\/p>",
           "date_published": "2031-03-04T10:00:00Z"}]}
        """#)
    #expect(outcome.articles.map(\.text) == ["Envoys meet\n\nThey met.\n\nThey left."])
    #expect(outcome.articles.first?.published?.iso == "2031-03-04T10:00:00Z")
  }

  @Test("keep the good articles and name the lines of the bad ones")
  func reportsBad() {
    let outcome = Outcome(
      reading: """
        [
          {"id": "1", "text": "One is here."},
          {"id": "2", "text": Two},
          {"id": "3"},
          {"id": "4", "text": "Four is here."},
          {"id": "5", "te
        """, path: "a.json")
    #expect(outcome.articles.map(\.id) == ["1", "4"])
    #expect(
      outcome.errors == [
        InputError(path: "a.json", line: 3, .notJSON(column: 21, .badValue)),
        InputError(path: "a.json", line: 4, .noText),
        InputError(path: "a.json", line: 6, .notJSON(column: 16, .truncated)),
      ])
  }

  @Test("hold no article above the limit")
  func boundsArticles() {
    let long = String(repeating: "word ", count: 400)
    let outcome = Outcome(
      reading: #"[{"id": "1", "text": "\#(long)"}, {"id": "2", "text": "Two."}]"#,
      options: IntakeOptions(limits: IntakeLimits(lineBytes: 1000)))
    #expect(outcome.articles.map(\.id) == ["2"])
    #expect(outcome.errors == [InputError(path: "-", line: 1, .tooLarge(limit: 1000))])
  }
}
