import Escalation
import EventData
import Foundation
import Testing

@testable import Archive

/// What stays the same when only the way changes in which news reach the archive.
@Suite("The ledger of an archive")
struct LedgerTests {
  let catalogue: IndicatorCatalogue

  init() throws {
    catalogue = try Self.catalogue()
  }

  /// The shipped one, and what a person changes of its constants.
  static func catalogue(_ own: CatalogueFile...) throws -> IndicatorCatalogue {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func file(_ path: String) throws -> CatalogueFile {
      CatalogueFile(
        path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }
    return try IndicatorCatalogue(
      [file("Resources/indicators.tsv")], method: [file("Resources/escalation.tsv")] + own)
  }

  /// Five days of a quarrel, each in words of its own.
  static let story = [
    news(
      "a", 1, "FU1", "Shells fell on the harbour of Orlen before dawn, and nobody was hurt there."),
    news(
      "b", 2, "MP1", "Norrland sent four more battalions to the line on Tuesday with their guns."),
    news("c", 3, "DE1", "Envoys of both sides agreed to meet in a week in a town of the south."),
    news("d", 9, "FU4", "Two fishermen died when a mine went off beside their boat near the pier."),
    news(
      "e", 10, "ME1", "Reservists of three provinces were told to report within two days for duty."),
  ]

  static func news(
    _ id: String, _ day: Int, _ indicator: String, outlet: String = "Harbour Post",
    _ text: String
  ) -> Sample {
    let iso = "2031-03-\(day < 10 ? "0" : "")\(day)"
    var sample = Sample(id, on: iso, outlet: outlet, title: nil, text + " They met.")
    sample = sample.event(from: .norrland, to: .tasmark, indicator: indicator)
    sample.coded.events[0].origin = outlet
    return sample
  }

  private func days(_ samples: [Sample]...) throws -> [EscalationDay] {
    let writer = try ArchiveWriter()
    for batch in samples {
      try writer.insert(batch)
      try writer.updateLedger(catalogue)
    }
    return try days(writer)
  }

  private func days(_ writer: ArchiveWriter) throws -> [EscalationDay] {
    try writer.reader.escalation(from: Day(iso: "2031-03-01")!, through: Day(iso: "2031-04-30")!)
  }

  @Test("does not depend on the order of imports, nor on their number")
  func order() throws {
    let expected = try days(Self.story)
    #expect(expected.last!.index.value > 5)
    #expect(try days(Self.story.reversed()) == expected)
    #expect(
      try days([Self.story[3]], [Self.story[0], Self.story[4]], [Self.story[2], Self.story[1]])
        == expected)
    #expect(try days(Self.story, Self.story) == expected)
  }

  @Test("does not change with copies under other names")
  func copies() throws {
    let expected = try days(Self.story)
    let copies = (0..<20).map { copy in
      Self.news(
        "copy \(copy)", 1, "FU1", outlet: "Paper \(copy)",
        "Shells fell on the harbour of Orlen before dawn, and nobody was hurt there. (Wire)")
    }
    for samples in [Self.story + copies, copies + Self.story] {
      let found = try days(samples)
      #expect(found.map(\.index) == expected.map(\.index))
      #expect(found.map(\.state) == expected.map(\.state))
      #expect(found.map(\.coverage) == expected.map(\.coverage))
    }
  }

  @Test("does not change when one voice says the same in other words, and does when another does")
  func voices() throws {
    func told(_ id: String, _ text: String, by origin: PoliticalActor) -> Sample {
      var sample = Self.news(id, 2, "FU4", outlet: "Paper \(id)", text).mentioning()
      sample.coded.actors.append(ActorMentions(actor: origin, mentions: []))
      sample.coded.events[0].origin = origin.name
      return sample
    }
    let first = told(
      "x", "The watch counted nine dead in the night on the eastern shore.", by: .watch)
    let again = told(
      "y", "On the coast in the east nine had died, according to the observers.", by: .watch)
    let other = told(
      "z", "Nine of its people were killed by shells at night, the capital said.", by: .tasmark)
    let expected = try days(Self.story + [first]).map(\.index)
    #expect(try days(Self.story + [first, again]).map(\.index) == expected)
    #expect(try days(Self.story + [first, other]).last!.index.value > expected.last!.value)
  }

