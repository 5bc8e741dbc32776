import Archive
import Dashboard
import Escalation
import EventData
import Terminal
import Testing

@Suite("A wall")
struct WallTests {
  private let views = [
    Playlist.View(panes: ["level"], dwell: .seconds(20)),
    Playlist.View(panes: ["escalation", "alerts"], dwell: .seconds(40)),
    Playlist.View(dwell: .seconds(20)),
  ]

  private func wall(_ views: [Playlist.View]? = nil) throws -> WallSession {
    try WallSession(
      of: ArchiveWriter.holding(Story.articles).dashboard, views: views ?? self.views)
  }

  @Test("shows its views in turn, each for its time")
  func turns() throws {
    var wall = try wall()
    #expect(wall.screen.contains("═ Level "))
    #expect(wall.screen.contains("View 1 of 3"))
    wall.pass(.seconds(19))
    #expect(wall.screen.contains("═ Level "))
    wall.pass(.seconds(1))
    #expect(wall.screen.contains("═ 6 Escalation ") && wall.screen.contains("─ 9 Alerts "))
    #expect(!wall.screen.contains(" Articles ─"))
    wall.pass(.seconds(40))
    #expect(wall.screen.contains("View 3 of 3") && wall.screen.contains(" 1 Articles "))
    wall.pass(.seconds(20))
    #expect(wall.screen.contains("═ Level "))
  }

  @Test("filters a view by what its playlist says, and the next one no longer")
  func filters() throws {
    var scope = Scope()
    try scope.find("kessel")
    var wall = try wall([
      .init(panes: ["articles"], scope: scope, dwell: .seconds(20)),
      .init(panes: ["articles"], dwell: .seconds(20)),
    ])
    #expect(wall.screen.contains("“kessel”") && wall.screen.contains("of 2"))
    wall.pass(.seconds(20))
    #expect(!wall.screen.contains("“kessel”") && wall.screen.contains("of 4"))
  }

  @Test("writes the level and the index in letters of five rows and more")
  func bigFigures() throws {
    var wall = try wall()
    let blocks = wall.screen.split(separator: "\n").count { $0.contains("██") }
    #expect(blocks >= 10)
    wall.pass(.zero)
    let ascii = wall.session.state.frame(asciiOnly: true).plain
    #expect(ascii.contains("####") && ascii.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(
    "says the level in words where letters of blocks do not fit",
    arguments: [(40, 10), (50, 14), (62, 16)])
  func smallFigures(_ columns: Int, _ rows: Int) throws {
    let wall = try WallSession(
      of: ArchiveWriter.holding(Story.articles).dashboard, views: views, columns: columns,
      rows: rows)
    #expect(!wall.screen.contains("██"))
    #expect(EscalationLevel.allCases.contains { wall.screen.contains($0.name) })
  }

  @Test(
    "always shows the clock and the day of its newest article",
    arguments: [(200, 50), (100, 30), (80, 24), (60, 14), (40, 10), (30, 8)])
  func clock(_ columns: Int, _ rows: Int) throws {
    let archive = try ArchiveWriter.holding(Story.articles).dashboard
    for views in [nil, self.views] {
      var wall = try WallSession(of: archive, views: views, columns: columns, rows: rows)
      #expect(wall.screen.contains("as of 2031-05-04") && wall.screen.contains("14:05"))
      try wall.press("/kessel<Enter>")
      #expect(wall.screen.contains("as of 2031-05-04") && wall.screen.contains("14:05"))
      wall.pass(.seconds(61))
      #expect(wall.screen.contains("14:06"))
    }
  }

  @Test("says loudly that its newest article is old")
  func old() throws {
    var wall = try WallSession(of: ArchiveWriter.holding(Story.articles).dashboard)
    #expect(!wall.header.contains("days old"))
    wall.jump(.seconds(86_400))
    #expect(wall.header.contains("data as of 2031-05-04 Sun, 2 days old"))
  }

  @Test("stops at a visitor's view, and goes on when he has left")
  func visitor() throws {
    var wall = try wall()
    try wall.press("1jj")
    #expect(wall.screen.contains("3 of 4"))
    wall.pass(.seconds(119))
    #expect(wall.screen.contains("3 of 4"))
    wall.pass(.seconds(1))
    #expect(wall.screen.contains("═ Level "))
    wall.pass(.seconds(20))
    #expect(wall.screen.contains("View 2 of 3"))
  }

  @Test("goes faster by +, slower by -, on by a comma, and waits after p")
  func pace() throws {
    var wall = try wall()
    try wall.press(",")
    #expect(wall.screen.contains("View 2 of 3"))
    try wall.press("+")
    wall.pass(.seconds(20))
    #expect(wall.screen.contains("View 3 of 3"))
    try wall.press("--")
    wall.pass(.seconds(39))
    #expect(wall.screen.contains("View 3 of 3"))
    wall.pass(.seconds(1))
    #expect(wall.screen.contains("View 1 of 3"))
    try wall.press("p")
    wall.pass(.seconds(100))
    #expect(wall.screen.contains("View 1 of 3, paused"))
    // Nobody is left to press it again.
    wall.pass(.seconds(20))
    #expect(wall.screen.contains("View 1 of 3 ") && !wall.screen.contains("paused"))
  }

