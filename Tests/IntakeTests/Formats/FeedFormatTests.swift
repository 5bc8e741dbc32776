import Testing

@testable import Intake

@Suite("Feeds")
struct FeedFormatTests {
  private static let rss2 = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- made by hand -->
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Velm Daily</title><language>en-gb</language>
      <image><title>Logo</title></image>
      <item>
        <title>Envoys &amp;amp; ministers meet</title>
        <link>https://velm.example/7</link>
        <guid isPermaLink="false">7</guid>
        <pubDate>Tue, 04 Mar 2031 10:30:00 +0200</pubDate>
        <dc:creator>Ana Example</dc:creator>
        <media:title>A picture</media:title>
        <description>They met.</description>
        <content:encoded><![CDATA[<p>They met&nbsp;on <b>Mon</b>day.</p><p>They left.</p>]]></content:encoded>
      </item>
      <item><title>Envoys leave</title><link>https://velm.example/8</link></item>
    </channel></rss>
    """

  @Test("in RSS 2.0 give the whole text where they hold it")
  func readsRSS() throws {
    let outcome = Outcome(reading: Self.rss2, path: "feed.xml")
    #expect(outcome.errors == [])
    let article = try #require(outcome.articles.first)
    #expect(article.title == "Envoys & ministers meet")
    #expect(article.body == "They met on Monday.\n\nThey left.")
    #expect(article.published?.iso == "2031-03-04T08:30:00Z")
    #expect(article.outlet == "Velm Daily")
    #expect(article.url == "https://velm.example/7")
    #expect(article.id == "https://velm.example/7")
    #expect(article.language == "en")
    #expect(article.furniture.map(\.text) == ["By Ana Example"])
    #expect(outcome.articles.last?.text == "Envoys leave")
  }

  @Test("keep each entry as it came")
  func keepsOriginals() {
    let originals = Outcome(reading: Self.rss2).originals.map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(originals.count == 2)
    #expect(originals.first?.hasPrefix("<item>\n") == true)
    #expect(originals.first?.hasSuffix("</item>") == true)
    #expect(
      originals.last
        == "<item><title>Envoys leave</title><link>https://velm.example/8</link></item>")
  }

  @Test("in RSS 1.0 have their items beside the channel")
  func readsRDF() {
    let outcome = Outcome(
      reading: """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://velm.example"><title>Velm Daily</title></channel>
        <item rdf:about="https://velm.example/7"><title>Envoys meet</title>
        <link>https://velm.example/7</link><dc:date>2031-03-04T10:00:00Z</dc:date>
        <description>They met on Monday.</description></item></rdf:RDF>
        """)
    #expect(outcome.articles.map(\.text) == ["Envoys meet\n\nThey met on Monday."])
    #expect(outcome.articles.map(\.outlet) == ["Velm Daily"])
    #expect(outcome.articles.first?.published?.iso == "2031-03-04T10:00:00Z")
  }

  @Test("in Atom may hold XHTML")
  func readsAtom() {
    let outcome = Outcome(
      reading: """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Velm Daily</title>
        <entry><title type="html">Envoys &lt;i&gt;meet&lt;/i&gt;</title>
        <id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>
        <link rel="self" href="https://velm.example/self"/><link href="https://velm.example/7"/>
        <author><name>Ana Example</name><uri>https://velm.example/ana</uri></author>
        <updated>2031-03-05T00:00:00Z</updated><published>2031-03-04T10:00:00Z</published>
        <summary>Short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
        <p>A &lt; B &amp; <em>C</em>.</p><p>They left.</p></div></content></entry></feed>
        """)
    #expect(outcome.errors == [])
    #expect(outcome.articles.map(\.title) == ["Envoys meet"])
    #expect(outcome.articles.map(\.body) == ["A < B & C.\n\nThey left."])
    #expect(outcome.articles.map(\.url) == ["https://velm.example/7"])
    #expect(outcome.articles.map(\.id) == ["urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"])
    #expect(outcome.articles.first?.published?.iso == "2031-03-04T10:00:00Z")
    #expect(outcome.articles.first?.furniture.map(\.text) == ["By Ana Example"])
  }

  @Test("give the entries before the place where the XML breaks, and tell the line")
  func breaksOff() throws {
    let outcome = Outcome(
      reading: """
        <rss version="2.0"><channel><item><title>Envoys meet</title></item>
        <item><title>Envoys le
        """, path: "feed.xml")
    #expect(outcome.articles.map(\.title) == ["Envoys meet"])
    let error = try #require(outcome.errors.first)
    #expect(error.line == 2)
    guard case .notXML = error.reason else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("in other encodings are read by what they declare")
  func decodes() {
    let head = "<?xml version=\"1.0\" encoding=\"KOI8-R\"?><rss><channel><item><title>"
    // Мир
    let bytes =
      Array(head.utf8) + [0xED, 0xC9, 0xD2] + Array("</title></item></channel></rss>".utf8)
    #expect(Outcome(reading: bytes).articles.map(\.title) == ["Мир"])
  }

  @Test("of any size are read in bounded pieces")
  func streams() {
    let item = "<item><title>T</title><description>They met on Monday.</description></item>"
    let text = "<rss><channel>" + String(repeating: item, count: 20_000) + "</channel></rss>"
    let outcome = Outcome(reading: text)
    #expect(outcome.articles.count == 20_000)
    #expect(outcome.originals.allSatisfy { $0 == Array(item.utf8) })
  }

  @Test("fetch nothing and expand nothing that a document defines")
  func expandsNothing() {
    let outcome = Outcome(
      reading: """
        <?xml version="1.0"?>
        <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY f SYSTEM "file:///etc/hostname">]>
        <rss><channel><item><title>One &b; two &f; three</title></item></channel></rss>
        """)
    #expect(outcome.articles.map(\.title) == ["One \u{FFFD} two \u{FFFD} three"])
  }

  @Test("that nest without end are given up")
  func boundsDepth() {
    let text = "<rss><channel>" + String(repeating: "<a>", count: 100_000)
    #expect(Outcome(reading: text).errors.map(\.reason).contains(.nestsTooDeep))
  }

  @Test("are not lists of feeds")
  func tellsLists() {
    let outcome = Outcome(reading: "<opml version=\"2.0\"><body/></opml>", path: "a.opml")
    #expect(outcome.errors == [InputError(path: "a.opml", .feedList)])
  }
}