  @Test("moves with an article's date exactly what the article tells")
  func redating() throws {
    var later = Self.story
    later[2] = Self.news(
      "c", 10, "DE1", "Envoys of both sides agreed to meet in a week in a town of the south.")
    let before = try days(Self.story).last!.index
    let writer = try ArchiveWriter.holding(Self.story)
    try writer.updateLedger(catalogue)
    try writer.insert(later)
    try writer.updateLedger(catalogue)
    let after = try days(writer).last!.index
    #expect(after.bars == before.bars)
    #expect(after.calm > before.calm)
    #expect(try days(writer) == days(later))
  }

  @Test("knows one text by most of its words")
  func marks() {
    let words = (0..<200).map { "word\($0)" }
    let text = CopyMarks(words.joined(separator: " ").utf8)
    let edited = CopyMarks((["A", "headline"] + words.dropLast(20)).joined(separator: "\n").utf8)
    let inside = CopyMarks(words[40..<80].joined(separator: " ").utf8)
    let other = CopyMarks(words.reversed().joined(separator: " ").utf8)
    #expect(text.isCopy(of: edited))
    #expect(!Set(text.marks).isDisjoint(with: edited.marks))
    #expect(inside.isCopy(of: text))
    #expect(!text.isCopy(of: other))
    #expect(TextWords("Don’t — “move”.".utf8).digest == TextWords("DONT move".utf8).digest)
  }

  // MARK: Corrections

  private func corrected(
    _ field: Correction.Field, to value: String?, of event: String = "a:1"
  ) throws -> (writer: ArchiveWriter, id: Int64) {
    let writer = try ArchiveWriter.holding(Self.story)
    try writer.updateLedger(catalogue)
    let id = try writer.correct(
      EventReference(event)!, field, to: value, reason: "seen", author: "Ada", at: 0)
    try writer.updateLedger(catalogue)
    return (writer, try #require(id))
  }

  @Test(
    "follows a correction, and goes back to the last bit when it is undone",
    arguments: [
      (Correction.Field.date, "2031-03-09"), (.status, "forecast"), (.source, "Tasmark"),
      (.origin, "Norrland"), (.dismissed, nil), (.status, "background"),
    ] as [(Correction.Field, String?)])
  func corrections(_ field: Correction.Field, _ value: String?) throws {
    let before = try days(Self.story)
    let (writer, id) = try corrected(field, to: value)
    let after = try days(writer)
    #expect(after != before || field == .source)
    #expect(after.last!.index.calm == before.last!.index.calm)
    // Neither a further import nor another coder takes it away.
    try writer.insert(Self.story)
    _ = try writer.insert(Self.story.map(\.item), coderVersion: "2")
    try writer.updateLedger(catalogue)
    #expect(try days(writer) == after)
    #expect(try writer.undo(correction: id))
    #expect(try !writer.undo(correction: id))
    try writer.updateLedger(catalogue)
    #expect(try days(writer) == before)
    #expect(try writer.reader.corrections().map(\.correction.isUndone) == [true])
  }

  @Test("moves all events of an article whose date was wrong")
  func articleDate() throws {
    let (writer, _) = try corrected(.published, to: "2031-03-10", of: "c")
    var later = Self.story
    later[2] = Self.news(
      "c", 10, "DE1", "Envoys of both sides agreed to meet in a week in a town of the south.")
    #expect(try days(writer).last!.index == days(later).last!.index)
  }

  @Test("takes two reports for one event, or apart, when a person says so")
  func links() throws {
    let (writer, _) = try corrected(.link, to: "d:1", of: "e:1")
    let rows = try writer.reader.ledgerPhases(on: Day(iso: "2031-03-10")!, catalogue)
    #expect(rows.count == 4)
    let (apart, _) = try corrected(.link, to: nil, of: "e:1")
    #expect(try apart.reader.ledgerPhases(on: Day(iso: "2031-03-10")!, catalogue).count == 5)
  }

  @Test("knows no correction of what is not there")
  func unknown() throws {
    let writer = try ArchiveWriter.holding(Self.story)
    for event in ["a:2", "zz:1", "zz"] {
      #expect(
        try writer.correct(
          EventReference(event)!, .status, to: "denied", reason: "r", author: "a", at: 0) == nil)
    }
  }

  @Test("shows the level that a person has set as long as it holds")
  func analyst() throws {
    let writer = try ArchiveWriter()
    let level = AnalystLevel(
      level: .high, since: Day(iso: "2031-03-02")!, until: Day(iso: "2031-03-04")!,
      reason: "seen", author: "Ada")
    try writer.set(level, at: 0)
    #expect(try writer.reader.analystLevel(on: Day(iso: "2031-03-04")!) == level)
    #expect(try writer.reader.analystLevel(on: Day(iso: "2031-03-05")!) == nil)
    try writer.clearAnalystLevels()
    #expect(try writer.reader.analystLevel(on: Day(iso: "2031-03-04")!) == nil)
  }

