import Dashboard
import EventData
import Terminal
import Testing

@Suite("The screen")
struct ScreenTests {
  @Test("shows the newest article beside its list at 80×24")
  func showsListAndReader() throws {
    #expect(
      try screen() == """
         strait.brink  3 Actors 4 Regions 5 Statements 6 Escalation    as of 2031-05-04
        ╔═ 1 Articles ════════════════════════════════════════════════════════ 1 of 4 ═╗
        ║  Date (UTC)      Outlet              Title                           Ind.    ║
        ║▸ 2031-05-04 Sun  The Tidewater   •   Minister denies order to clos…  TH1     ║
        ║  2031-05-03 Sat  Amelin Post     •   Norvane says convoy left unde…  MP1     ║
        ║  2031-05-01 Thu  The Tidewater   •   Harbour Council asks both sid…  DE1     ║
        ║  2031-04-28 Mon  Coastal Wire    •   First patrol boats seen in th…  ·       ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ╚══════════════════════════════════════════════════════════════════════════════╝
        ┌─ 2 Article ────────────────────────────────────────────────── 8 of 12 · 66% ─┐
        │    Minister denies order to close the Kessel Strait                          │
        │    The Tidewater · 2031-05-04 Sun · 2 statements · 1 event                   │
        │    https://tidewater.example/2031/05/04/strait                               │
        │                                                                              │
        │    Ships waited for a second day outside Port Amelin, where pilots had been  │
        │    told to stay ashore until the weather and the politics cleared.           │
        │                                                                              │
        │ “  “We have closed nothing,” Tomas Reyk told reporters.                      │
        └──────────────────────────────────────────────────────────────────────────────┘
         Enter read  n next  p previous  / search  Tab pane  z zoom  ? help  q quit
        """)
  }

  @Test("shows what actors are, whom they belong to and how often they appear")
  func showsActors() throws {
    #expect(
      try screen(after: "3z", columns: 60, rows: 10) == """
        ╔═ 3 Actors ══════════════════════════════════════ 1 of 6 ═╗
        ║     Name                Affiliation     Articles    Said ║
        ║▸ ○  Tomas Reyk          Sudmark                2       2 ║
        ║  ■  Norvane                                    2       · ║
        ║  ■  Sudmark                                    2       · ║
        ║  ○  Ilse Marden         Norvane                2       2 ║
        ║  ◆  Harbour Council                            1       · ║
        ║  ▲  Free Coast Front                           1       · ║
        ╚══════════════════════════════════════════════════════════╝
         Enter filter  ! without  i profile  n next  ? help  q quit
        """)
  }

  @Test("shows regions with their kind")
  func showsRegions() throws {
    #expect(
      try screen(after: "4z", columns: 60, rows: 10) == """
        ╔═ 4 Regions ═════════════════════════════════════ 1 of 2 ═╗
        ║     Name                    Kind      In  Heat  Articles ║
        ║▸ ●  Port Amelin             city      NV  ████         2 ║
        ║  ≈  Kessel Strait           sea           ██··         1 ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ╚══════════════════════════════════════════════════════════╝
         Enter filter  ! without  n next  p previous  ? help  q quit
        """)
  }

  @Test("shows who said what, in quotation marks only what is quoted")
  func showsStatements() throws {
    #expect(
      try screen(after: "5z", columns: 90, rows: 10) == """
        ╔═ 5 Statements ════════════════════════════════════════════════════════════════ 1 of 4 ═╗
        ║  Date        Speaker                 Act        Content                 Outlet         ║
        ║▸ 2031-05-04  Tomas Reyk              denies     “We have closed nothi…  The Tidewater  ║
        ║  2031-05-04  Ilse Marden             threatens  that Norvane would “a…  The Tidewater  ║
        ║  2031-05-03  Ilse Marden             says       the convoy had passed…  Amelin Post    ║
        ║  2031-04-28  Tomas Reyk              says       “the patrols are rout…  Coastal Wire   ║
        ║                                                                                        ║
        ║                                                                                        ║
        ╚════════════════════════════════════════════════════════════════════════════════════════╝
         Enter read  n next  p previous  / search  Tab pane  z zoom  ? help  q quit
        """)
  }

  @Test("shows on a small screen what it needs")
  func showsSmall() throws {
    #expect(
      try screen(columns: 30, rows: 5) == """
                    brink
                  4 articles
                 Needs 40×10,
                  has 30×5.

        """)
  }

  @Test("tells a newcomer what to do first")
  func showsEmptyArchive() throws {
    #expect(
      try screen(of: [], columns: 50, rows: 10) == """
        ╔═ 1 Articles ═══════════════════════════════════╗
        ║                                                ║
        ║                                                ║
        ║                No articles yet.                ║
        ║        Import some: brink import FILE…         ║
        ║                                                ║
        ║                                                ║
        ║                                                ║
        ╚════════════════════════════════════════════════╝
         Enter read  n next  p previous  ? help  q quit
        """)
  }

  @Test("draws lines and signs in ASCII where the terminal knows no more")
  func drawsASCII() throws {
    let plain = try session().state.frame(asciiOnly: true).plain
    #expect(plain.utf8.allSatisfy { $0 < 0x80 })
    #expect(plain.contains("#= 1 Articles ="))
    #expect(plain.contains("> 2031-05-04"))
  }

  @Test("covers every cell at every size and survives the way there", arguments: 1...24)
  func survivesSizes(seed: Int) throws {
    var session = try session(after: "jj")
    var random = Generator(state: UInt64(seed))
    for step in 0..<20 {
      let size =
        step == 0
        ? Size(columns: seed, rows: seed)
        : Size(
          columns: .random(in: 1...300, using: &random), rows: .random(in: 1...90, using: &random))
      session.send([.resize(size)])
      let keys = "jkGg b<C-d><C-u>⏎h<Tab><S-Tab>123456}{F?jz/\u{1}np<Esc>"
      let some = try KeyNotation.inputs(keys).shuffled(using: &random).prefix(6)
      session.send(Array(some))
      let frame = session.state.frame()
      #expect(frame.size == size)
      #expect(frame.cells.count == size.columns * size.rows)
      for row in 0..<size.rows {
        let width = (0..<size.columns).reduce(0) { $0 + Int(frame[$1, row].width) }
        #expect(width == size.columns)
      }
    }
  }
}

/// Random numbers that are the same every time.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
