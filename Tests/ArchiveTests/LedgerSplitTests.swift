import Escalation
import EventData
import GRDB
import Testing

@testable import Archive

/// The ledger is brought up to date by what has changed: so it must be as if made at once.
@Suite("A ledger that is kept up to date")
struct LedgerSplitTests {
  let catalogue: IndicatorCatalogue

  init() throws {
    catalogue = try LedgerTests().catalogue
  }

  /// Everything that the ledger says, in one order, to the last digit.
  private func ledger(_ writer: ArchiveWriter) throws -> [String] {
    try writer.write { db in
      try [
        "SELECT * FROM escalation_day ORDER BY day",
        "SELECT * FROM escalation_bar ORDER BY day, family",
        "SELECT * FROM ledger_phase ORDER BY event, since",
        "SELECT * FROM ledger_posting ORDER BY change, indicator, day",
        "SELECT * FROM ledger_gain ORDER BY part, day",
        "SELECT id, link, indicator, reports, denials, parts FROM ledger_event ORDER BY id",
        "SELECT * FROM alert ORDER BY id", "SELECT * FROM alert_day ORDER BY alert, day",
        "SELECT day, count(*) FROM ledger_text GROUP BY day",
      ].flatMap { sql in try Row.fetchAll(db, sql: sql).map { "\(sql.prefix(30)): \($0)" } }
    }
  }

  /// - Parameter reader: reads the articles before they are written.
  private func ledger(
    of batches: [[Sample]], readBy reader: IndicatorCatalogue? = nil
  ) throws -> [String] {
    let writer = try ArchiveWriter()
    for batch in batches {
      _ = try writer.insert(
        prepared: PreparedImport.prepare(batch.map(\.item), for: reader), coderVersion: "1")
      try writer.updateLedger(catalogue)
    }
    return try ledger(writer)
  }

  private func difference(_ found: [String], _ expected: [String]) -> String {
    let (found, expected) = (Set(found), Set(expected))
    let lines =
      expected.subtracting(found).map { "- \($0)" }
      + found.subtracting(expected).map { "+ \($0)" }
    return lines.sorted { $0.dropFirst() < $1.dropFirst() }.prefix(12).joined(separator: "\n")
  }

  @Test("is the same in one go, one by one, and in any parts", arguments: 1...3)
  func splits(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let news = Self.news(30, &random)
    let expected = try ledger(of: [news])
    #expect(expected.contains { $0.contains("rule:\"tripwire\"") })
    let single = try ledger(of: news.shuffled(using: &random).map { [$0] })
    #expect(single == expected, "\(difference(single, expected))")
    var rest = news.shuffled(using: &random)
    var batches: [[Sample]] = []
    while !rest.isEmpty {
      let size = Int.random(in: 1...20, using: &random)
      batches.append(Array(rest.prefix(size)))
      rest.removeFirst(min(size, rest.count))
    }
    let parted = try ledger(of: batches)
    #expect(parted == expected, "\(difference(parted, expected))")
  }

  @Test("is the same whether articles are read before they are written or after", arguments: 7...9)
  func readBefore(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var news = Self.news(30, &random)
    for place in [3, 11] { news[place].coded.article.outlet = nil }
    let expected = try ledger(of: [news])
    let inOne = try ledger(of: [news], readBy: catalogue)
    #expect(inOne == expected, "\(difference(inOne, expected))")
    let parted = try ledger(
      of: [Array(news[20...]), Array(news[..<7]), Array(news[7..<20])], readBy: catalogue)
    #expect(parted == expected, "\(difference(parted, expected))")
    let drafts = Self.news(30, word: "Draft", &random)
    let replaced = try ledger(of: [drafts, news], readBy: catalogue)
    #expect(replaced == expected, "\(difference(replaced, expected))")
  }

