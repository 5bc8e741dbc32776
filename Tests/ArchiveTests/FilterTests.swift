import Archive
import EventData
import Testing

@Suite("A filter")
struct FilterTests {
  /// Five articles: the letters are the ids, newest last.
  static let archive = Result {
    try ArchiveWriter.holding(
      Sample("undated", on: nil, "Tasmark closed the Long Strait.")
        .mentioning(.tasmark).about(.strait),
      Sample("a", on: "2031-03-01", "Norrland and Tasmark met in Orlen.")
        .mentioning(.norrland, .tasmark).about(.orlen),
      Sample("b", on: "2031-03-02", "Norrland sent ships to the Long Strait.")
        .mentioning(.norrland).about(.strait),
      Sample("c", on: "2031-03-02", at: 3600, "Strait Watch counted ships; Norrland objected.")
        .mentioning(.watch, .norrland).about(.strait),
      Sample("d", on: "2031-03-04", "Mara Vell of Norrland spoke in Orlen about Tasmark.")
        .mentioning(.vell, .norrland, .tasmark).about(.orlen, .strait)
    ).reader
  }

  let reader: ArchiveReader

  init() throws {
    reader = try Self.archive.get()
  }

  static let cases: [(String, ArticleFilter, [String])] = [
    ("nothing", .everything, ["d", "c", "b", "a", "undated"]),
    ("an actor", .mentioning(.norrland), ["d", "c", "b", "a"]),
    ("the same actor twice", .mentioning(.norrland, .norrland), ["d", "c", "b", "a"]),
    ("two actors, both of them", .mentioning(.norrland, .tasmark), ["d", "a"]),
    ("a rare and a common actor", .mentioning(.watch, .norrland), ["c"]),
    ("actors that never meet", .mentioning(.watch, .vell), []),
    ("an unknown actor", .with { $0.actors = ["nobody", "norrland"] }, []),
    ("a region", .with { $0.regions = ["long-strait"] }, ["d", "c", "b", "undated"]),
    ("two regions", .with { $0.regions = ["long-strait", "orlen"] }, ["d"]),
    ("an unknown region", .with { $0.regions = ["atlantis"] }, []),
    (
      "an actor and a region",
      .with {
        $0.actors = ["tasmark"]
        $0.regions = ["long-strait"]
      }, ["d", "undated"]
    ),
    ("a first day", .with { $0.from = Day(iso: "2031-03-02") }, ["d", "c", "b"]),
    ("a last day", .with { $0.to = Day(iso: "2031-03-02") }, ["c", "b", "a"]),
    (
      "one day",
      .with {
        $0.from = Day(iso: "2031-03-02")
        $0.to = Day(iso: "2031-03-02")
      }, ["c", "b"]
    ),
    (
      "days that are turned round",
      .with {
        $0.from = Day(iso: "2031-03-04")
        $0.to = Day(iso: "2031-03-01")
      }, []
    ),
    ("a word of the body", .search("ships"), ["c", "b"]),
    ("a word of the title", .search("talks"), ["d", "c", "b", "a", "undated"]),
    ("a word in another case", .search("ORLEN"), ["d", "a"]),
    ("two words in any order", .search("strait ships"), ["c", "b"]),
    ("a word that is not there", .search("zeppelin"), []),
    (
      "a word and a rarer actor",
      .with {
        $0.search = "ships"
        $0.actors = ["strait-watch"]
      }, ["c"]
    ),
    (
      "a rare word and a common actor",
      .with {
        $0.search = "objected"
        $0.actors = ["norrland"]
      }, ["c"]
    ),
    (
      "all at once",
      .with {
        $0.search = "orlen"
        $0.actors = ["norrland", "tasmark"]
        $0.regions = ["orlen"]
        $0.from = Day(iso: "2031-03-02")
        $0.to = Day(iso: "2031-03-31")
      }, ["d"]
    ),
    ("one article", .with { $0.article = 2 }, ["a"]),
    (
      "one article that the rest excludes",
      .with {
        $0.article = 2
        $0.search = "ships"
      }, []
    ),
    (
      "one article that the rest includes",
      .with {
        $0.article = 3
        $0.search = "ships"
        $0.actors = ["norrland"]
      }, ["b"]
    ),
    ("a row that is not there", .with { $0.article = 99 }, []),
  ]