  @Test("tells nobody's name and nobody's reasons")
  func notes() throws {
    let writer = try ArchiveWriter.holding(Story.articles)
    try writer.set(
      AnalystLevel(
        level: .critical, since: Day(iso: "2031-05-01")!, until: nil, reason: "my source says so",
        author: "Ada"), at: 0)
    let day = try #require(try writer.reader.lastEscalationDay())
    for alert in try writer.reader.alerts(through: day, limit: 9) {
      _ = try writer.acknowledge(alert.id, by: "Ada", at: 0)
    }
    let archive = DashboardArchive(
      name: "strait.brink", reader: writer.reader, catalogue: .invented,
      readership: Readership(seesNotes: false))
    var wall = try WallSession(of: archive, views: views, columns: 180, rows: 50)
    for keys in ["", ",", "6", "9z", ","] {
      try wall.press(keys)
      #expect(!wall.screen.contains("Ada") && !wall.screen.contains("my source"), "after \(keys)")
    }
    try wall.press("6")
    #expect(wall.screen.contains("CRITICAL as set by an analyst"))
  }
}

@Suite("An alert on a wall")
struct AlarmTests {
  private let writer: ArchiveWriter
  private var wall: WallSession

  init() throws {
    writer = try ArchiveWriter.holding(Array(Story.articles.dropLast()))
    wall = try WallSession(
      of: writer.dashboard,
      views: [
        .init(panes: ["articles"], dwell: .seconds(300)),
        .init(panes: ["level"], dwell: .seconds(9)),
      ])
  }

  /// Somebody asserts and somebody denies: an alert. Of the first, on a day, nothing is left out.
  private func quarrel(_ first: String, _ second: String) -> [CodedArticle] {
    [
      Story.article(
        "Norvane accuses Sudmark on \(first)", outlet: "Coastal Wire", day: first,
        "{speaker:marden Ilse Marden} {cue:accuse said} {content {a:sudmark Sudmark} "
          + "{event:FU1/ASSAULT/sudmark/norvane/occurred shelled} a pier}."),
      Story.article(
        "Sudmark denies it on \(second)", outlet: "The Tidewater", day: second,
        "{speaker:reyk Tomas Reyk} {cue:deny denied} {content that {a:sudmark Sudmark} had "
          + "{event:FU1/ASSAULT/sudmark/norvane/denied shelled} anything}."),
    ]
  }

  @Test("takes over for a minute, then gives the screen back as it was")
  mutating func takesOver() throws {
    let before = wall.screen
    #expect(!before.contains("═ Alert "))
    try writer.add(quarrel("2031-05-05", "2031-05-06"))
    wall.hear(.archiveChanged)
    #expect(wall.screen.contains("═ Alert ") && wall.screen.contains("⚠ "))
    #expect(wall.screen.contains("██"))
    #expect(wall.header.contains("data as of 2031-05-06") && wall.header.contains("14:05"))
    wall.pass(.seconds(59))
    #expect(wall.screen.contains("═ Alert "))
    wall.pass(.seconds(1))
    #expect(!wall.screen.contains("═ Alert "))
    #expect(wall.screen.contains("═ 1 Articles ") && wall.screen.contains("View 1 of 2"))
  }

  @Test("comes once, and is gone when somebody has seen it and presses a key")
  mutating func once() throws {
    try writer.add(quarrel("2031-05-05", "2031-05-06"))
    wall.hear(.archiveChanged)
    #expect(wall.screen.contains("═ Alert "))
    try wall.press("j")
    #expect(!wall.screen.contains("═ Alert "))
    // The key was meant for the alert.
    #expect(wall.screen.contains("of 5"))
    wall.hear(.archiveChanged)
    #expect(!wall.screen.contains("═ Alert "))
  }

  @Test("of long ago does not take over, nor does what was there before")
  mutating func history() throws {
    wall.pass(.seconds(1))
    #expect(!wall.screen.contains("═ Alert "))
    try writer.add(quarrel("2029-02-01", "2029-02-02"))
    wall.hear(.archiveChanged)
    #expect(!wall.screen.contains("═ Alert "))
  }

  @Test("is still told on a screen too small for panes")
  mutating func tiny() throws {
    wall = try WallSession(
      of: writer.dashboard, views: [.init(dwell: .seconds(9))], columns: 30, rows: 8)
    try writer.add(quarrel("2031-05-05", "2031-05-06"))
    wall.hear(.archiveChanged)
    #expect(wall.screen.contains("⚠ "))
  }
}
