import EventData
import Testing

@testable import Escalation

@Suite("The ledger")
struct EventLinkingTests {
  @Test("makes one event of reports that name the same within two days")
  func links() throws {
    #expect(try SampleLedger(.report(1), .report(2, on: 2)).phases.map(\.origins) == [2])
    #expect(try SampleLedger(.report(1), .report(2, on: 3)).phases.map(\.origins) == [1, 1])
  }

  @Test(
    "keeps events apart that differ in what, who, whom or where",
    arguments: [
      CodedReport.report(2, "MP1"), .report(2, from: "Tasmark"), .report(2, from: nil),
      .report(2, to: "Norrland"), .report(2, to: nil), .report(2, place: "OR"),
    ])
  func differs(_ other: CodedReport) throws {
    #expect(try SampleLedger(.report(1), other).phases.count == 2)
  }

  @Test("makes one condition of reports that describe in other words who has no code")
  func describes() throws {
    func events(_ indicator: String) throws -> Int {
      try SampleLedger(
        .report(1, indicator, to: "the valley"), .report(2, indicator, to: "the two regions")
      ).phases.count
    }
    #expect(try events("MP1") == 1)
    #expect(try events("FU1") == 2)
  }

  @Test("does not make one endless event of what happens every day")
  func noChain() throws {
    let daily = (0..<30).map { CodedReport.report(Int64($0), on: $0) }
    let days = SampleLedger(daily, try catalogue()).phases.map(\.day)
    #expect(days == stride(from: 0, to: 30, by: 3).map { Day.sample($0) })
  }

  @Test("keeps a condition alive without adding to it, and counts its growth")
  func conditions() throws {
    let same = try SampleLedger(.report(1, "MP1"), .report(2, "MP1", on: 40, outlet: "Outlet 1"))
    #expect(same.phases.map(\.day) == [.sample(40)])
    #expect(same.events.flatMap(\.phases).map(\.since) == [.sample(0), .sample(40)])
    let forecast = try SampleLedger(.report(1, "MP1"), .report(2, "MP1", on: 40, is: .forecast))
    #expect(forecast.phases.map(\.day) == [.sample(0)])
    let grown = try SampleLedger(
      .report(1, "MP1", troops: 1000), .report(2, "MP1", on: 9, troops: 1050),
      .report(3, "MP1", on: 20, troops: 1200))
    #expect(grown.events.count == 2)
    #expect(grown.phases.map(\.day) == [.sample(20), .sample(20)])
  }

  @Test("weighs a large event more than a small one, within bounds")
  func size() throws {
    func factor(_ troops: Double) throws -> Double? {
      try SampleLedger(.report(1, "MP1", troops: troops)).phases.first?.factor
    }
    #expect(try factor(1000) == 1)
    #expect(try factor(10_000) == 1.25)
    #expect(try factor(1e9) == 1.5)
    #expect(try factor(1) == 1)
  }

  @Test("counts an origin once, however many outlets quote it, and a text or sentence once")
  func origins() throws {
    let ledger = try SampleLedger(
      .report(1, by: "Strait Watch"), .report(2, by: "Strait Watch"), .report(3, words: 33),
      .report(4, words: 33), .report(5, text: 3), .report(6, outlet: "Outlet 3"))
    #expect(ledger.phases.map(\.origins) == [2])
    // Nobody known at 0.50 and an outlet at 0.85.
    #expect(abs(ledger.phases[0].credibility - (1 - 0.5 * 0.15)) < 1e-6)
  }

