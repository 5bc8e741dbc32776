import Archive
import EventData
import Testing

@Suite("Articles in an order")
struct ArticleOrderTests {
  /// Three thousand articles, more than are sorted in memory, and forty of one actor; some with
  /// copies, some without an outlet or a date, some read.
  static let archive = Result {
    var random = SplitMix(state: 3)
    let outlets = ["Amelin Post", "Coastal Wire", "The Tidewater", nil]
    let samples = (0..<3000).map { number in
      let day = Int.random(in: 0..<8, using: &random)
      var sample = Sample(
        "\(number)", on: day == 0 ? nil : "2031-03-0\(day)",
        outlet: outlets[Int.random(in: 0..<4, using: &random)],
        number % 500 == 7 ? "Mara Vell said the same words in every paper that day." : nil)
      sample = number % 75 == 0 ? sample.mentioning(.vell, .tasmark) : sample.mentioning(.tasmark)
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        sample = sample.event(
          from: .vell, to: .tasmark, indicator: number % 3 == 0 ? "DE2" : "TH1",
          status: number % 5 == 0 ? .denied : .occurred)
      }
      return sample
    }
    let writer = try ArchiveWriter.holding(samples)
    for row in stride(from: 1, through: 3000, by: 7) {
      try writer.mark(.article(Int64(row)), .read)
    }
    return writer.reader
  }

  let reader: ArchiveReader

  init() throws {
    reader = try Self.archive.get()
  }

  /// Those that are walked by an index, and those that are sorted in memory.
  static let filters: [ArticleFilter] = [
    .everything, .mentioning(.tasmark), .mentioning(.norrland), .mentioning(.vell),
    .with { $0.from = Day(iso: "2031-03-07") }, .with { $0.article = 8 }, .search("paper"),
    .search("sides"),
  ]

  private func whole(_ filter: ArticleFilter, _ order: ArticleOrder) throws -> [ArticleRow] {
    try reader.articles(filter, in: order, .first, limit: 9999)
  }

  @Test("are all that are selected, each once", arguments: filters, ArticleOrder.allCases)
  func complete(_ filter: ArticleFilter, _ order: ArticleOrder) throws {
    let newest = try reader.articles(filter, limit: 9999)
    let ordered = try whole(filter, order)
    #expect(Set(ordered) == Set(newest))
    #expect(ordered.count == newest.count)
    #expect(try reader.count(filter) == newest.count)
  }

  @Test("come in pages that join to the whole list, both ways", arguments: filters)
  func pages(_ filter: ArticleFilter) throws {
    for order in ArticleOrder.allCases {
      let whole = try whole(filter, order)
      for size in [97, 4000] {
        var forward: [ArticleRow] = []
        while case let page = try reader.articles(
          filter, in: order, forward.last.map { .after($0) } ?? .first, limit: size),
          !page.isEmpty
        {
          forward += page
        }
        #expect(forward == whole, "\(order)")
        var backward: [ArticleRow] = []
        while case let page = try reader.articles(
          filter, in: order, backward.first.map { .before($0) } ?? .last, limit: size),
          !page.isEmpty
        {
          backward = page + backward
        }
        #expect(backward == whole, "\(order)")
      }
    }
  }

  @Test("stand by outlet, by what escalates, or the unread first; alike, the newest first")
  func orders() throws {
    for filter in [ArticleFilter.everything, .mentioning(.vell)] {
      func isNewestFirst(_ rows: some Sequence<ArticleRow>) -> Bool {
        let keys = rows.map { [$0.key.published, Int($0.key.row)] }
        return keys == keys.sorted { $1.lexicographicallyPrecedes($0) }
      }
      let byOutlet = try whole(filter, .outlet)
      #expect(
        Array(byOutlet.map(\.outlet).reduce(into: []) { if $0.last != $1 { $0.append($1) } })
          == ["Amelin Post", "Coastal Wire", "The Tidewater", nil])
      #expect(isNewestFirst(byOutlet.filter { $0.outlet == nil }))
      let escalating = try whole(filter, .escalating)
      #expect(escalating.map(\.escalating) == escalating.map(\.escalating).sorted(by: >))
      #expect(isNewestFirst(escalating.filter { $0.escalating == 2 }))
      let unread = try whole(filter, .unread)
      #expect(isNewestFirst(unread.prefix { !$0.marks.isRead }))
      #expect(isNewestFirst(unread.drop { !$0.marks.isRead }))
      #expect(unread.drop { !$0.marks.isRead }.allSatisfy { $0.marks.isRead })
      #expect(unread.contains { $0.marks.isRead } && !unread[0].marks.isRead)
    }
  }

  @Test("escalate by events that neither calm nor were denied, of whatever coding is the latest")
  func escalating() throws {
    let sample = Sample("a").mentioning(.vell)
      .event(from: .vell, to: nil, indicator: "TH1")
      .event(from: .vell, to: nil, indicator: "TH1", status: .denied)
      .event(from: .vell, to: nil, indicator: "DE2").event(from: .vell, to: nil)
    let writer = try ArchiveWriter.holding(sample)
    let rows = try writer.reader.articles(.everything, limit: 1)
    let row = try #require(rows.first)
    #expect(row.escalating == 1 && row.events == 4)
    #expect(row.indicators.sorted() == ["DE2", "TH1"])
    var other = sample
    other.coded.events.removeAll()
    _ = try writer.insert([other.item], coderVersion: "another")
    let again = try writer.reader.line(ofArticle: row.key)
    #expect(again?.escalating == 0)
  }
}
