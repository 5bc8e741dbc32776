import Archive
import EventData
import Testing

@Suite("Pages")
struct PagingTests {
  /// Sixty articles in no order of time, many on the same day or without one.
  static let archive = Result {
    var random = SplitMix(state: 7)
    let samples = (0..<60).map { number in
      let day = Int.random(in: 0..<8, using: &random)
      var sample = Sample("\(number)", on: day == 0 ? nil : "2031-03-0\(day)")
        .mentioning(number % 3 == 0 ? .norrland : .tasmark).about(.orlen)
      for _ in 0..<(number % 4) {
        sample = sample.saying("We will not move", by: number % 2 == 0 ? .vell : .norrland)
          .event(
            from: number % 2 == 0 ? .vell : .tasmark, to: number % 3 == 0 ? .vell : .norrland,
            indicator: number % 5 == 0 ? nil : "DE2")
      }
      return sample
    }
    return try ArchiveWriter.holding(samples).reader
  }

  let reader: ArchiveReader

  init() throws {
    reader = try Self.archive.get()
  }

  static let filters: [ArticleFilter] = [
    .everything, .mentioning(.norrland), .search("sides"), .with { $0.regions = ["orlen"] },
    .with { $0.from = Day(iso: "2031-03-03") }, .with { $0.actors = ["mara-vell", "norrland"] },
    .with {
      $0.regions = ["orlen"]
      $0.actors = ["mara-vell"]
    },
    .with { $0.article = 8 },
  ]

  @Test("of articles join to the whole list, both ways", arguments: filters)
  func articles(_ filter: ArticleFilter) throws {
    let whole = try reader.articles(filter, limit: 1000)
    let keys = whole.map { [$0.key.published, Int($0.key.row)] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) }.reversed())
    for size in [1, 7, 60, 61] {
      #expect(
        try pages { try reader.articles(filter, after: $0?.key, limit: size) } == whole)
      guard let last = whole.last else { continue }
      var back = [last]
      while case let page = try reader.articles(filter, before: back[0].key, limit: size),
        !page.isEmpty
      {
        back = page + back
      }
      #expect(back == whole)
    }
  }

  @Test("of statements join to the whole list", arguments: filters)
  func statements(_ filter: ArticleFilter) throws {
    let whole = try reader.statements(filter, limit: 1000)
    #expect(Set(whole.map(\.id)).count == whole.count)
    for size in [1, 7, 100] {
      #expect(
        try pages { try reader.statements(filter, after: $0?.key, limit: size) } == whole)
    }
  }

  @Test("of events join to the whole list", arguments: filters)
  func events(_ filter: ArticleFilter) throws {
    let whole = try reader.events(filter, limit: 1000)
    #expect(Set(whole.map(\.id)).count == whole.count)
    for size in [1, 7, 100] {
      #expect(try pages { try reader.events(filter, after: $0?.key, limit: size) } == whole)
    }
  }

  @Test("of no length are empty")
  func noLimit() throws {
    for limit in [0, -1] {
      #expect(try reader.articles(.everything, limit: limit).isEmpty)
      #expect(try reader.statements(.everything, limit: limit).isEmpty)
      #expect(try reader.events(.everything, limit: limit).isEmpty)
      #expect(try reader.actors(.everything, limit: limit).isEmpty)
      #expect(try reader.regions(.everything, limit: limit).isEmpty)
      #expect(try reader.originals(limit: limit).isEmpty)
    }
  }

  private func pages<Row>(_ page: (Row?) throws -> [Row]) throws -> [Row] {
    var all: [Row] = []
    while case let next = try page(all.last), !next.isEmpty { all += next }
    return all
  }
}

/// Random numbers that are the same in every run: Vigna's splitmix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
