import EventData
import Glibc
import Testing

@testable import Intake

/// Whatever is thrown at it, the cleaner moves lines; it never drops one.
@Suite("Nothing is lost")
struct NothingIsLostTests {
  @Test("every line of a page is in the text or among the furniture", arguments: 0..<200)
  func everyLineIsKept(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let page = Self.page(&random)
    let title = random.next(below: 3) == 0 ? "Envoys meet in Velm" : nil
    // A page of furniture alone is no article.
    guard let article = makeArticle(of: page, title: title) else { return }
    let kept =
      [article.text.utf8.map { $0 == 0x0A ? 0x20 : $0 }]
      + article.furniture.map { Array($0.text.utf8) }
    for line in TextScrubber.scrub(Array(page.utf8)).split(separator: 0x0A) {
      #expect(
        kept.contains { Self.contains($0, line) || Self.isTitle(line, title) },
        "\(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test("spans of headings and the start of the body lie on paragraphs", arguments: 0..<100)
  func spansHold(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    guard let article = makeArticle(of: Self.page(&random)) else { return }
    let bytes = Array(article.text.utf8)
    func isStart(_ offset: Int) -> Bool {
      offset == 0 || offset == bytes.count || bytes[(offset - 2)..<offset].elementsEqual([10, 10])
    }
    #expect(isStart(article.bodyStart))
    for heading in article.headings {
      #expect(isStart(heading.start))
      #expect(heading.end == bytes.count || bytes[heading.end] == 10)
    }
    #expect(article.furniture.map(\.before) == article.furniture.map(\.before).sorted())
  }

  private static func contains(_ text: [UInt8], _ line: ArraySlice<UInt8>) -> Bool {
    // Scrubbed bytes hold no NUL, so that the C function sees all of them.
    strstr(String(decoding: text, as: UTF8.self), String(decoding: line, as: UTF8.self)) != nil
  }

  /// The given title replaces its spelling in the text.
  private static func isTitle(_ line: ArraySlice<UInt8>, _ title: String?) -> Bool {
    title.map { Folding.fold(String(decoding: line, as: UTF8.self)) == Folding.fold($0) } ?? false
  }

  private static func page(_ random: inout SeededRandom) -> String {
    (0..<random.next(below: 30)).map { _ in
      random.element(of: pieces)
        + random.element(of: ["\n", "\n", "\n\n", "\r\n", "\n \n", " \u{A0}\n"])
    }.joined()
  }

  private static let pieces = [
    "Envoys meet in Velm", "ENVOYS MEET IN VELM", "They met on Monday, and nothing was signed.",
    "Share", "Related article", "Velm, Ostrand resume talks on grain", "4 March 2031", "f", "***",
    "https://www.tarnbypost.example/7", "What is the strait?", "No deal yet", "Updated 3 hours ago",
    "agreed to open the strait for grain, said a mediator", "©2031 Velm News L.P.", "", "—",
    "MINISTER SAYS TROOPS WILL LEAVE VELM BY SUMMER", "By Ana Example and Bo Sample", "1. The port",
    "Deputy Minister for Trade Ana Example on the talks with Ostrand", "Port Velm EBN —",
    "A convoy waits at the crossing (Pat Placeholder/Getty Images)", "Editor:", "中文", "12",
    "Sign up for the Tarnby Briefing newsletter", "We use cookies to count you.", "\u{1B}[2J",
    "“We will not leave,” she said.", "- Talks at dawn -", "Žižkov\u{200B}", "a\u{0}b",
  ]
}
