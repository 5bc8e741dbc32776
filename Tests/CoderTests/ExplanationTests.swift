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
