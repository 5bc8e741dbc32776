import Dashboard
import EventData
import Terminal
import Testing

@Suite("The escalation pane")
struct EscalationPaneTests {
  @Test("shows level and reason, families with their course, what is new, and indicators")
  func showsFamilies() throws {
    let shown = try screen(after: "6z", columns: 80, rows: 25)
    #expect(
      shown == """
         strait.brink  1 Articles 2 Article 3 Actors 4 Regions         as of 2031-05-04
        ╔═ 6 Escalation ═════════════════════════════════════════════════════ 1 of 21 ═╗
        ║  ROUTINE  BX is below 12                                                     ║
        ║  BX 8 (5–10)  RX 9  2 of 10 families  words 47 : 53 deeds                    ║
        ║  THIN EVIDENCE: 4 texts in 14 days, 0 % of reports shared; BX 3 without Ame… ║
        ║        Family or indicator          14 days                   Points  Events ║
        ║▸ MP    Military posture             ▁▁▄▄            ██▍·····     4.8       1 ║
        ║  AT    Arms and training            ▁▁▁▁            ········       ·       · ║
        ║  FU    Use of force                 ▁▁▁▁            ········       ·       · ║
        ║  TH    Threats                      ▁▁▁▃            ██▏·····     2.7       1 ║
        ║  LR    Legal and territorial steps  ▁▁▁▁            ········       ·       · ║
        ║  ME    Mobilisation and emergency   ▁▁▁▁            ········       ·       · ║
        ║  DX    Diplomacy breaking off       ▁▁▁▁            ········       ·       · ║
        ║  SE    Sanctions and economy        ▁▁▁▁            ········       ·       · ║
        ║  IO    Information operations       ▁▁▁▁            ········       ·       · ║
        ║  CY    Cyber attacks                ▁▁▁▁            ········       ·       · ║
        ║  DE    De-escalation                ▂▂▂▂            ▊·······     9.3       1 ║
        ║  TH1   ▲ Norvane → Sudmark, occur…  2031-05-04 Sun  new          4.8         ║
        ║  MP1   ▲ Sudmark → Norvane, occur…  2031-05-03 Sat  new          5.5         ║
        ║  DE1   ▲ Harbour Council → Norvan…  2031-05-01 Thu  new          3.4         ║
        ║  BX    All that escalates                                        7.5       2 ║
        ║  W     Words                                                     4.8       1 ║
        ║  D     Deeds                                                     5.3       1 ║
        ╚══════════════════════════════════════════════════════════════════════════════╝
         Enter open  n next  p previous  / search  Tab pane  z zoom  ? help  q quit
        """)
  }

  @Test("shows families as charts on one scale, and each opens its evidence", arguments: [80, 160])
  func charts(columns: Int) throws {
    let plain = try screen(after: "6zC", columns: columns, rows: 40)
    #expect(plain.contains("▸ MP 4.8 Military") && plain.contains("  TH 2.7 Threats"))
    #expect(!plain.contains("DE 9.3"))
    #expect(plain.contains("14 days to 2031-05-04 Sun; each chart up to 4.9 points"))
    #expect(try screen(after: "6zCG", columns: columns, rows: 40).contains("▸ CY 0.0"))
    #expect(
      try screen(after: "6zC⏎", columns: columns, rows: 40)
        == screen(after: "6z⏎", columns: columns, rows: 40))
    #expect(
      try screen(after: "6zCC", columns: columns, rows: 40)
        == screen(after: "6z", columns: columns, rows: 40))
  }

  @Test("chooses the chart under the mouse, and opens it with two presses")
  func pointsAtCharts() throws {
    var session = try DashboardTests.session(after: "6zC", columns: 160, rows: 40)
    let lines = session.state.frame().plain.split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.contains("TH 2.7 Threats") })
    let text = lines[row]
    let column = text.distance(
      from: text.startIndex, to: try #require(text.range(of: "TH 2.7")).lowerBound)
    func mouse(_ gesture: Mouse.Gesture, below: Int = 2) -> Input {
      .mouse(Mouse(gesture: gesture, column: column + 3, row: row + below))
    }
    session.send([mouse(.press)])
    #expect(session.state.frame().plain.contains("▸ TH 2.7 Threats"))
    session.send([mouse(.wheelUp), mouse(.press, below: -2)])
    #expect(session.state.frame().plain.contains("▸ FU 0.0"))
    session.send([mouse(.doubleClick)])
    #expect(session.state.frame().plain.contains("TH  Threats · 1 event"))
  }

  @Test("lists the evidence of an indicator with its whole sentence")
  func listsEvidence() throws {
    #expect(
      try screen(after: "6zGk⏎", columns: 80, rows: 18) == """
         strait.brink  1 Articles 2 Article 3 Actors 4 Regions         as of 2031-05-04
        ╔═ 6 Escalation ══════════════════════════════════════════════════════ 1 of 1 ═╗
        ║  TH1  Threat of force · 1 event                                              ║
        ║  Points  Date (UTC)      Status      Who → whom               Outlet         ║
        ║▸    2.7  2031-05-04 Sun  occurred    Norvane → Sudmark        The Tidewater  ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║──────────────────────────────────────────────────────────────────────────────║
        ║  Ilse Marden warned that Norvane would “answer every shot with two”.         ║
        ║                                                                              ║
        ║                                                                              ║
        ╚══════════════════════════════════════════════════════════════════════════════╝
         Enter open  n next  p previous  / search  Tab pane  z zoom  ? help  q quit
        """)
  }

  @Test("opens the sentence of what is new")
  func opensChange() throws {
    let session = try session(
      after: "6z" + String(repeating: "j", count: 13) + "⏎⏎", columns: 80, rows: 30)
    #expect(session.state.focus == "reader")
    #expect(session.state.frame().plain.contains("▸  It invited Norvane"))
  }

  @Test("opens the sentence of a piece of evidence and comes back to it")
  func opensSentence() throws {
    let session = try session(after: "6⏎⏎")
    #expect(session.state.focus == "reader")
    #expect(session.state.frame().plain.contains("▸  Sudmark moved two more ships"))
    let back = try DashboardTests.session(after: "6⏎⏎h")
    #expect(back.state.focus == "escalation")
    #expect(back.state.frame().plain.contains("Points  Date (UTC)      Status"))
    #expect(try screen(after: "6⏎h") == screen(after: "6"))
    #expect(try screen(after: "6⏎<Esc>") == screen(after: "6"))
  }

  @Test("counts under a filter what the actor did or suffered")
  func followsFilter() throws {
    let plain = try screen(after: "3jjj⏎6z", columns: 80, rows: 24)
    #expect(plain.contains("Filter: actor"))
    #expect(try plain != screen(after: "6z", columns: 80, rows: 24))
  }

  @Test("says when there is no evidence, and of which line")
  func saysNothing() throws {
    #expect(try screen(after: "6", of: []).contains("No evidence of escalation."))
    #expect(try screen(after: "6j⏎").contains("No evidence for arms and training"))
  }

  @Test("does not count background, and says how much it left out")
  func leavesOutBackground() throws {
    let background = Story.article(
      "Old quarrels", outlet: "Coastal Wire", day: "2031-05-04",
      "In 2019 {a:sudmark Sudmark} {event:FU1/ASSAULT/sudmark/norvane/background shelled} the pier."
    )
    let plain = try screen(after: "6z", of: Story.articles + [background])
    #expect(plain.contains("Not counted: 1 background"))
    #expect(!plain.contains("FU1"))
  }

  @Test("calls evidence thick from eight texts in a fortnight on, where voices meet")
  func knowsEnough() throws {
    let articles = (1...8).map { day in
      Story.article(
        "Ships, day \(day)", outlet: "Paper \(day)", day: "2031-05-0\(day)",
        "{a:sudmark Sudmark} {event:MP1/MOBILIZE/sudmark/norvane/occurred moved} \(day) ships.")
    }
    #expect(try !screen(after: "6z", of: articles).contains("THIN EVIDENCE"))
    #expect(try screen(after: "6z", of: Array(articles.dropLast())).contains("THIN EVIDENCE"))
  }
}
