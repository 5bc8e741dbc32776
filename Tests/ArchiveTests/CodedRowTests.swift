import Archive
import EventData
import Testing

@Suite("Statements and events")
struct CodedRowTests {
  let reader: ArchiveReader
  let sample = Sample("b", on: "2031-03-04").mentioning(.vell, .norrland).about(.orlen)
    .saying("We will", by: .vell).saying("not move", by: .norrland).saying("met", by: nil)
    .event(from: .norrland, to: .tasmark, indicator: "DE2")
    .event(from: .tasmark, to: .norrland, status: .background)

  init() throws {
    reader = try ArchiveWriter.holding(
      Sample("a", on: "2031-03-01").saying("The two sides", by: .vell), sample,
      Sample("c", on: nil, outlet: nil).saying("Orlen", by: .norrland)
    ).reader
  }

  @Test("stand newest first and in the order of the text, with their words")
  func order() throws {
    let rows = try reader.statements(.everything, limit: 9)
    #expect(rows.map(\.content) == ["We will", "not move", "met", "The two sides", "Orlen"])
    #expect(rows.map(\.cue) == Array(repeating: "said", count: 5))
    #expect(
      rows.map(\.outlet) == ["Harbour Post", "Harbour Post", "Harbour Post", "Harbour Post", nil])
    #expect(
      rows.map(\.published?.iso) == ["2031-03-04", "2031-03-04", "2031-03-04", "2031-03-01", nil])
    #expect(rows.prefix(3).map(\.statement) == sample.coded.statements)
    #expect(rows.map(\.article.row) == [2, 2, 2, 1, 3])
  }

  @Test(
    "of an actor are those that it makes",
    arguments: [
      (ArticleFilter.mentioning(.vell), ["We will", "The two sides"]),
      (.mentioning(.vell, .norrland), ["We will", "not move", "The two sides", "Orlen"]),
      (.mentioning(.tasmark), []),
      (.with { $0.actors = ["nobody", "mara-vell"] }, ["We will", "The two sides"]),
      (.with { $0.article = 2 }, ["We will", "not move", "met"]),
      (
        .with {
          $0.article = 2
          $0.actors = ["mara-vell"]
        }, ["We will"]
      ),
      (.with { $0.regions = ["orlen"] }, ["We will", "not move", "met"]),
      (.with { $0.from = Day(iso: "2031-03-02") }, ["We will", "not move", "met"]),
      (.with { $0.to = Day(iso: "2031-03-02") }, ["The two sides"]),
      (.search("orlen"), ["We will", "not move", "met", "The two sides", "Orlen"]),
      (.search("nowhere"), []),
    ])
  func byActor(_ filter: ArticleFilter, _ expected: [String]) throws {
    #expect(try reader.statements(filter, limit: 9).map(\.content) == expected)
  }

  @Test(
    "are those alone that do what the filter names",
    arguments: [
      ("act:deny", 5, 2), ("act:deny OR indicator:FU", 5, 2), ("indicator:DE", 3, 1),
      ("indicator:FU", 0, 0),
      ("is:background", 3, 1), ("is:denied OR indicator:DE2", 3, 1),
      ("is:background indicator:DE2", 3, 0), ("-act:threaten", 5, 2),
      ("act:deny is:background", 3, 1),
    ])
  func filtered(_ text: String, _ statements: Int, _ events: Int) throws {
    var filter = ArticleFilter.everything
    filter.expression = try FilterExpression.parsing(text)
    #expect(try reader.statements(filter, limit: 9).count == statements)
    #expect(try reader.events(filter, limit: 9).count == events)
  }

  @Test("are threats where the filter asks for threats, page by page")
  func threats() throws {
    var mixed = sample
    mixed.coded.statements[1].act = .threaten
    let reader = try ArchiveWriter.holding(mixed).reader
    var filter = ArticleFilter.everything
    filter.expression = try FilterExpression.parsing("act:threaten")
    let found = try reader.statements(filter, limit: 1)
    #expect(found.map(\.content) == ["not move"])
    #expect(try reader.statements(filter, after: found.last?.key, limit: 1).isEmpty)
  }

  @Test(
    "are those about what and where the filter asks",
    arguments: [
      ("about:grain", ["grain will pass"], 2),
      ("about:GRÁIN", ["grain will pass"], 2), ("about:gra*", ["grain will pass"], 2),
      ("about:\"grain will\"", ["grain will pass"], 2), ("about:\"will grain\"", [], 0),
      ("about:storms", ["storms may come"], 2),
      ("about:grain OR about:storms", ["grain will pass", "storms may come"], 2),
      ("about:grain act:deny", ["grain will pass"], 2), ("about:grain act:accuse", [], 0),
      ("region:\"Long Strait\"", ["storms may come"], 1), ("region:orlen", ["grain will pass"], 2),
      ("region:orlen about:storms", [], 2),
      ("-about:harbours", ["grain will pass", "storms may come"], 2),
    ])
  func aboutAndWhere(_ text: String, _ expected: [String], _ events: Int) throws {
    let reader = try ArchiveWriter.holding(Self.places).reader
    var filter = ArticleFilter.everything
    filter.expression = try FilterExpression.parsing(text)
    #expect(try reader.statements(filter, limit: 9).map(\.content) == expected)
    #expect(try reader.events(filter, limit: 9).count == events)
  }

  @Test(
    "are those that are told of the region that is chosen", arguments: ["orlen", "long-strait"])
  func chosenRegion(_ region: String) throws {
    let reader = try ArchiveWriter.holding(Self.places).reader
    let found = try reader.statements(.with { $0.regions = [region] }, limit: 9)
    #expect(found.map(\.content) == [region == "orlen" ? "grain will pass" : "storms may come"])
    let events = try reader.events(.with { $0.regions = [region] }, limit: 9)
    // The second happens in the strait, though its sentence names Orlen.
    #expect(events.map(\.event.region) == (region == "orlen" ? ["Orlen"] : []) + ["Long Strait"])
  }

  /// Two sentences, each of another place.
  private static var places: Sample {
    var sample = Sample(
      "p", "Mara Vell said grain will pass Orlen. Norrland said storms may come in the Long Strait."
    )
    .about(.orlen, .strait).saying("grain will pass", by: .vell)
    .saying("storms may come", by: .norrland)
    .event(from: .norrland, to: .tasmark).event(from: .tasmark, to: .norrland)
    let (first, second) = (
      sample.span("Mara Vell said grain will pass Orlen."),
      sample.span("Norrland said storms may come in the Long Strait.")
    )
    sample.coded.statements[0].sentence = first
    sample.coded.statements[1].sentence = second
    sample.coded.events[0].sentence = first
    sample.coded.events[1].sentence = first
    sample.coded.events[0].region = "Orlen"
    sample.coded.events[1].region = "Long Strait"
    return sample
  }

  @Test("come with their sentence")
  func events() throws {
    let rows = try reader.events(.everything, limit: 9)
    #expect(rows.map(\.event) == sample.coded.events)
    #expect(rows[0].sentence == sample.coded.text(of: sample.sentence))
    #expect(rows[0].id != rows[1].id)
  }

  @Test("of an actor are those that it does or suffers, once each")
  func eventsByActor() throws {
    for filter in [ArticleFilter.mentioning(.norrland), .mentioning(.norrland, .tasmark)] {
      #expect(try reader.events(filter, limit: 9).map(\.event) == sample.coded.events)
    }
    #expect(try reader.events(.mentioning(.vell), limit: 9).isEmpty)
  }

  @Test("keep their ids when the article is coded again")
  func stableIDs() throws {
    let writer = try ArchiveWriter.holding(Sample("x"), sample)
    let before = try writer.reader.statements(.everything, limit: 9).map(\.id)
    #expect(try writer.insert([sample.item], coderVersion: "2") == [.recoded])
    #expect(try writer.reader.statements(.everything, limit: 9).map(\.id) == before)
  }
}
