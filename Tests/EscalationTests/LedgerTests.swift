import EventData
import Testing

@testable import Escalation

@Suite("The ledger")
struct LedgerTests {
  @Test("makes one event of reports that name the same within two days")
  func links() throws {
    #expect(try Ledger(.entry(1), .entry(2, on: 2)).events.map(\.reports) == [2])
    #expect(try Ledger(.entry(1), .entry(2, on: 3)).events.map(\.reports) == [1, 1])
  }

  @Test(
    "keeps events apart that differ in what, who, whom or where",
    arguments: [
      LedgerEntry.entry(2, "MP1"), .entry(2, from: "Tasmark"), .entry(2, from: nil),
      .entry(2, to: "Norrland"), .entry(2, to: nil), .entry(2, region: "orlen"),
    ])
  func differs(_ other: LedgerEntry) throws {
    #expect(try Ledger(.entry(1), other).events.count == 2)
  }

  @Test("does not make one endless event of what happens every day")
  func noChain() throws {
    let daily = (0..<30).map { LedgerEntry.entry(Int64($0), on: $0) }
    let ledger = try Ledger(daily, catalogue: catalogue())
    #expect(ledger.events.map(\.day) == stride(from: 0, to: 30, by: 3).map { Day.sample($0) })
  }

  @Test("counts an origin once, however many outlets quote it, and a sentence once")
  func origins() throws {
    let copies = [
      LedgerEntry.entry(1, by: "Strait Watch"), .entry(2, by: "Strait Watch"),
      .entry(3, sentence: "Shells fell."), .entry(4, sentence: "“Shells fell”"),
    ]
    let event = try #require(try Ledger(copies, catalogue: catalogue()).events.first)
    #expect(event.reports == 2)
    // A third party at 0.65 and an outlet at 0.85.
    #expect(abs(event.credibility - (1 - 0.35 * 0.15)) < 1e-9)
  }

  @Test("ties together by an origin what differs in words")
  func transitive() throws {
    let tied = [
      LedgerEntry.entry(1, by: "A", sentence: "One."), .entry(2, by: "B", sentence: "Two."),
      .entry(3, by: "B", sentence: "One."),
    ]
    #expect(try Ledger(tied, catalogue: catalogue()).events.map(\.reports) == [1])
  }

  @Test("counts a copy printed days later on the day of the first")
  func lateCopy() throws {
    let first = LedgerEntry.entry(1, sentence: "Shells fell.")
    let events = try Ledger(first, .entry(2, on: 6, sentence: "Shells fell.")).events
    #expect(events.map(\.day) == [.sample(0)])
    // What the text itself dates is another day of shelling.
    let dated = LedgerEntry.entry(
      3, on: 6, date: EventDate(first: .sample(6)), sentence: "Shells fell.")
    #expect(try Ledger(first, dated).events.map(\.day) == [.sample(0), .sample(6)])
    #expect(try Ledger(first, .entry(4, on: 9, sentence: "Shells fell.")).events.count == 2)
  }

  @Test(
    "dates an event by the text, else by the article",
    arguments: [
      (nil, 5), ("2031-03-02", 1), ("2031-03", 5), ("2031-02", -1), ("2031-04", 31), ("2031", 5),
      ("2014", nil),
    ] as [(String?, Int?)])
  func days(_ text: String?, _ expected: Int?) throws {
    let date = text.map { text in
      switch text.count {
      case 4: EventDate(first: Day(iso: text + "-01-01")!, precision: .year)
      case 7: EventDate(first: Day(iso: text + "-01")!, precision: .month)
      default: EventDate(first: Day(iso: text)!)
      }
    }
    let day = LedgerEntry.entry(1, on: 5, date: date).day
    #expect(day == (expected.map { .sample($0) } ?? Day(iso: "2014-12-31")))
  }

  @Test(
    "lists what has no effect, with the reason",
    arguments: [
      (LedgerEntry.entry(1, nil), Ledger.Exclusion.noIndicator),
      (.entry(1, "XX1"), .unknownIndicator), (.entry(1, is: .negated), .notAsserted),
      (.entry(1, is: .denied), .notAsserted), (.entry(1, is: .background), .background),
      (.entry(1, on: nil), .undated), (.entry(1, "TH1", is: .denied), .notAsserted),
    ])
  func excluded(_ entry: LedgerEntry, _ reason: Ledger.Exclusion) throws {
    let ledger = try Ledger(entry)
    #expect(ledger.events.isEmpty)
    #expect(ledger.excluded == [Ledger.Excluded(entry: entry, reason: reason)])
  }

  @Test(
    "believes the nearest most",
    arguments: [
      (LedgerEntry.entry(1, by: "Norrland"), 0.95), (.entry(1, by: "norrland"), 0.95),
      (.entry(1, by: "Tasmark"), 0.50), (.entry(1, by: "Orlen"), 0.65), (.entry(1), 0.85),
      (.entry(1, by: "Post", outlet: "Post"), 0.85),
    ])
  func credibility(_ entry: LedgerEntry, _ expected: Double) throws {
    let event = try #require(try Ledger(entry).events.first)
    #expect(abs(event.credibility - expected) < 1e-12)
  }

  @Test("is never quite certain")
  func neverCertain() throws {
    let many = (0..<9).map { LedgerEntry.entry($0) }
    #expect(try Ledger(many, catalogue: catalogue()).events.map(\.credibility) == [0.99])
  }

  @Test(
    "weighs a deed by how real it is, a word by that it was said",
    arguments: [
      (Event.Status.occurred, 1.0), (.decided, 0.8), (.pledged, 0.55), (.threatened, 0.5),
      (.demanded, 0.35), (.forecast, 0.25),
    ])
  func reality(_ status: Event.Status, _ expected: Double) throws {
    #expect(try Ledger(.entry(1, is: status)).events.map(\.reality) == [expected])
    #expect(try Ledger(.entry(1, "TH1", is: status)).events.map(\.reality) == [1])
  }

  @Test("does not make an occurrence of many forecasts")
  func forecasts() throws {
    var entries = (0..<4).map { LedgerEntry.entry($0, is: .forecast) }
    let forecast = try #require(Ledger(entries, catalogue: catalogue()).events.first)
    #expect(forecast.points < 0.25 * 8)
    entries.append(.entry(9, on: 2, by: "Tasmark"))
    let event = try #require(try Ledger(entries, catalogue: catalogue()).events.first)
    #expect(event.reality == 1)
    #expect(event.credibility == 0.5)
    #expect(event.day == .sample(2))
  }
}
