import EventData
import Testing

@testable import Coder

@Suite("The explanation of an article")
struct ExplanationTests {
  private static let text = """
    Lavrov said at least 30 tanks had left Donetsk. Russia attacked Ukraine.

    “We wait,” Marta Illyn told reporters in Geneva.
    """

  private func lines(_ article: Article) throws -> [String] {
    try Coding.coder.get().explain(article).lines
  }

  @Test("names the rule of every actor, region, statement and event, with its words")
  func rules() throws {
    let article = article(Self.text, published: "2022-01-26", title: "Tanks leave Donetsk")
    let coded = try Coding.coder.get().code(article)
    let lines = try lines(article)
    func expect(_ kind: String, _ words: String, _ rule: String) {
      #expect(
        lines.contains {
          $0.hasPrefix("  \(kind)") && $0.contains(words) && $0.hasSuffix("by \(rule)")
        },
        "\(kind) \(words) by \(rule)")
    }
    for found in coded.actors {
      for mention in found.mentions {
        expect("actor", "“\(coded.text(of: mention.span))”", mention.rule)
      }
    }
    for found in coded.regions {
      for mention in found.mentions { expect("region", found.region.id, mention.rule) }
    }
    #expect(!coded.statements.isEmpty && !coded.events.isEmpty && !coded.figures.isEmpty)
    for event in coded.events { expect("event", event.cameo, event.rule) }
    for statement in coded.statements {
      #expect(
        lines.contains { $0.hasPrefix("             ") && $0.hasSuffix("by \(statement.rule)") })
      let content = statement.contentSpans.map(coded.text).joined(separator: " … ")
      #expect(lines.contains { $0.hasPrefix("  statement") && $0.hasSuffix("| \(content)") })
    }
    #expect(lines.contains("  figure  at least 30.0 tanks"))
  }

  @Test("gives each token with its tag, sentence by sentence")
  func tokens() throws {
    let lines = try lines(article("Russia attacked.\n\nSnow fell."))
    #expect(lines.filter { $0.hasPrefix("¶") } == ["¶0  Russia attacked.", "¶1  Snow fell."])
    #expect(lines.contains("  tokens  Russia/name attacked/verb ./stop"))
  }

  @Test("names the article, its title and its furniture")
  func head() throws {
    var article = article("Snow fell.", title: "Snow")
    article.furniture = [Furniture(kind: .share, text: "Share this", before: 0)]
    let lines = try lines(article)
    #expect(lines.prefix(3) == ["-  test", "title  Snow", "furniture  share  Share this"])
    #expect(try self.lines(.init(id: "x", text: "")) == ["-  x", "title  none"])
  }
}

@Suite("The explanation of what was not found")
struct DroppedTests {
  private func lines(_ text: String) throws -> [String] {
    try Coding.coder.get().explain(article(text, published: "2022-01-26")).lines
  }

  @Test("says which rule claimed a cue, and why none did")
  func cues() throws {
    let lines = try lines(
      "Lavrov said ships had left. Putin may warn them. “Bek said so,” he added.")
    #expect(lines.contains("  fired  clause on “said”"))
    #expect(lines.contains("  dropped  cue “may warn”: what may or will be said is not said"))
    #expect(lines.contains("  dropped  cue “said”: it stands in a quotation"))
    #expect(lines.contains { $0.hasPrefix("  rules  tried according-to ") })
    #expect(try self.lines("Snow fell.").contains("  rules  none tried: no cue"))
  }

  @Test("names the entry of the lexicons for each match, with table and line")
  func matches() throws {
    let lines = try lines("Lavrov warned Kyiv.")
    func expect(_ start: String, _ end: Regex<Substring>) {
      #expect(lines.contains { $0.hasPrefix("  match  \(start)") && $0.firstMatch(of: end) != nil })
    }
    expect("“Lavrov” is the family name of Sergei Lavrov", /officeholders-[a-z-]+\.tsv:\d+$/)
    expect("“warned” is a cue verb, threaten  warn", /cue-verbs\.tsv:\d+$/)
    expect("“warned” is verb of the event THREATEN", /event-frames\.tsv:\d+$/)
    expect("“Kyiv” is the capital of Ukraine  UKR", /states\.tsv:\d+$/)
    expect("“Kyiv” is the city Kyiv in UA", /gazetteer\.tsv:\d+$/)
  }

  @Test("says why a name is no actor")
  func names() throws {
    let lines = try lines("Russian snow fell. Zelvin left.")
    #expect(lines.contains("  dropped  “Russian”: Russia neither speaks nor acts here"))
    #expect(lines.contains { $0.hasPrefix("  dropped  “Zelvin”: ") })
  }
}