  // MARK: What was seen

  @Test("tells each reader what is new since his own mark; a copy is only retold")
  func seen() throws {
    let writer = try ArchiveWriter.holding(Array(Self.story.prefix(3)))
    try writer.updateLedger(catalogue)
    func kinds(_ reader: String) throws -> [EventChange.Kind] {
      let day = try #require(try writer.reader.lastEscalationDay())
      return try writer.reader.changes(for: reader, on: day, catalogue).changes.map(\.kind)
    }
    #expect(try kinds("Ada") == [.new, .new, .new])
    try writer.markSeen(by: "Ada", on: Day(iso: "2031-03-03")!)
    #expect(try kinds("Ada").isEmpty)
    try writer.insert([
      Self.story[4],
      Self.news(
        "copy", 2, "FU1", outlet: "Paper",
        "Shells fell on the harbour of Orlen before dawn, and nobody was hurt there."),
    ])
    try writer.updateLedger(catalogue)
    #expect(try kinds("Ada") == [.new, .retold])
    #expect(try kinds("Bea").filter { $0 == .new }.count == 4)
  }

  @Test("knows what has changed since a mark when another catalogue makes it anew")
  func seenByAnotherCatalogue() throws {
    let writer = try ArchiveWriter.holding(Self.story)
    try writer.updateLedger(catalogue)
    let day = try #require(try writer.reader.lastEscalationDay())
    try writer.markSeen(by: "Ada", on: day)
    let own = CatalogueFile(path: "own", text: "key\tvalue\treason\ncredibility.outlet\t0.5\tmine")
    let other = try Self.catalogue(own)
    try writer.updateLedger(other)
    let found = try writer.reader.changes(for: "Ada", on: day, other)
    #expect(found.since == day)
    #expect(found.changes.map(\.kind) == Array(repeating: .weakened, count: 5))
    #expect(try writer.reader.changes(for: "Ada", on: day, other, limit: 2).changes.count == 2)
  }

  @Test("calls a party as the tables do when no article gives its name")
  func names() throws {
    let writer = try ArchiveWriter.holding(Self.story)
    try writer.keep(["ZED": "Zedland", "ZD": "Zedland", "NOR": "the North"])
    let names = try writer.reader.partyNames()
    #expect(names.name("ZED") == "Zedland")
    #expect(names.name("ZD") == "Zedland")
    #expect(names.name("ZEDREB") == "rebels in Zedland")
  }

  // MARK: Alerts

  private func alerts(_ samples: [Sample]) throws -> (writer: ArchiveWriter, rows: [AlertRow]) {
    let writer = try ArchiveWriter.holding(samples)
    try writer.updateLedger(catalogue)
    return (writer, try writer.reader.alerts(through: Day(iso: "2031-12-31")!, limit: 99))
  }

  @Test("asks about an article that tells what lies after its date, until a person has set it")
  func dateConflict() throws {
    var early = Self.story[3]
    early.coded.events[0].date = EventDate(first: Day(iso: "2031-03-16")!)
    let (writer, rows) = try alerts([Self.story[0], early])
    let found = rows.filter { $0.alert.rule == .date }
    #expect(found.map(\.alert.scope) == ["d"])
    #expect(found.map(\.alert.value) == [7])
    let event = try #require(EventReference("d"))
    _ = try writer.correct(
      event, .published, to: "2031-03-16", reason: "seen", author: "Ada", at: 0)
    try writer.updateLedger(catalogue)
    let left = try writer.reader.alerts(through: Day(iso: "2031-12-31")!, limit: 99)
    #expect(!left.contains { $0.alert.rule == .date })
  }

  @Test("asks about talks that were set for a day and not held")
  func missedTalks() throws {
    var talks = Self.story[2]
    talks.coded.events[0].date = EventDate(first: Day(iso: "2031-03-06")!)
    let set = [Self.story[0], talks, Self.story[4]]
    #expect(try alerts(set).rows.contains { $0.alert.rule == .expected })
    let held = Self.news("h", 7, "DE2", "The envoys met for two hours in the town hall.")
    #expect(try !alerts(set + [held]).rows.contains { $0.alert.rule == .expected })
  }

