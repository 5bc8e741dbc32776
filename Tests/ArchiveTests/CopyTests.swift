import EventData
import Testing

@testable import Archive

@Suite("Copies of one text")
struct CopyTests {
  private static let told = (0..<60).map { "harbour\($0) quarrel\($0 * 7 % 61)" }

  private static func wire(
    _ id: String, _ outlet: String, on day: String = "2031-03-04", _ words: [String] = told
  ) -> Sample {
    Sample(id, on: day, outlet: outlet, title: nil, words.joined(separator: " ") + ".")
  }

  /// Three copies, the second with another headline, and an article of its own.
  private static let day = [
    wire("a", "Harbour Post"),
    wire("b", "Fjord Gazette", on: "2031-03-05", ["Envoys", "quarrel", "again"] + told),
    wire("c", "Douro Herald", on: "2031-03-03"),
    wire("d", "Harbour Post", (0..<120).map { "kelp\($0)" }),
  ]

  @Test("are one row, the newest, which knows how many there are and lists the others")
  func oneRow() throws {
    let reader = try ArchiveWriter.holding(Self.day).reader
    let rows = try reader.articles(.everything, limit: 9)
    #expect(rows.map(\.outlet) == ["Fjord Gazette", "Harbour Post"])
    #expect(rows.map(\.copies) == [2, 0])
    let article = try #require(try reader.article(rows[0].id))
    #expect(article.copies.map(\.outlet) == ["Harbour Post", "Douro Herald"])
    #expect(try reader.articles(.everything, before: rows[1].key, limit: 9) == [rows[0]])
    #expect(try reader.articles(.everything, after: rows[0].key, limit: 9) == [rows[1]])
  }

