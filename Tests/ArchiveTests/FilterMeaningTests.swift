import EventData
import Testing

@testable import Archive

@Suite("A term of the filter language")
struct FilterMeaningTests {
  /// Four articles: the letters are the ids, newest last.
  static let archive = Result {
    try ArchiveWriter.holding(
      Sample("a", on: "2031-02-01", outlet: "Harbour Post", "Mara Vell met envoys in Orlen.")
        .mentioning(.vell).about(.orlen)
        .event(from: .vell, to: nil, indicator: "TH1", status: .denied),
      Sample(
        "b", on: "2031-03-02", outlet: "Coast Wire",
        "Norrland sent ships. “The grain waits,” Mara Vell said. Fog hid the fleet."
      ).mentioning(.norrland, .vell).about(.strait).saying("The grain waits", by: .vell),
      Sample(
        "c", on: "2031-03-03", outlet: "Harbour Post",
        "Grain prices rose on the Long Strait; Tasmark met nobody."
      ).mentioning(.tasmark).about(.strait)
        .event(from: .tasmark, to: .norrland, indicator: "FU2"),
      Sample("d", on: nil, outlet: nil, title: nil, "Nothing is known of the fleet.")
    ).reader
  }

  private let reader: ArchiveReader

  init() throws {
    reader = try Self.archive.get()
  }

  static let cases: [(String, String)] = [
    ("", "cbad"),
    ("actor:\"mara vell\"", "ba"), ("actor:vell", "ba"), ("actor:ve*", "ba"),
    ("actor:mara-vell", "ba"), ("actor:NORGOV", "ba"), ("actor:VELL", "ba"), ("-actor:vell", "cd"),
    ("actor:norrland", "b"), ("actor:nobody", ""), ("-actor:nobody", "cbad"), ("actor:\"-\"", ""),
    ("region:orlen", "a"), ("region:strait", "cb"), ("region:long-strait", "cb"),
    ("region:rait", ""), ("region:\"100%\"", ""),
    ("outlet:\"harbour post\"", "ca"), ("outlet:wire", "b"), ("-outlet:wire", "cad"),
    ("indicator:TH1", "a"), ("indicator:TH", "a"), ("indicator:FU indicator:TH", ""),
    ("indicator:FU OR indicator:TH", "ca"), ("is:denied", "a"), ("is:occurred", "c"),
    ("act:deny", "b"), ("act:threaten", ""),
    ("about:grain", "b"), ("about:\"grain waits\"", "b"), ("about:gra*", "b"), ("about:fleet", ""),
    ("grain", "cb"), ("-grain", "ad"), ("\"grain prices\"", "c"), ("gra* -prices", "b"),
    ("fleet OR prices", "cbd"), ("fleet OR region:orlen", "bad"),
    ("(fleet OR region:orlen) -actor:norrland", "ad"), ("-(fleet OR region:orlen)", "c"),
    ("since:2031-03", "cb"), ("until:2031-02", "a"), ("since:2031-02-01 until:2031-03-02", "ba"),
    ("since:2031-03-03 OR until:2031-02", "ca"), ("-since:2031-03", "ad"),
    ("since:2032", ""), ("10:30", ""), ("!", "cbad"), ("! grain", "cb"),
    ("grain OR !", "cbad"),
  ]

  private func filter(_ text: String) throws -> ArticleFilter {
    var filter = ArticleFilter()
    filter.expression = try FilterExpression.parsing(text)
    return filter
  }

  private func ids(_ rows: [ArticleRow]) throws -> String {
    try rows.map { try reader.article($0.key.row)?.coded.article.id ?? "?" }.joined()
  }

  @Test("chooses articles", arguments: cases)
  func articles(_ text: String, _ expected: String) throws {
    let filter = try filter(text)
    #expect(try ids(reader.articles(filter, limit: 9)) == expected)
    #expect(try reader.count(filter) == expected.count)
  }

  @Test("chooses the same page by page, in both directions", arguments: cases)
  func pages(_ text: String, _ expected: String) throws {
    let filter = try filter(text)
    var found: [ArticleRow] = []
    while let row = try reader.articles(filter, after: found.last?.key, limit: 1).first {
      #expect(try reader.position(of: row.key, in: filter) == found.count)
      found.append(row)
    }
    #expect(try ids(found) == expected)
    if let last = found.last {
      #expect(try reader.articles(filter, before: last.key, limit: 9) == found.dropLast())
    }
  }

  @Test("restricts actors, regions, statements and events to those articles", arguments: cases)
  func lists(_ text: String, _ expected: String) throws {
    let filter = try filter(text)
    let articles = try reader.articles(filter, limit: 9)
    let counts = try reader.facetCounts(filter, limit: 9)
    #expect(try reader.actors(filter, limit: 9).count == counts.actors.count)
    #expect(counts.months.map(\.articles).reduce(0, +) == articles.count)
    // Of these only what itself does what the filter names.
    let ofFindings = ["act:", "indicator:", "is:", "about:", "region:"]
    let isOfFindings = ofFindings.contains(where: text.contains)
    if !isOfFindings {
      #expect(
        try reader.statements(filter, limit: 9).count == articles.map(\.statements).reduce(0, +))
      #expect(try reader.events(filter, limit: 9).count == articles.map(\.events).reduce(0, +))
    }
    #expect(
      try Set(reader.statements(filter, limit: 9).map(\.article)).isSubset(
        of: articles.map(\.key)))
    #expect(
      try Set(reader.events(filter, limit: 9).map(\.article)).isSubset(of: articles.map(\.key)))
  }
}

@Suite("Facets")
struct FacetTests {
  @Test("count the articles of actors, regions, outlets, indicators and months")
  func counts() throws {
    let reader = try FilterMeaningTests.archive.get()
    let counts = try reader.facetCounts(ArticleFilter(), limit: 9)
    func list(_ counts: [FacetCounts.Count]) -> [String] {
      counts.map { "\($0.name) \($0.articles)" }
    }
    #expect(list(counts.actors) == ["Mara Vell 2", "Norrland 1", "Tasmark 1"])
    #expect(list(counts.regions) == ["Long Strait 2", "Orlen 1"])
    #expect(list(counts.outlets) == ["Harbour Post 2", "Coast Wire 1"])
    #expect(list(counts.indicators).sorted() == ["FU2 1", "TH1 1"])
    #expect(list(counts.months) == ["undated 1", "2031-02 1", "2031-03 2"])
  }

  @Test("that are kept in memory follow what is added and what is changed")
  func kept() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("archive.sqlite")
    let writer = try ArchiveWriter(path: path)
    try writer.insert(Sample("a", "Norrland waited.").mentioning(.norrland))
    let kept = try ArchiveReader(path: path, keepsFacets: true)
    let filter = ArticleFilter.with { $0.from = Day(iso: "2000-01-01") }
    func actors() throws -> [String] {
      let rows = try kept.actors(filter, limit: 9)
      #expect(try ArchiveReader(path: path).actors(filter, limit: 9) == rows)
      return rows.map { "\($0.id) \($0.articles)" }.sorted()
    }
    #expect(try actors() == ["norrland 1"])
    try writer.insert(Sample("b", "Norrland met Tasmark.").mentioning(.norrland, .tasmark))
    #expect(try actors() == ["norrland 2", "tasmark 1"])
    try writer.insert(Sample("b", "Tasmark stayed alone.").mentioning(.tasmark))
    #expect(try actors() == ["norrland 1", "tasmark 1"])
  }
}