  @Test("folds alerts of one rule, matter and day into one line, which is seen as a whole")
  func folding() throws {
    func told(_ id: String, _ text: String, _ target: PoliticalActor, denied: Bool) -> Sample {
      var sample = Self.news(id, 2, "FU4", outlet: "Paper \(id)", text)
      sample.coded.events[0].target = ActorReference(target)
      if denied { sample.coded.events[0].status = .denied }
      return sample
    }
    let samples = [
      told("1", "Six men fell at the northern gate of the old city.", .tasmark, denied: false),
      told("2", "Nobody fell at any gate, it was said on the radio.", .tasmark, denied: true),
      told("3", "Two sailors of the watch were killed by a stray shell.", .watch, denied: false),
      told("4", "No sailor of that watch was hurt, a clerk insisted.", .watch, denied: true),
    ]
    let (writer, rows) = try alerts(samples)
    let found = try #require(rows.first { $0.alert.rule == .contradiction })
    #expect(found.count == 2 && found.events.count == 2)
    #expect(
      found.text(AlertTerms(catalogue, names: PartyNames([:]), since: nil)).hasSuffix(
        ", and 1 more"))
    #expect(try writer.acknowledge(found.id, by: "Ada", at: 0))
    let seen = try writer.reader.alerts(through: Day(iso: "2031-12-31")!, limit: 99)
    #expect(seen.first { $0.alert.rule == .contradiction }?.acknowledgedBy == "Ada")
    let one = try writer.reader.alerts(
      through: Day(iso: "2031-12-31")!, about: [found.events[0]], limit: 99)
    #expect(one.map(\.count) == [1])
  }

  @Test("tells of a week in which more is told of a pair of parties than before")
  func surge() throws {
    let news = (1...28).flatMap { day in
      // Two papers, as on thin evidence no record is called one.
      ["Post", "Star"].map { paper in
        Self.news(
          "\(paper) \(day)", day, day < 20 ? "DE2" : "FU1", outlet: paper,
          "The \(paper) was told what happened on the \(day)th in ward \(day) near pier \(paper).")
      }
    }
    let (_, rows) = try alerts(news)
    #expect(rows.contains { $0.alert.rule == .surge && $0.alert.scope.contains(" → ") })
  }

  // MARK: Odd archives

  @Test("bears ten thousand events in a day")
  func crowdedDay() throws {
    let writer = try ArchiveWriter.holding(Sample.crowdedDay(articles: 100, events: 100))
    try writer.updateLedger(catalogue)
    let day = try #require(try writer.reader.lastEscalationDay())
    #expect(try writer.reader.ledgerPhases(on: day, catalogue).count == 10_000)
    let index = try #require(try days(writer).last?.index)
    #expect(index.value.isFinite && index.value <= 100)
    #expect(index.bars.contains { $0.value > 21 })
  }

  @Test("bears undated articles, days before 1970 and days to come")
  func oddDays() throws {
    var samples = Self.story
    samples.append(
      Sample("u", on: nil, title: nil, "They met.").event(from: nil, to: nil, indicator: "FU3"))
    samples.append(
      Sample("o", on: "1914-08-01", title: nil, "The two met.").event(
        from: .norrland, to: nil, indicator: "FU3"))
    samples.append(
      Sample("f", on: "2999-01-01", title: nil, "All met.").event(
        from: .tasmark, to: nil, indicator: "FU3"))
    let writer = try ArchiveWriter.holding(samples)
    try writer.updateLedger(catalogue, today: Day(iso: "2031-03-10")!)
    #expect(try writer.reader.lastEscalationDay() == Day(iso: "2031-03-10")!)
    let day = try #require(try days(writer).last)
    #expect(day.index.value.isFinite)
    #expect(day.index.bars == (try days(Self.story).last?.index.bars))
    #expect(try writer.reader.excludedReports().map(\.reason) == [.undated])
    let old = try writer.reader.escalation(
      from: Day(iso: "1914-08-01")!, through: Day(iso: "1914-08-01")!)
    #expect(old.first?.state.level == .critical)
  }

  @Test("is nothing for an archive without events")
  func empty() throws {
    let writer = try ArchiveWriter()
    try writer.updateLedger(catalogue)
    #expect(try writer.reader.lastEscalationDay() == nil)
    try writer.insert([Sample("x")])
    try writer.updateLedger(catalogue)
    #expect(try writer.reader.lastEscalationDay() == nil)
  }
}
