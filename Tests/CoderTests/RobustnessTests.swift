import EventData
import Testing

@testable import Coder

/// What must hold for every article, whatever it says.
@Suite("Every coded article")
struct RobustnessTests {
  /// All spans of all results, with what they are.
  private static func spans(_ coded: CodedArticle) -> [(String, Span)] {
    var spans: [(String, Span)] = coded.sentences.map { ("sentence", $0.span) }
    for found in coded.actors {
      spans += found.mentions.map { ("mention of \(found.actor.id)", $0.span) }
    }
    for found in coded.regions {
      spans += found.mentions.map { ("mention of \(found.region.id)", $0.span) }
    }
    for found in coded.statements {
      spans.append(("sentence of a statement", found.sentence))
      spans += found.cueSpans.map { ("cue", $0) } + found.contentSpans.map { ("content", $0) }
      if let speaker = found.speakerSpan { spans.append(("speaker", speaker)) }
    }
    for found in coded.events {
      spans.append(("sentence of an event", found.sentence))
      spans += found.spans.map { ("event", $0) }
    }
    for found in coded.figures {
      spans.append(("sentence of a figure", found.sentence))
      spans += found.spans.map { ("figure", $0) }
    }
    return spans
  }

  /// Expects that all spans are whole parts of the text, and that results hang together.
  static func expectSound(_ coded: CodedArticle, _ sourceLocation: SourceLocation) {
    let bytes = Array(coded.article.text.utf8)
    func isBorder(_ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }
    for (kind, span) in spans(coded)
    where span.isEmpty || span.start < 0 || span.end > bytes.count || !isBorder(span.start)
      || !isBorder(span.end)
    {
      Issue.record(
        "\(kind) \(span) in \(coded.article.text.debugDescription)", sourceLocation: sourceLocation)
    }
    let sentences = Set(coded.sentences.map(\.span))
    let ids = coded.actors.map(\.actor.id)
    func expect(_ claim: String, _ holds: Bool) {
      if !holds {
        Issue.record(
          "\(claim), in \(coded.article.text.debugDescription)", sourceLocation: sourceLocation)
      }
    }
    expect(
      "sentences in order", coded.sentences.map(\.span) == coded.sentences.map(\.span).sorted())
    for found in coded.statements {
      let text = "statement \(found.rule) \(found.cueSpans) \(found.contentSpans)"
      expect(
        "\(text) is whole",
        sentences.contains(found.sentence) && !found.contentSpans.isEmpty
          && !found.cueSpans.isEmpty && !found.rule.isEmpty)
      expect("\(text) has a cue outside of it", areDisjoint(found.cueSpans, found.contentSpans))
      if let id = found.speaker?.id { expect("speaker \(id) is an actor", ids.contains(id)) }
    }
    expect(
      "events are whole",
      coded.events.allSatisfy {
        sentences.contains($0.sentence) && !$0.spans.isEmpty && !$0.rule.isEmpty
      })
    expect(
      "figures are whole",
      coded.figures.allSatisfy { sentences.contains($0.sentence) && !$0.spans.isEmpty })
    expect("actors have one id", Set(ids).count == ids.count)
    for found in coded.actors {
      expect(
        "actor \(found.actor.id) is named",
        !found.mentions.isEmpty && !found.actor.name.isEmpty && !found.actor.code.isEmpty)
    }
  }

  private static func areDisjoint(_ cues: [Span], _ contents: [Span]) -> Bool {
    !cues.contains { cue in contents.contains { $0.overlaps(cue) } }
  }

