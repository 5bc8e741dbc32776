import Archive
import EventData
import Testing

@Suite("A stored article")
struct RoundTripTests {
  @Test("comes back exactly, with every span and rule")
  func exact() throws {
    let sample = Self.everything
    let stored = try #require(try ArchiveWriter.holding(sample).reader.article(1))
    #expect(stored.coded == sample.coded)
    #expect(stored.coderVersion == "1")
    #expect(stored.key.published == sample.coded.article.published?.epoch)
  }

  @Test("comes back after a second article has told other things of the same names")
  func exactAfterOthers() throws {
    let sample = Self.everything
    var other = PoliticalActor.vell
    other.name = "M. Vell"
    other.role = nil
    let writer = try ArchiveWriter.holding(
      sample, Sample("z", on: "2031-12-31").mentioning(other).saying("We will not", by: other))
    #expect(try writer.reader.article(1)?.coded == sample.coded)
  }

  @Test("comes back exactly with more words in its findings than most have")
  func manyWords() throws {
    var sample = Sample("a").event(from: nil, to: nil)
    sample.coded.events = (0..<900).map { number in
      var event = sample.coded.events[0]
      event.rule = "rule \(number % 700)"
      event.region = number % 3 == 0 ? nil : "region \(number)"
      return event
    }
    #expect(try ArchiveWriter.holding(sample).reader.article(1)?.coded == sample.coded)
  }

  @Test("is nil for a row that does not exist", arguments: [0, 2, -1, Int64.max, Int64.min])
  func noRow(_ row: Int64) throws {
    #expect(try ArchiveWriter.holding(Sample("a")).reader.article(row) == nil)
  }

  @Test(
    "keeps texts and originals byte for byte",
    arguments: [
      "", "\n", "NUL \0 inside", "Привет — ’quotes’ \u{1F1FA}\u{1F1E6}", "e\u{301} é", "\u{FEFF}x",
      String(repeating: "long ", count: 20_000),
    ])
  func bytes(_ body: String) throws {
    var sample = Sample("a", title: nil, body)
    for original in [Array(body.utf8), [0xff, 0xfe, 0, 0x80], [], Array("other".utf8)] {
      sample.original = original
      let reader = try ArchiveWriter.holding(sample).reader
      let stored = try #require(try reader.article(1)?.coded.article)
      #expect(Array(stored.text.utf8) == Array(body.utf8))
      #expect(try reader.originals(limit: 1).first?.original == original)
    }
  }

  @Test(
    "keeps every number to the last bit",
    arguments: [
      0, -0.0, 127_000, -5.8, 3.125, 0.1 + 0.2, 1.0 / 3, 9_007_199_254_740_994, 1e300,
      .leastNonzeroMagnitude, -.infinity,
    ])
  func numbers(_ number: Double) throws {
    var sample = Sample("a")
    sample.coded.figures = [
      Figure(
        sentence: Span(0, 1), quantity: number, lower: number, unit: "ships", isStock: false,
        spans: [])
    ]
    let stored = try #require(try ArchiveWriter.holding(sample).reader.article(1)?.coded.figures[0])
    #expect(stored.quantity.bitPattern == number.bitPattern)
    #expect(stored.lower?.bitPattern == number.bitPattern)
  }

  @Test(
    "keeps spans that no coder should make",
    arguments: [
      Span(0, 0), Span(5, 2), Span(-3, -1), Span(Int.max - 1, Int.max), Span(Int.min, Int.max),
    ])
  func oddSpans(_ span: Span) throws {
    var sample = Sample("a").mentioning(.vell)
    sample.coded.sentences = [Sentence(span: span, paragraph: -1, isTitle: true)]
    sample.coded.actors[0].mentions = [
      Mention(span: span, rule: ""), Mention(span: span, rule: ""),
    ]
    sample.coded.article.headings = [span, span]
    #expect(try ArchiveWriter.holding(sample).reader.article(1)?.coded == sample.coded)
  }

  @Test("keeps names apart that differ only after a NUL")
  func nulInNames() throws {
    var one = PoliticalActor.vell
    one.id = "x\0one"
    var other = PoliticalActor.vell
    other.id = "x\0other"
    let writer = try ArchiveWriter.holding(
      Sample("a\0one").mentioning(one, other), Sample("a\0other"))
    #expect(try writer.reader.summary().articles == 2)
    #expect(try writer.reader.actors(.everything, limit: 9).count == 2)
  }

  @Test("counts an actor once that the coder lists twice")
  func actorTwice() throws {
    let sample = Sample("a").mentioning(.vell, .vell).about(.orlen, .orlen)
    let reader = try ArchiveWriter.holding(sample).reader
    #expect(try reader.actor("mara-vell")?.articles == 1)
    #expect(try reader.regions(.everything, limit: 9).map(\.articles) == [1])
    #expect(try reader.article(1)?.coded == sample.coded)
  }

  @Test("knows the time of day only where it was given", arguments: [nil, 0, 1, 86_399])
  func precision(_ second: Int?) throws {
    for day in ["1969-12-31", "1970-01-01", "0001-01-01", "9999-12-31"] {
      let sample = Sample("a", on: day, at: second)
      let stored = try ArchiveWriter.holding(sample).reader.article(1)
      #expect(stored?.coded.article.published == sample.coded.article.published)
    }
  }

  /// One of everything that a coder can find.
  static var everything: Sample {
    var sample = Sample("full").mentioning(.vell, .norrland).about(.orlen, .strait)
      .saying("We will not move", by: .vell).saying("The two sides met", by: nil)
      .event(
        from: .norrland, to: .tasmark, indicator: "DE2", date: EventDate(first: Day(number: 1))
      )
      .event(from: nil, to: nil, status: .background)
    sample.coded.article.url = "https://post.example/a?b=1"
    sample.coded.article.language = "en"
    sample.coded.article.headings = [sample.span("met"), sample.span("Orlen")]
    sample.coded.article.furniture = Furniture.Kind.allCases.map {
      Furniture(kind: $0, text: "Sign up — \($0)", before: 3)
    }
    sample.coded.sentences.insert(
      Sentence(span: sample.span("Talks on the strait"), paragraph: 0, isTitle: true), at: 0)
    sample.coded.actors[0].mentions.append(Mention(span: sample.span("We"), rule: "pronoun"))
    sample.coded.statements[0].addressee = "Tasmark"
    sample.coded.statements[0].via = "Harbour Post"
    sample.coded.statements[0].isInner = true
    sample.coded.statements[0].contentSpans.append(sample.span("move"))
    // A speaker under a name and a code that the article's list of actors does not give.
    sample.coded.statements[1].speaker = ActorReference(id: "mara-vell", name: "Vell", code: "NOR")
    sample.coded.figures = [
      Figure(
        sentence: sample.sentence, quantity: 127_000, qualifier: "more than", unit: "personnel",
        subject: "Norrland", isStock: true, origin: "Tasmark", spans: [sample.span("two")]),
      Figure(
        sentence: sample.sentence, quantity: -0.5, unit: "", isStock: false, spans: []),
    ]
    return sample
  }
}