  @Test("are counted once, under all that any of them has")
  func countedOnce() throws {
    let reader = try ArchiveWriter.holding(Self.day).reader
    #expect(try reader.count(.everything) == 2)
    let rows = try reader.articles(.everything, limit: 9)
    #expect(try reader.position(of: rows[1].key, in: .everything) == 1)
    let facets = try reader.facetCounts(.everything, limit: 9)
    #expect(
      Dictionary(uniqueKeysWithValues: facets.outlets.map { ($0.name, $0.articles) })
        == ["Harbour Post": 2, "Fjord Gazette": 1, "Douro Herald": 1])
    #expect(facets.months.map(\.articles) == [2])
  }

  @Test("are counted once among many articles without copies, as they are listed")
  func countedAmongMany() throws {
    let others = (1...40).map { number in
      Sample("\(number)", on: "2031-03-0\(1 + number % 9)", "Grain for port\(number).")
        .mentioning(number < 30 ? .vell : .norrland)
    }
    let reader = try ArchiveWriter.holding(others + Self.day.map { $0.mentioning(.vell) }).reader
    let changes: [(inout ArticleFilter) -> Void] = [
      { _ in }, { $0.to = Day(iso: "2031-03-04") }, { $0.from = Day(iso: "2031-03-04") },
      { $0.withoutActors = [PoliticalActor.norrland.id] }, { $0.withoutActors = $0.actors },
      { $0.search = "harbour7" }, { $0.search = "grain" }, { $0.search = "port7 OR kelp1" },
    ]
    let filters = changes.map { change in
      var filter = ArticleFilter.mentioning(.vell)
      change(&filter)
      return filter
    }
    for filter in filters {
      let rows = try reader.articles(filter, limit: 99)
      #expect(try reader.count(filter) == rows.count)
      for (rank, row) in rows.enumerated() {
        #expect(try reader.position(of: row.key, in: filter) == rank)
      }
    }
    #expect(try reader.count(.mentioning(.vell)) == 31)
  }

  @Test("are counted alike whether facets are kept in memory or read")
  func countedInMemory() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("archive.sqlite")
    let others = (1...9).map { Sample("\($0)", "Grain for port\($0).").mentioning(.vell) }
    try ArchiveWriter(path: path).insert(Self.day + others)
    let kept = try ArchiveReader(path: path, keepsFacets: true)
    let read = try ArchiveReader(path: path)
    let filters: [ArticleFilter] = [
      .everything, .search("grain"), .search("kelp1"), .mentioning(.vell),
    ]
    for filter in filters {
      let counts = try read.facetCounts(filter, limit: 9)
      #expect(try kept.facetCounts(filter, limit: 9) == counts)
      #expect(try kept.facetCounts(filter, limit: 9) == counts)
      #expect(try kept.actors(filter, limit: 9) == read.actors(filter, limit: 9))
    }
  }

  @Test(
    "are known in one import and over several, with dates and without", arguments: [true, false])
  func knownInAnyBatch(_ isDated: Bool) throws {
    var day = Self.day
    if !isDated { for place in day.indices { day[place].coded.article.published = nil } }
    let inOne = try ArchiveWriter.holding(day).reader
    #expect(try inOne.count(.everything) == 2)
    let writer = try ArchiveWriter()
    for sample in day { try writer.insert(sample) }
    #expect(try writer.reader.count(.everything) == 2)
  }

  @Test("are found by what one of them has: that one is shown")
  func filtered() throws {
    let reader = try ArchiveWriter.holding(Self.day).reader
    func outlets(_ filter: String) throws -> [String?] {
      let expression = try FilterExpression.parsing(filter)
      let filter = ArticleFilter.with { $0.expression = expression }
      let rows = try reader.articles(filter, limit: 9)
      #expect(try reader.count(filter) == rows.count)
      return rows.map(\.outlet)
    }
    #expect(try outlets("outlet:douro") == ["Douro Herald"])
    #expect(try outlets("outlet:douro OR outlet:harbour") == ["Harbour Post", "Harbour Post"])
    #expect(try outlets("until:2031-03-03") == ["Douro Herald"])
    #expect(try outlets("envoys") == ["Fjord Gazette"])
    #expect(try outlets("harbour7 -envoys") == ["Harbour Post"])
    #expect(try outlets("harbour7") == ["Fjord Gazette"])
  }

  @Test("part when the one between them gets another text")
  func parted() throws {
    let half = Self.told.prefix(48) + (0..<12).map { "fog\($0) bell\($0)" }
    let far = Self.told.dropFirst(14).prefix(34) + (0..<24).map { "fog\($0) bell\($0)" }
    let writer = try ArchiveWriter.holding(
      Self.wire("a", "One"), Self.wire("b", "Two", Array(half)), Self.wire("c", "Three", Array(far))
    )
    #expect(try writer.reader.count(.everything) == 1)
    try writer.insert(Self.wire("b", "Two", (0..<120).map { "kelp\($0)" }))
    #expect(try writer.reader.count(.everything) == 3)
  }

  @Test("are not to be so old that the one would be news again")
  func old() throws {
    let writer = try ArchiveWriter.holding(
      Self.wire("a", "One", on: "2031-03-01"), Self.wire("b", "Two", on: "2031-03-09"))
    #expect(try writer.reader.count(.everything) == 2)
  }

  @Test(
    "are known by most of their words, whichever are replaced, left out or put in",
    arguments: [Edit.replace, .leaveOut, .putIn], [0, 5, 10, 15, 20, 25, 30])
  func edited(_ edit: Edit, _ percent: Int) throws {
    var random = SplitMix(state: UInt64(percent))
    let texts = (0..<60).map { _ in Edit.text(of: 200, &random) }
    let samples = texts.enumerated().flatMap { number, words in
      [
        Self.wire("\(number)", "One", words),
        Self.wire("\(number)-copy", "Two", edit.applied(to: words, percent, &random)),
      ]
    }
    let reader = try ArchiveWriter.holding(samples).reader
    let rows = try reader.articles(.everything, limit: 200)
    let pairs = try rows.map { row in
      try (reader.article(row.id)!.copies + [row]).map { ($0.id - 1) / 2 }
    }
    let right = pairs.count { $0.count == 2 && $0[0] == $0[1] }
    let wrong = pairs.count { $0.count > 1 } - right
    #expect(Double(right) >= 0.97 * Double(texts.count))
    #expect(Double(wrong) <= 0.03 * Double(right))
  }

  @Test("are not what shares half of its passages, or the frame of a short flash")
  func different() {
    func marks(_ words: some Sequence<String>) -> CopyMarks {
      CopyMarks(words.joined(separator: " ").utf8)
    }
    let fresh = (0..<30).map { "fog\($0) bell\($0)" }
    #expect(!marks(Self.told).isCopy(of: marks(Self.told.prefix(30) + fresh)))
    let flash = "Explosions were heard in PLACE late in the evening, the mayor of the city said."
    #expect(
      !marks([flash.replacing("PLACE", with: "Orlen")])
        .isCopy(of: marks([flash.replacing("PLACE", with: "Linnemark")])))
    #expect(marks([flash]).isCopy(of: marks(Self.told + [flash])))
  }

  @Test("are not what somebody makes of the same sentences again and again")
  func stock() throws {
    var random = SplitMix(state: 7)
    let sentences = (0..<60).map { _ in Edit.text(of: 14, &random).joined(separator: " ") + "." }
    let samples = (0..<60).map { number in
      Self.wire("\(number)", "One", (0..<24).map { _ in sentences.randomElement(using: &random)! })
    }
    let reader = try ArchiveWriter.holding(samples).reader
    #expect(try reader.count(.everything) >= 58)
  }
}

/// What a desk does to the words of a text, one by one.
enum Edit: CaseIterable {
  case replace, leaveOut, putIn

  /// Words as they are spread in news: few of them common, most of them rare.
  static func text(of count: Int, _ random: inout SplitMix) -> [String] {
    (0..<count).map { _ in word(&random) }
  }

  func applied(to words: [String], _ percent: Int, _ random: inout SplitMix) -> [String] {
    var words = words
    let places = Array(words.indices).shuffled(using: &random).prefix(words.count * percent / 100)
    for place in places.sorted(by: >) {
      switch self {
      case .replace: words[place] = Self.word(&random)
      case .leaveOut: words.remove(at: place)
      case .putIn: words.insert(Self.word(&random), at: place)
      }
    }
    return words
  }

  private static func word(_ random: inout SplitMix) -> String {
    if Int.random(in: 0..<10, using: &random) < 4 {
      return ["the", "of", "and", "to", "in", "said"].randomElement(using: &random)!
    }
    let rank = Int.random(in: 0..<60, using: &random) * Int.random(in: 0..<60, using: &random)
    return "word\(rank)"
  }
}