  @Test("is sound when it is news", arguments: InventedNews.all)
  func news(_ article: Article) throws {
    let coded = try Coding.coder.get().code(article)
    Self.expectSound(coded, #_sourceLocation)
    #expect(!coded.actors.isEmpty && !coded.statements.isEmpty)
  }

  @Test("is sound when it is words and marks in any order", arguments: 0..<40)
  func words(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = RandomText.make(pieces: 120, using: &generator)
    let title = seed.isMultiple(of: 2) ? RandomText.make(pieces: 8, using: &generator) : nil
    Self.expectSound(try code(text, published: "2022-01-26", title: title), #_sourceLocation)
  }

  @Test("is sound when it is no text at all", arguments: 0..<40)
  func soup(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 1_000)
    let text = RandomText.soup(bytes: Int.random(in: 1...400, using: &generator), using: &generator)
    Self.expectSound(try code(text), #_sourceLocation)
  }

  @Test(
    "is sound at the borders",
    arguments: [
      "", " ", "\n", ".", "“", "”", "'", ",", ":", "—", "said", "Putin", "Putin said", "said Putin",
      "According to", "according to Putin", "“”", "“Putin”", "“ said", "$", "$5", "5", "12", "U.S.",
      "U.S", "'s", "n't", "Putin's", "Putin said “", "Putin said:", "Putin, ", "\u{0}", "\u{FEFF}",
      "e\u{301}", "👩‍👩‍👧", "to", "to attack", "The", "the the the", "...", "“...”", "(", ")",
      "Putin said that", "that", "In 2014", "2014", "January", "at least", "Mr.", "Mr. ", "J.",
      String(repeating: "“", count: 60), String(repeating: "Putin said ", count: 60),
      String(repeating: "a", count: 5_000), String(repeating: ".", count: 300),
      String(repeating: "Putin, ", count: 100), String(repeating: "\n\n“No", count: 50),
      String(repeating: "according to ", count: 40), String(repeating: "not ", count: 100),
      String(repeating: "He said “", count: 400), String(repeating: "$5 ", count: 900),
      String(repeating: "Ash County, Ohio, ", count: 200), String(repeating: "Bek (", count: 300),
    ])
  func borders(_ text: String) throws {
    Self.expectSound(try code(text, published: "2022-01-26"), #_sourceLocation)
    Self.expectSound(try code(text, title: text), #_sourceLocation)
  }

  @Test("is sound when it ends behind any word", arguments: InventedNews.all)
  func cut(_ article: Article) throws {
    let words = article.text.split(separator: " ")
    for end in 1...words.count {
      Self.expectSound(try code(words[..<end].joined(separator: " ")), #_sourceLocation)
    }
  }

  @Test(
    "is sound when it ends behind what somebody said, without a mark",
    arguments: [
      "said", "denied", "told", "warned", "called", "urged", "agreed", "announced", "asked",
      "vowed",
      "accused", "thanked", "blamed", "described", "wrote",
    ])
  func unfinished(_ verb: String) throws {
    let words = [
      "at", "in", "to", "of", "by", "before", "that", "the", "his", "he", "him", "it", "not", "and",
      "who", "whether", "because", "Monday", "2014", "quickly", "reporters", "Putin", "Ohio", "“",
      ",", ":", "—", "(", "’s", "having", "talks",
    ]
    for first in words {
      Self.expectSound(try code("Moscow \(verb) \(first)"), #_sourceLocation)
      for second in words {
        Self.expectSound(try code("Moscow \(verb) \(first) \(second)"), #_sourceLocation)
      }
    }
  }

  @Test("is the same every time, whatever was coded before")
  func deterministic() throws {
    let coder = try Coding.coder.get()
    let first = InventedNews.all.map(coder.code)
    let second = InventedNews.all.reversed().map(coder.code).reversed()
    #expect(first == Array(second))
    let fresh = ArticleCoder(Knowledge(coder.knowledge.lexicons))
    #expect(first == InventedNews.all.map(fresh.code))
  }

  @Test("is the same from many threads")
  func concurrent() async throws {
    let coder = try Coding.coder.get()
    let expected = InventedNews.all.map(coder.code)
    await withTaskGroup(of: (Int, CodedArticle).self) { group in
      for index in InventedNews.all.indices {
        group.addTask { (index, coder.code(InventedNews.all[index])) }
      }
      for await (index, coded) in group { #expect(coded == expected[index]) }
    }
  }

  @Test("has a title only where the article has one")
  func titles() throws {
    let coded = try code("Putin left.", title: "Putin leaves")
    #expect(coded.sentences.map(\.isTitle) == [true, false])
    #expect(coded.actors.first?.mentions.map(\.span.start) == [0, 14])
    #expect(try code("Putin left.").sentences.map(\.isTitle) == [false])
  }
}
