import Testing

@testable import Intake

@Suite("Mending texts")
struct TextMendingTests {
  @Test(
    "reads what HTML has left behind",
    arguments: [
      ("Fish &amp; chips", "Fish & chips"),
      (
        "They&#8217;re &quot;here&quot;&nbsp;&ndash; caf&eacute; &#x41;",
        "They’re \"here\"\u{A0}– café A"
      ),
      ("AT&T; R&D &nonsense; &#27; & &", "AT&T; R&D &nonsense; &#27; & &"),
      ("no sign", "no sign"),
    ])
  func readsEntities(_ text: String, _ expected: String) {
    let mended = TextMending.withoutEntities(Array(text.utf8))
    #expect(String(decoding: mended, as: UTF8.self) == expected)
  }

  @Test(
    "parts sentences that have grown together",
    arguments: [
      ("They met.The talks failed.", "They met. The talks failed."),
      ("They met in Velm.A ship left.", "They met in Velm. A ship left."),
      ("See velm.Example/a or a@velm.Org", "See velm.Example/a or a@velm.Org"),
      ("Booking.Com and www.velm.Daily", "Booking.Com and www.velm.Daily"),
      ("The U.S.Navy, 3.Day, J.R.R.Smith", "The U.S.Navy, 3.Day, J.R.R.Smith"),
      ("They met. The talks failed.", "They met. The talks failed."),
    ])
  func partsSentences(_ text: String, _ expected: String) {
    let mended = TextMending.spaced(Array(text.utf8))
    #expect(String(decoding: mended, as: UTF8.self) == expected)
  }

  @Test("is done to titles and texts, but not to texts that are left as they came")
  func isDone() {
    let text = "They met &amp; spoke.The talks failed."
    #expect(
      makeArticle(of: text, title: "Fish &amp; chips")?.text
        == "Fish & chips\n\nThey met & spoke. The talks failed.")
    #expect(makeArticle(of: text, asIs: true)?.text == text)
  }
}
