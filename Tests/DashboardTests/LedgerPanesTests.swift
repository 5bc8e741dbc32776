import Archive
import Dashboard
import EventData
import Terminal
import Testing

/// The panes that stand for the ledger of escalation, beside the escalation pane itself.
@Suite("The panes of the ledger")
struct LedgerPanesTests {
  private static let quarrel =
    Story.articles + [
      Story.article(
        "Norvane accuses Sudmark", outlet: "Coastal Wire", day: "2031-05-05",
        "{speaker:marden Ilse Marden} {cue:accuse said} {content {a:sudmark Sudmark} "
          + "{event:FU1/ASSAULT/sudmark/norvane/occurred shelled} a pier}."),
      Story.article(
        "Sudmark denies it", outlet: "The Tidewater", day: "2031-05-06",
        "{speaker:reyk Tomas Reyk} {cue:deny denied} {content that {a:sudmark Sudmark} had "
          + "{event:FU1/ASSAULT/sudmark/norvane/denied shelled} anything}."),
      Story.article(
        "Council sees ships", outlet: "Amelin Post", day: "2031-05-02",
        "The {speaker:council Harbour Council} {cue:assert said} {content that "
          + "{a:norvane Norvane} had {event:MP1/MOBILIZE/norvane/sudmark/occurred moved} ships}."),
      Story.article(
        "Boats counted", outlet: "Amelin Post", day: "2031-05-07",
        "The {speaker:council Harbour Council} {cue:assert counted} {content "
          + "{figure:boats/Sudmark/council 14} boats}."),
    ]

  private func lines(_ keys: String, columns: Int = 80, rows: Int = 24) throws -> [String] {
    try screen(after: keys, of: Self.quarrel, columns: columns, rows: rows)
      .split(separator: "\n").map(String.init)
  }

  @Test("list events with who, what, whom and how real, and open the sentence")
  func events() throws {
    let lines = try lines("7z")
    let denied = try #require(lines.first { $0.contains("denied") })
    #expect(denied.contains("Sudmark") && denied.contains("FU1") && denied.contains("Norvane"))
    let session = try session(after: "7⏎", of: Self.quarrel)
    #expect(session.state.focus == "reader")
    #expect(session.state.frame().plain.contains("▸  Tomas Reyk denied"))
  }

  @Test("tell by day, week or month what happened, and open its sentences")
  func timeline() throws {
    #expect(try lines("8z").contains { $0.contains("2031-05-05 Mon") })
    #expect(try lines("8zt").contains { $0.contains("week of 2031-04-28") })
    #expect(try lines("8ztt").contains { $0.contains("2031-05 ") })
    let session = try session(after: "8⏎⏎", of: Self.quarrel)
    #expect(session.state.frame().plain.contains("▸  Ilse Marden said"))
  }

  @Test(
    "open a sentence for which Enter was pressed before it had come, unless a key took that back",
    arguments: [("⏎⏎", "⏎⏎"), ("⏎⏎k", "⏎")])
  func pressedAhead(_ atOnce: String, _ inTurn: String) throws {
    let patient = try session(after: "8" + inTurn, of: Self.quarrel)
    var session = try session(after: "8", of: Self.quarrel)
    session.sendAtOnce(try KeyNotation.inputs(atOnce).map { .input($0) })
    #expect(session.state.frame() == patient.state.frame())
  }

