import Testing

@testable import Intake

@Suite("Pages")
struct HTMLPageFormatTests {
  private static let first =
    "The envoys of both coasts met on Monday, for the first time since the spring, in a hotel."
  private static let second =
    "They left on Tuesday, and neither of them would say, when asked, whether they had agreed."

  private static let page = """
    <!DOCTYPE html>
    <html lang="en-GB"><head><meta charset="utf-8">
    <title>Envoys meet in Velm | Velm Daily</title>
    <meta property="og:title" content="Envoys meet in Velm | Velm Daily">
    <meta property="og:site_name" content="Velm Daily">
    <link rel="canonical" href="https://velm.example/2031/7">
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebPage", "headline": "no"}, {"@type": "NewsArticle",
      "datePublished": "2031-03-04T10:00:00+02:00", "author": [{"name": "Ana Example"}]}]}</script>
    <script>var a = "<p>They met in a script, which nobody reads, and nobody should.</p>";</script>
    </head><body class="has-sidebar">
    <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
    <div class="story-wrap"><h1>Envoys meet in Velm</h1><div class="byline">By Ana Example</div>
    <div class="text"><p>\(first)</p>
    <figure><img src="a.jpg"><figcaption>A hotel, seen from afar, in the rain of Velm.</figcaption>
    </figure><div class="ad-slot"><p>Buy a boat today, pay next year, and sail for ever, ever.</p></div>
    <h2>What comes next</h2><p>\(second)<br></p></div></div>
    <div id="comments"><p>I think, and I say so often, that all of this was better before, no?</p>
    <p>You are wrong, sir, as you were yesterday, and as you will be, I fear, tomorrow.</p></div>
    <footer><p>Velm Daily, a paper of Velm, owned by its readers, printed on paper.</p></footer>
    </body></html>
    """

  @Test("give the article and what they say about it, and nothing that stands around it")
  func readsPage() throws {
    let outcome = Outcome(reading: Self.page, path: "a.html")
    #expect(outcome.errors == [])
    let article = try #require(outcome.articles.first)
    #expect(
      shown(article) == """
        = Envoys meet in Velm
        [credit] By Ana Example
        \(Self.first)
        # What comes next
        \(Self.second)
        """)
    #expect(article.published?.iso == "2031-03-04T08:00:00Z")
    #expect(article.outlet == "Velm Daily")
    #expect(article.url == "https://velm.example/2031/7")
    #expect(article.language == "en")
    #expect(outcome.originals == [Array(Self.page.utf8)])
  }

  @Test("that give their text an unlucky name keep it")
  func forgivesNames() {
    let outcome = Outcome(
      reading: """
        <html><body><div class="widget related"><p>\(Self.first)</p><p>\(Self.second)</p></div>
        <div class="x"><p>Short, but good.</p></div></body></html>
        """)
    #expect(outcome.articles.map(\.text) == ["\(Self.first)\n\n\(Self.second)"])
  }

  @Test("may part their lines by breaks alone")
  func readsBreaks() {
    let outcome = Outcome(
      reading: """
        <html><head><title>Envoys meet</title></head><body><div><a href="/">Home</a></div>
        <div>\(Self.first)<br><br>\(Self.second)</div></body></html>
        """)
    #expect(outcome.articles.map(\.body) == ["\(Self.first)\n\n\(Self.second)"])
    #expect(outcome.articles.map(\.title) == ["Envoys meet"])
  }

  @Test(
    "are dated by whatever they say of it",
    arguments: [
      "<meta property=\"article:published_time\" content=\"2031-03-04\">",
      "<meta name=\"pubdate\" content=\"20310304\">",
      "<meta name=\"DC.date.issued\" content=\"4 March 2031\">",
      "<time datetime=\"2031-03-04\">yesterday</time>",
      "<meta property=\"article:modified_time\" content=\"2031-03-09\"><time itemprop=\"datePublished\" datetime=\"2031-03-04\"></time>",
    ])
  func readsDates(_ told: String) {
    let outcome = Outcome(reading: "<html><head>\(told)</head><p>\(Self.first)</p></html>")
    #expect(outcome.articles.first?.published?.iso == "2031-03-04")
  }

  @Test(
    "are decoded by what they declare, which is not always true",
    arguments: [
      ("<meta charset=iso-8859-1>", [0x93, 0xE9, 0x94], "“é”"),
      ("<meta charset=utf-8>", [0xC3, 0xA9], "é"),
      ("<meta charset=iso-8859-1>", [0xC3, 0xA9], "é"),
      ("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", [0xED], "М"),
      ("<meta charset=shift_jis>", [0x93, 0xFA], "日"),
    ] as [(String, [UInt8], String)])
  func decodes(_ declared: String, _ bytes: [UInt8], _ text: String) {
    let page = Array("<html><head>\(declared)</head><body><p>\(Self.first) ".utf8) + bytes
    #expect(Outcome(reading: page).articles.first?.text == "\(Self.first) \(text)")
  }

  @Test("above the limit, and without a text, are reported")
  func reports() {
    let options = IntakeOptions(limits: IntakeLimits(pageBytes: 1000))
    #expect(
      Outcome(reading: Self.page, options: options).errors
        == [InputError(path: "-", .tooLarge(limit: 1000))])
    #expect(
      Outcome(reading: "<html><body><nav>Home</nav></body></html>").errors
        == [InputError(path: "-", .noText)])
  }

  @Test("however strange end")
  func ends() {
    for piece in ["<div>", "</i>", "<p>a", "<!--", "<b>", "&amp", "<a href=\"", "<script>"] {
      let page = "<html>" + String(repeating: piece, count: 50_000)
      _ = Outcome(reading: page)
    }
  }
}
