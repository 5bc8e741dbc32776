import Testing

@testable import Intake

@Suite("BareAddressRule")
struct BareAddressRuleTests {
  @Test("takes an address at the top for the article's, below for a link")
  func takesOut() {
    let text = "Envoys meet\nhttps://a.example/1\n\nThey met on Monday.\n\nhttps://b.example/2"
    #expect(
      cleaned(text) == """
        = Envoys meet
        [dateline] https://a.example/1
        They met on Monday.
        [related-link] https://b.example/2
        """)
    #expect(makeArticle(of: text)?.url == "https://a.example/1")
  }

  @Test("leaves an address inside a sentence")
  func leaves() {
    let text = "https://a.example/1 was blocked on Monday."
    #expect(cleaned(text) == text)
  }
}