  @Test("shows the articles that all of it holds for", arguments: cases)
  func articles(_ name: String, _ filter: ArticleFilter, _ expected: [String]) throws {
    #expect(try ids(reader.articles(filter, limit: 99)) == expected)
    #expect(try reader.count(filter) == expected.count)
  }

  @Test("ranks each article by what stands before it", arguments: cases)
  func position(_ name: String, _ filter: ArticleFilter, _ expected: [String]) throws {
    let rows = try reader.articles(filter, limit: 99)
    for (rank, row) in rows.enumerated() {
      #expect(try reader.position(of: row.key, in: filter) == rank)
    }
  }

  @Test("counts the actors of what it shows", arguments: cases)
  func actors(_ name: String, _ filter: ArticleFilter, _ expected: [String]) throws {
    let shown = try reader.articles(filter, limit: 99).compactMap { try reader.article($0.id) }
    let rows = try reader.actors(filter, limit: 99)
    let counts = shown.flatMap { $0.coded.actors.map(\.actor.id) }.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.articles) }) == counts)
    #expect(rows.map(\.articles) == rows.map(\.articles).sorted(by: >))
  }

  @Test("counts the regions of what it shows", arguments: cases)
  func regions(_ name: String, _ filter: ArticleFilter, _ expected: [String]) throws {
    let shown = try reader.articles(filter, limit: 99).compactMap { try reader.article($0.id) }
    let rows = try reader.regions(filter, limit: 99)
    let counts = shown.flatMap { $0.coded.regions.map(\.region.id) }.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.articles) }) == counts)
    #expect(rows.map(\.articles) == rows.map(\.articles).sorted(by: >))
  }

  private func ids(_ rows: [ArticleRow]) throws -> [String] {
    try rows.map { try #require(try reader.article($0.id)).coded.article.id }
  }
}

@Suite("The list of actors")
struct ActorListTests {
  let reader: ArchiveReader

  init() throws {
    var former = PoliticalActor.vell
    former.role = "harbour master"
    reader = try ArchiveWriter.holding(
      Sample("a").mentioning(.norrland, .vell).saying("We will not move", by: .vell),
      Sample("b").mentioning(.norrland, .tasmark).saying("We will not move", by: .vell),
      Sample("c", on: "2030-01-01").mentioning(.norrland, former)
    ).reader
  }

  @Test("has the actor of most articles first, with its statements")
  func order() throws {
    let rows = try reader.actors(.everything, limit: 9)
    #expect(rows.map(\.id) == ["norrland", "mara-vell", "tasmark"])
    #expect(rows.map(\.articles) == [3, 2, 1])
    #expect(rows.map(\.statements) == [0, 2, 0])
    #expect(try reader.actors(.everything, limit: 2).map(\.id) == ["norrland", "mara-vell"])
  }

  @Test(
    "narrows while a person types",
    arguments: [
      ("v", ["mara-vell"]), ("vel", ["mara-vell"]), ("mara v", ["mara-vell"]),
      ("NORR", ["norrland", "mara-vell"]), ("minister", ["mara-vell"]),
      ("harbour", ["mara-vell"]), ("TAS", ["tasmark"]), ("orrland", []), ("x", []),
      ("", ["norrland", "mara-vell", "tasmark"]), ("\"", ["norrland", "mara-vell", "tasmark"]),
      ("norr*", ["norrland", "mara-vell"]), ("norr ", []),
    ])
  func matching(_ typed: String, _ expected: [String]) throws {
    #expect(try reader.actors(.everything, matching: typed, limit: 9).map(\.id) == expected)
    let all = ArticleFilter.with { $0.to = Day(iso: "2099-01-01") }
    #expect(try reader.actors(all, matching: typed, limit: 9).map(\.id) == expected)
  }

  @Test("does not know who was never named")
  func unknown() throws {
    #expect(try reader.actor("nobody") == nil)
    #expect(try reader.actor("mara-vell")?.statements == 2)
  }
}
