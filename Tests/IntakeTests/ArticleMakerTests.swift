import EventData
import Testing

@testable import Intake

@Suite("Making an article")
struct ArticleMakerTests {
  private let page = """
    Envoys meet in Velm
    20310304
    https://www.tarnbypost.example/world/7

    They met on Monday.

    No deal yet

    They left without a deal.

    Share
    """

  @Test("lays out the title, the paragraphs and the headings")
  func laysOut() throws {
    let article = try #require(makeArticle(of: page))
    #expect(
      article.text
        == "Envoys meet in Velm\n\nThey met on Monday.\n\nNo deal yet\n\nThey left without a deal.")
    #expect(article.body == "They met on Monday.\n\nNo deal yet\n\nThey left without a deal.")
    #expect(article.headings.map(article.text.text(of:)) == ["No deal yet"])
    #expect(article.furniture.map(\.before) == [1, 1, 4])
    #expect(article.furniture.map(\.kind) == [.dateline, .dateline, .share])
  }

  @Test("reads the metadata")
  func readsMetadata() throws {
    let article = try #require(makeArticle(of: page))
    #expect(article.title == "Envoys meet in Velm")
    #expect(article.published == PublicationDate(day: try #require(Day(iso: "2031-03-04"))))
    #expect(article.url == "https://www.tarnbypost.example/world/7")
    #expect(article.outlet == "Tarnby Post")
    #expect(article.path == "sample.txt")
  }

  @Test("leaves the text as it is when told so, and reads the metadata all the same")
  func leavesAsIs() throws {
    let text =
      "\u{FEFF}Envoys\u{A0}meet\r\n20310304\r\n\r\n(Velm Wire) -- They  met.\u{7}\r\nShare\r\n"
    let article = try #require(makeArticle(of: text, asIs: true))
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(article.bodyStart == 0)
    #expect(article.headings.isEmpty && article.furniture.isEmpty)
    #expect(article.title == "Envoys meet")
    #expect(article.published?.iso == "2031-03-04")
    #expect(article.outlet == "Velm Wire")
  }

  @Test(
    "finds the outlet",
    arguments: [
      ("Envoys meet\nhttps://live.tarnbypost.example/7\nOSTRAND (VP) - They met.", "Tarnby Post"),
      ("Envoys meet\nhttps://unknown.example/7\nOSTRAND (VP) - They met.", "Velm Press"),
      ("Envoys meet\n\nThey met.\n\n©2031 Velm News L.P.", "Velm News"),
      ("Envoys meet\nhttps://www.unknown.co.uk/7\nThey met on Monday.", "unknown.co.uk"),
      ("Envoys meet\n4 March 2031 | Tarnby Post\nThey met on Monday.", "Tarnby Post"),
      ("Envoys meet\n\nThey met on Monday.", nil),
    ] as [(String, String?)])
  func findsOutlet(_ text: String, _ expected: String?) {
    #expect(makeArticle(of: text)?.outlet == expected)
  }

  @Test("dates an article by an update only where nothing else does")
  func prefersPublished() {
    let updated = "Envoys meet\nUpdated 6 March 2031\n\nThey met on Monday."
    #expect(makeArticle(of: updated)?.published?.iso == "2031-03-06")
    let both = "Envoys meet\nUpdated 6 March 2031\n\nThey met.\n\nPublished 4 March 2031"
    #expect(makeArticle(of: both)?.published?.iso == "2031-03-04")
  }

  @Test("does not date an article by a day in its text")
  func inventsNoDate() {
    let text =
      "Envoys meet\n\nOSTRAND, March 4 (VP) - They met.\n\n2 March 2031\n\nThey had met before."
    #expect(makeArticle(of: text)?.published == nil)
  }

  @Test("does not date an article by the dateline of another piece below")
  func ignoresLaterDateline() {
    let text =
      "Envoys meet\n\nThey met on Monday.\n\nVELM, March 2, 2031 (VP) -\n\nThey had met before."
    #expect(makeArticle(of: text)?.published == nil)
    #expect(makeArticle(of: text)?.furniture.map(\.kind) == [.dateline])
  }

  @Test(
    "makes nothing of a page without an article",
    arguments: ["", " \n ", "Share\n\nWe use cookies to count you.", "\u{200B}\u{FEFF}"])
  func makesNothing(_ text: String) {
    #expect(makeArticle(of: text) == nil)
  }

  @Test("survives one line of ten megabytes")
  func survivesLongLine() throws {
    let sentence = "Envoys met in Velm and left without a word. "
    let text = String(repeating: sentence, count: (10 << 20) / sentence.utf8.count)
    let article = try #require(makeArticle(of: text))
    #expect(article.text.utf8.count == text.utf8.count - 1)
    #expect(article.title == nil)
  }
}