  @Test("fold history, mark what is announced")
  func ahead() throws {
    let articles =
      Story.articles + [
        Story.article(
          "Old", outlet: "Coastal Wire", day: "2031-05-04",
          "{a:sudmark Sudmark} {event:FU1/ASSAULT/sudmark/norvane/background shelled} it in 2019."),
        {
          var coded = Story.article(
            "Soon", outlet: "Coastal Wire", day: "2031-05-04",
            "They {event:DE1/CONSULT/norvane/sudmark/pledged meet} on Friday.")
          coded.events[0].date = EventDate(first: Day(iso: "2031-05-09")!)
          return coded
        }(),
      ]
    let plain = try screen(after: "8z", of: articles)
    #expect(plain.contains("1 report of history folded"))
    #expect(
      plain.split(separator: "\n").first { $0.contains("2031-05-09") }?.contains("announced")
        == true)
    #expect(try screen(after: "8zf", of: articles).contains("no year"))
  }

  @Test("name who says so, who denies it and who keeps silent")
  func claims() throws {
    let lines = try lines("0z", columns: 120)
    let claim = try #require(lines.first { $0.contains("Exchange of fire") })
    #expect(claim.contains("≠") && claim.contains("FU1"))
    let silence = try #require(lines.first { $0.contains("Build-up") })
    #expect(silence.contains("· ") && silence.contains("Norvane +1"))
    let session = try session(after: "0⏎⏎", of: Self.quarrel)
    #expect(session.state.frame().plain.contains("▸  Tomas Reyk denied"))
  }

  @Test("open each cell of the dyads on a line of its own")
  func dyadCells() throws {
    let lines = try lines("`z", columns: 120)
    let place = try #require(lines.firstIndex { $0.contains("Sudmark → Norvane") })
    let first = try #require(lines.firstIndex { $0.contains("▸") })
    let keys = "`z" + String(repeating: "j", count: place - first) + "⏎"
    let opened = try self.lines(keys, columns: 120)
    #expect(opened.contains { $0.contains("Sudmark → Norvane ·") }, "\(opened)")
  }

  @Test("keep apart in a dyad what one does to the other and what the other does")
  func dyads() throws {
    let lines = try lines("`z", columns: 120)
    #expect(lines.contains { $0.contains("→ Norvane") && $0.contains("→ Sudmark") })
    let sudmark = try #require(
      lines.first { $0.contains("║▸ Sudmark") || $0.contains("║  Sudmark") })
    #expect(sudmark.contains("−") && sudmark.contains("+0.0"))
  }

  @Test("show figures with the course that each origin gives")
  func figures() throws {
    let lines = try lines("=z", columns: 100)
    #expect(lines.contains { $0.contains("14") && $0.contains("boats") && $0.contains("Council") })
    #expect(lines.contains { $0.contains("Harbour Council boats: 14 (2031-05-07)") })
  }

  @Test("raise an alert for a contradiction, and note who has seen it")
  func alerts() throws {
    let open = try lines("9z", columns: 120).filter { $0.contains("contradiction") }
    #expect(open.count == 1 && open[0].contains("!"))
    let place = try lines("9z", columns: 120).firstIndex(of: open[0])! - 3
    let seen = try lines("9z" + String(repeating: "j", count: place) + "a", columns: 120)
    #expect(
      seen.contains { $0.contains("contradiction") && $0.contains("✓") && $0.contains("Ada") })
  }

  @Test("show what has changed since a look, until it is marked as seen")
  func changes() throws {
    #expect(try lines("-z").contains { $0.contains("all of it is new") })
    #expect(try lines("-z").filter { $0.contains("▲ new") || $0.contains("▲  new") }.count >= 3)
    let seen = try lines("-za")
    #expect(seen.contains { $0.contains("Nothing has changed") })
    #expect(seen.contains { $0.contains("2031-05-07 was seen") })
  }

  @Test(
    "say why an alert or a change is not noted as seen",
    arguments: [
      ("9a", ArchiveError.full, "⚠ Nothing was noted: the disk is full. Make room, then try again"),
      (
        "-a", .locked, "⚠ Another program writes to the archive; nothing was noted. Try again later"
      ),
    ])
  func notSeen(_ keys: String, _ error: ArchiveError, _ said: String) throws {
    let archive = DashboardArchive(
      name: "strait.brink", reader: try ArchiveWriter.holding(Self.quarrel).reader,
      catalogue: .invented,
      readership: Readership(acknowledge: { _ in throw error }, markSeen: { _ in throw error }))
    var session = DashboardSession(archive: archive, size: Size(columns: 120, rows: 40))
    session.send(try KeyNotation.inputs(keys))
    #expect(session.state.frame().plain.contains(said))
  }

  @Test("show under a filter what is under it, and say what is not")
  func filtered() throws {
    // The council asks for talks and counts boats; it neither shells nor denies.
    let claims = try lines("/minister⏎0z", columns: 120)
    #expect(claims.contains { $0.contains("under the filter") })
    let changes = try lines("/boats⏎-z", columns: 120)
    #expect(changes.contains { $0.contains("Nothing has changed under the filter") })
    let alerts = try lines("/shelled⏎9z", columns: 120)
    #expect(alerts.contains { $0.contains("Of events under the filter") })
    #expect(alerts.contains { $0.contains("contradiction") })
    #expect(try lines("/boats⏎9z").contains { $0.contains("No alert about an event") })
  }

  @Test("write nothing in a kiosk")
  func kiosk() throws {
    let alerts = try screen(after: "9za", of: Self.quarrel, keymap: Keymap.standard.kiosk)
    #expect(!alerts.contains("✓"))
    #expect(
      try screen(after: "-za", of: Self.quarrel, keymap: Keymap.standard.kiosk).contains("new"))
  }
}