  @Test("counts a copy printed days later on the day of the first")
  func lateCopy() throws {
    let first = CodedReport.report(1, words: 7)
    #expect(try SampleLedger(first, .report(2, on: 6, words: 7)).phases.map(\.day) == [.sample(0)])
    #expect(
      try SampleLedger(.report(1, text: 7), .report(2, on: 6, text: 7)).phases.count == 1)
    // What the text itself dates is another day of shelling.
    let dated = CodedReport.report(3, on: 6, date: EventDate(first: .sample(6)), words: 7)
    #expect(try SampleLedger(first, dated).phases.map(\.day) == [.sample(0), .sample(6)])
    #expect(try SampleLedger(first, .report(4, on: 9, words: 7)).phases.count == 2)
  }

  @Test("lets a denial weaken a claim of few, and never a witness")
  func denials() throws {
    let claim = CodedReport.report(1, by: "Tasmark")
    let denial = CodedReport.report(2, is: .denied, by: "Norrland")
    #expect(try SampleLedger(claim, denial).phases.map(\.credibility) == [0.375])
    #expect(try SampleLedger(.report(1), denial).phases.map(\.credibility) == [0.85])
    #expect(try SampleLedger(denial).phases.isEmpty)
  }

  @Test(
    "knows in which role somebody speaks",
    arguments: [
      (nil, "FU1", OriginRole.outlet), ("Outlet 1", "FU1", .outlet), ("Norrland", "FU1", .actor),
      ("Tasmark", "FU1", .party), ("Tasmark", "DE1", .actor), ("Norrland", "DE4", .inFavour),
      ("a senior diplomat", "FU1", .anonymous), ("Western officials", "FU1", .anonymous),
    ] as [(String?, String, OriginRole)])
  func roles(_ origin: String?, _ indicator: String, _ role: OriginRole) throws {
    let entry = try LedgerEntry(.report(1, indicator, by: origin), catalogue())
    #expect(entry.origin.role == role)
  }

  @Test(
    "knows a bystander by its code",
    arguments: [
      ("IGOUNO", PoliticalActor.Kind.organisation, OriginRole.monitor),
      ("NGOXYZ", .group, .monitor),
      ("IGOMILNAT", .organisation, .thirdGovernment), ("NVNGOV", .person, .thirdGovernment),
      ("NVNMED", .organisation, .outlet), ("---", .person, .analyst), ("GOV", .group, .anonymous),
    ])
  func bystanders(_ code: String, _ kind: PoliticalActor.Kind, _ role: OriginRole) throws {
    var report = CodedReport.report(1, by: "Ada Lind")
    report.originCode = code
    report.originKind = kind
    #expect(try LedgerEntry(report, catalogue()).origin.role == role)
  }

  @Test("takes a state, its president and its army for one party, and its rebels for another")
  func parties() {
    #expect(Party.key(code: "NVNGOV", else: "Ilse Marden") == "NVN")
    #expect(Party.key(code: "NVN", else: "Norvane") == "NVN")
    #expect(Party.key(code: "NVNREBFCF", else: "Front") == "NVNREB")
    #expect(Party.key(code: "IGOMILNATGOV", else: "ministers") == "IGOMILNAT")
    #expect(Party.key(code: "GOV", else: "a minister") == "a minister")
    #expect(Party.key(code: "---", else: "Ada") == "Ada")
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
    let day = CodedReport.report(1, on: 5, date: date).day
    #expect(day == (expected.map { .sample($0) } ?? Day(iso: "2014-12-31")))
  }

  @Test(
    "says why something has no effect",
    arguments: [
      (CodedReport.report(1, "XX1"), LedgerEntry.Exclusion.unknownIndicator),
      (.report(1, is: .negated), .notAsserted), (.report(1, is: .background), .background),
      (.report(1, on: nil), .undated),
      (.report(1, on: 90, date: EventDate(first: .sample(0))), .background),
      (.report(1, "TH1", to: "Norrland"), .ownParty),
    ])
  func excluded(_ report: CodedReport, _ reason: LedgerEntry.Exclusion) throws {
    #expect(try SampleLedger(report).excluded == [reason])
  }

  @Test("takes what is said or foreseen for said now, however old what it is about")
  func utterances() throws {
    let old = EventDate(first: .sample(0))
    for report in [
      CodedReport.report(1, "TH1", on: 90, date: old), .report(1, on: 90, is: .forecast, date: old),
    ] {
      #expect(try SampleLedger(report).phases.map(\.day) == [.sample(90)])
    }
  }

  @Test("takes a meeting for one, whoever is named first")
  func meetings() throws {
    let met = CodedReport.report(1, "DE1", category: .consult)
    let reversed = CodedReport.report(
      2, "DE1", from: "Tasmark", to: "Norrland", category: .consult)
    #expect(try SampleLedger(met, reversed).phases.count == 1)
  }

  @Test("takes what several do by one predicate for one event")
  func pairs() throws {
    let catalogue = try catalogue()
    func entries(_ articles: Int64...) throws -> [LedgerEntry] {
      LedgerEntry.joiningPairs(
        try zip(articles, [("Norrland", "Tasmark"), ("Ostmark", "Tasmark")]).map { article, pair in
          var report = CodedReport.report(article, from: pair.0, to: pair.1)
          report.article = article
          return (report, try LedgerEntry(report, catalogue))
        }, within: 2)
    }
    #expect(try Set(entries(1, 1).map(\.link)).count == 1)
    #expect(try Set(entries(1, 2).map(\.link)).count == 2)
  }

  @Test("takes a headline and the sentence below it for one event, and two articles for two")
  func headline() throws {
    let catalogue = try catalogue()
    func links(_ reports: CodedReport...) throws -> Int {
      let found = try reports.map { ($0, try LedgerEntry($0, catalogue)) }
      return Set(LedgerEntry.joiningPairs(found, within: 2).map(\.link)).count
    }
    func told(_ row: Int64, _ from: String?, _ to: String?, on day: Int = 0) -> CodedReport {
      var report = CodedReport.report(row, on: day, from: from, to: to)
      report.article = 1
      report.event.sentence = Span(Int(row), Int(row) + 1)
      return report
    }
    #expect(try links(told(1, nil, "Tasmark"), told(2, "Norrland", "Tasmark")) == 1)
    #expect(try links(told(1, "Norrland", nil), told(2, "Norrland", "Tasmark")) == 1)
    #expect(try links(told(1, "Ostmark", nil), told(2, "Norrland", "Tasmark")) == 2)
    #expect(try links(told(1, nil, "Tasmark"), told(2, "Norrland", "Tasmark", on: 9)) == 2)
    // What fits both of two deeds does not make them one.
    #expect(
      try links(
        told(1, "Norrland", nil), told(2, "Norrland", "Tasmark"), told(3, "Norrland", "Ostmark"))
        == 2)
    #expect(try links(.report(1, to: nil), .report(2)) == 2)
  }

  @Test("leaves two texts two voices, whoever reprints them")
  func aggregator() throws {
    let texts = [CodedReport.report(1, text: 1), .report(2, text: 2)]
    let alone = try SampleLedger(texts[0], texts[1]).phases
    #expect(alone.map(\.origins) == [2])
    for name in ["Aggregator", "Zeitung"] {
      let copies = [
        CodedReport.report(3, outlet: name, words: 1, text: 1),
        .report(4, outlet: name, words: 2, text: 2),
      ]
      let found = SampleLedger(texts + copies, try catalogue()).phases
      #expect(found.map(\.origins) == [2])
      #expect(found.map(\.microPoints) == alone.map(\.microPoints))
    }
  }

  @Test("takes a threat that was uttered for uttered")
  func words() throws {
    #expect(
      try SampleLedger(.report(1, "TH1", is: .threatened)).phases.map(\.status) == [.occurred])
    #expect(try SampleLedger(.report(1, "DE1", is: .pledged)).phases.map(\.status) == [.pledged])
  }
}