  @Test("is that of its catalogue, by whichever articles were read before they were written")
  func otherCatalogue() throws {
    var random = SplitMix(state: 10)
    let news = Self.news(20, &random)
    let other = try LedgerTests.catalogue(
      CatalogueFile(path: "own.tsv", text: "key\tvalue\treason\nhistory.days\t3\tmine"))
    let expected = try ledger(of: [news])
    let found = try ledger(of: [Array(news[..<10]), Array(news[10...])], readBy: other)
    #expect(found == expected, "\(difference(found, expected))")
  }

  @Test("heeds what a person set right before the article came")
  func correctedBefore() throws {
    func days(readBy reader: IndicatorCatalogue?) throws -> [Day] {
      let writer = try ArchiveWriter()
      try writer.write { db in
        try db.execute(
          sql: """
            INSERT INTO correction (article, words, indicator, place, field, value, reason, author,
              made, is_undone)
            VALUES ('a', 0, '', 0, 'published', '2031-02-20', 'misdated', 'desk', 1, 0)
            """)
      }
      _ = try writer.insert(
        prepared: PreparedImport.prepare([LedgerTests.story[0].item], for: reader),
        coderVersion: "1")
      try writer.updateLedger(catalogue)
      return try writer.write { db in
        try Int.fetchAll(db, sql: "SELECT day FROM ledger_entry").map(Day.init(number:))
      }
    }
    #expect(try days(readBy: catalogue) == [Day(iso: "2031-02-20")!])
    #expect(try days(readBy: nil) == [Day(iso: "2031-02-20")!])
  }

  @Test("is the same after articles have been replaced by others", arguments: [5, 6])
  func replacements(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let drafts = Self.news(24, word: "Draft", &random)
    let news = Self.news(24, &random)
    let expected = try ledger(of: [news])
    var batches = [drafts]
    for start in stride(from: 0, to: 24, by: 8) { batches.append(Array(news[start..<start + 8])) }
    let found = try ledger(of: batches)
    #expect(found == expected, "\(difference(found, expected))")
  }

  // MARK: News

  /// Of some months, with copies, denials, figures, talks to come, days before and after their
  /// own, and some without a date.
  private static func news(
    _ count: Int, word: String = "Report", _ random: inout SplitMix
  ) -> [Sample] {
    let indicators = ["FU1", "FU4", "MP1", "TH1", "DE1", "DE2", "LR3", "ME1", "DX1"]
    let actors: [PoliticalActor] = [.norrland, .tasmark, .watch]
    let start = Day(iso: "2031-03-01")!
    return (0..<count).map { number in
      let isCopy = number > 0 && Int.random(in: 0..<6, using: &random) == 0
      let words = isCopy ? number - 1 : number
      let day = start.advanced(by: Int.random(in: 0..<60, using: &random))
      let isUndated = Int.random(in: 0..<15, using: &random) == 0
      var sample = Sample(
        "\(number)", on: isUndated ? nil : day.iso, outlet: "Paper \(number % 4)", title: nil,
        "\(word) \(words) was told in ward \(words) at hour \(words) by clerk \(words) near pier "
          + "\(words). They met.")
      for _ in 0...Int.random(in: 0...2, using: &random) {
        var date: EventDate?
        if Bool.random(using: &random) {
          date = EventDate(first: day.advanced(by: Int.random(in: -20...9, using: &random)))
        }
        sample = sample.event(
          from: actors.randomElement(using: &random), to: actors.randomElement(using: &random),
          indicator: indicators.randomElement(using: &random)!,
          status: [.occurred, .occurred, .pledged, .denied, .forecast].randomElement(
            using: &random)!,
          date: date)
        sample.coded.events[sample.coded.events.count - 1].origin =
          ["Norrland", "Tasmark", "Paper \(number % 4)"].randomElement(using: &random)
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        sample.coded.figures.append(
          Figure(
            sentence: sample.sentence,
            quantity: Double(Int.random(in: 10...90, using: &random) * 1000), unit: "troops",
            isStock: true, spans: [sample.span(word)]))
      }
      return sample
    }
  }
}