@Suite("Odd archives")
struct OddArchiveTests {
  private static func article(_ day: String) -> CodedArticle {
    Story.article(
      "Odd \(day)", outlet: "Coastal Wire", day: day,
      "{speaker:marden Ilse Marden} {cue:accuse said} {content {a:sudmark Sudmark} "
        + "{event:FU1/ASSAULT/sudmark/norvane/occurred shelled} {figure:boats/Norvane/marden 3} "
        + "boats}.")
  }

  private static var undated: CodedArticle {
    var coded = article("2031-05-01")
    coded.article.published = nil
    return coded
  }

  @Test(
    "give sane screens in every pane and size",
    arguments: [
      [], [article("2031-05-01")], [undated], [article("2999-12-31")], [article("1914-08-01")],
      [undated, article("1914-08-01"), article("2999-12-31"), article("2031-05-01")],
    ] as [[CodedArticle]])
  func panes(articles: [CodedArticle]) throws {
    for (columns, rows) in [(40, 10), (80, 24), (160, 48)] {
      var session = try session(of: articles, columns: columns, rows: rows)
      for key in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "=", "`"] {
        session.send(try KeyNotation.inputs(key + "jj⏎⏎"))
        let plain = session.state.frame().plain
        #expect(!plain.lowercased().contains("nan") && !plain.contains("inf"))
        #expect(!plain.contains("⚠"))
        #expect(plain.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
      }
    }
  }

  @Test("give sane screens for ten thousand events in one day")
  func crowdedDay() throws {
    let articles = (0..<100).map { number -> CodedArticle in
      var coded = Story.article(
        "Loud day \(number)", outlet: "Coastal Wire", day: "2031-05-01",
        "{a:sudmark Sudmark} {event:FU1/ASSAULT/sudmark/norvane/occurred shelled} the coast "
          + String(repeating: "again and again ", count: 10) + "\(number).")
      let event = coded.events[0]
      coded.events = (0..<100).map { place in
        var event = event
        let name = "Party \(number * 100 + place)"
        event.source = ActorReference(id: name.lowercased(), name: name, code: "---")
        event.spans = [Span(event.sentence.start + place, event.sentence.start + place + 1)]
        return event
      }
      return coded
    }
    var session = try session(of: articles, columns: 100, rows: 30)
    for (keys, text) in [
      ("6z", "10,000"), ("jj⏎", "10,000 events"), ("7", "Party 99"), ("8", "10,000"),
      ("⏎", "10,000 events"), ("`", "Party"), ("⏎", "1 event"), ("-", "▲"), ("0", "Claims"),
    ] {
      session.send(try KeyNotation.inputs(keys))
      let plain = session.state.frame().plain
      #expect(plain.contains(text), "\(keys)")
      #expect(!plain.contains("nan") && !plain.contains("⚠"))
    }
  }
}
