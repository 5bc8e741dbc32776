import Foundation
import Testing

/// What people come for, on the bundled sample, with the real program in a real terminal.
@Suite("A journey", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct JourneyTests {
  private let home: Home

  init() async throws {
    home = try await Home.withSample()
  }

  private func dashboard(_ columns: Int = 120, _ rows: Int = 40) async throws -> TmuxScreen {
    let screen = try await home.dashboard(columns: columns, rows: rows)
    try await screen.wait(for: "1 of 66")
    return screen
  }

  @Test(
    "leads from each number to its sentence in two keys at most",
    arguments: [
      ("5", "Statements", 1), ("6", "Escalation", 2), ("7", "Events", 1), ("8", "Timeline", 2),
      ("9", "Alerts", 2), ("0", "Claims", 2), ("-", "Changes", 2), ("=", "Figures", 1),
      ("`", "Who to whom", 2), ("M", "Map", 2),
    ])
  func provenance(_ key: String, _ pane: String, _ most: Int) async throws {
    let screen = try await dashboard()
    try await screen.type(key)
    try await screen.wait(until: "\(pane) has rows") { text in
      text.contains("╔═ \(key) \(pane) ") && text.contains(/║[▸ ].*[0-9]/)
        && text.contains("║▸")
    }
    for step in 1...most {
      try await screen.press("Enter")
      if step < most {
        try await screen.wait(until: "the sentences are listed") { $0.contains("Who → whom") }
      }
    }
    try await screen.wait(until: "the sentence is marked in its article") {
      $0.contains("╔═ 2 Article ") && $0.contains(/║[ •\u{201C}┃│]*▸\s/)
    }
  }

  @Test("shows what is new since a look: the new facts, and a copy as no fact")
  func changes() async throws {
    let screen = try await dashboard()
    try await screen.type("-")
    try await screen.wait(for: "Nothing was marked as seen")
    try await screen.type("a")
    try await screen.wait(until: "all is seen") {
      $0.contains("╔═ - Changes ") && !$0.contains("║▸ ▲")
    }
    try await home.importing([
      StoryArticle(
        id: "j-1", title: "Norway expels two Chilean diplomats", date: "2022-02-24",
        source: "Fjord Gazette",
        text: "Norway expelled two Chilean diplomats on Thursday, the ministry said."),
      StoryArticle(
        id: "j-2", title: "Norway expels two Chilean diplomats", date: "2022-02-24",
        source: "Douro Herald",
        text: "Norway expelled two Chilean diplomats on Thursday, the ministry said."),
    ])
    let after = try await screen.wait(until: "the new event is listed") {
      $0.contains(/new +DX2 +Norway → .*Chile|new +DX2 .*Norway/)
    }
    #expect(after.split(separator: "\n").count { $0.contains("▲  new") } == 1)
  }

  @Test("tells who claims, who denies and who is silent, with both sentences")
  func claims() async throws {
    let screen = try await dashboard(160, 48)
    try await screen.type("0z")
    let list = try await screen.wait(until: "both sides are listed") {
      $0.contains("Deny it") && $0.contains("Silent")
        && $0.split(separator: "\n").count { $0.contains("≠") } >= 4
    }
    #expect(!list.contains("group:"))
    try await screen.press("Enter")
    try await screen.wait(until: "both sentences are there") {
      $0.contains("Who → whom") && $0.contains(" denied ") && $0.contains(" occurred ")
    }
  }

  @Test("shows the quantities that were reported, by whom, with bounds, each origin apart")
  func quantities() async throws {
    let screen = try await dashboard(160, 48)
    try await screen.type("=z")
    try await screen.wait(until: "they are listed as they were reported") {
      $0.contains("Says who") && $0.contains(/169,000–190,000 +personnel/)
        && $0.contains(/> 3,000 +violations/) && $0.contains(/150,000 +troops .*stock/)
    }
  }

  @Test("shows who does what to whom, apart for each direction, down to the events")
  func dyads() async throws {
    let screen = try await dashboard(160, 48)
    try await screen.type("`z")
    let list = try await screen.wait(until: "both directions are listed") {
      $0.contains("╔═ ` Who to whom ") && $0.contains("Russia → Ukraine")
        && $0.contains("Ukraine → Russia")
    }
    let lines = list.split(separator: "\n")
    let there = try #require(lines.first { $0.contains("Russia → Ukraine") })
    let back = try #require(lines.first { $0.contains("Ukraine → Russia") })
    #expect(there.matches(of: /[0-9.]+/).map(\.output) != back.matches(of: /[0-9.]+/).map(\.output))
    try await screen.press("Enter")
    try await screen.wait(until: "its events are listed") { $0.contains(/Russia · \d+ events/) }
  }

  @Test("raises alerts that tell rule, value and limit, once, and keeps who has seen them")
  func alerts() async throws {
    func unseen(_ text: String) -> Int {
      text.split(separator: "\n").count { $0.contains(/║[▸ ] !/) }
    }
    var left = 0
    for visit in 1...2 {
      let screen = try await dashboard(160, 48)
      try await screen.type("9z")
      let list = try await screen.wait(until: "the alerts are listed in full width") {
        $0.contains("╔═ 9 Alerts ") && $0.contains("CRITICAL by LR3")
          && $0.contains(/deviations above its mean, limit 3/)
      }
      if visit == 1 {
        left = unseen(list) - 1
        try await screen.type("a")
        try await screen.wait(until: "one more is seen") { unseen($0) == left }
      }
      try await screen.wait(until: "what was seen stays so") { unseen($0) == left }
      try await screen.type("Q")
      #expect(try await screen.exitCode() == 0)
    }
    #expect(left > 3)
  }

  @Test("lists events by the day on which they happened, and history apart")
  func timeline() async throws {
    let screen = try await dashboard(160, 48)
    try await screen.type("8z")
    try await screen.wait(until: "days are listed") {
      $0.contains("history folded") && $0.contains("2022-02-21 Mon")
    }
    try await screen.type("f")
    try await screen.wait(until: "nothing is folded") { !$0.contains("history folded") }
    try await screen.type("G")
    try await screen.wait(until: "history is shown by year") { $0.contains(/▸ 2008 .*history/) }
  }

  @Test("says of a single article that it is thin evidence, and shows no trend")
  func thinEvidence() async throws {
    let home = try Home()
    try await home.importing([
      StoryArticle(
        id: "t-1", title: "Iceland shells a Portuguese patrol boat", date: "2024-03-04",
        source: "Fjord Gazette",
        text: "Iceland shelled a Portuguese patrol boat on Monday, wounding two sailors.")
    ])
    let screen = try await home.dashboard(columns: 120, rows: 40)
    try await screen.type("6z")
    try await screen.wait(until: "the index says how sure it is") {
      $0.contains("THIN EVIDENCE") && $0.contains(/BX \d+ \(\d+–\d+/)
    }
    try await screen.type("9")
    let alerts = try await screen.wait(until: "the alerts are there") {
      $0.contains("╔═ 9 Alerts ") && ($0.contains("No alert") || $0.contains("║▸ !"))
    }
    for rule in ["surprise", "record"] { #expect(!alerts.contains(rule)) }
  }

  @Test("counts a text once, however often and however lightly edited it comes")
  func copies() async throws {
    func report(_ number: Int) -> StoryArticle {
      StoryArticle(
        id: "c-\(number)", title: "Iceland shells a Portuguese patrol boat", date: "2024-03-04",
        source: "Outlet \(number)",
        text: "Iceland shelled a Portuguese patrol boat on Monday, wounding two sailors. The boat "
          + "had left Lisbon in the morning with a crew of nine and reached harbour in the "
          + "evening under its own power, the owners \(number == 0 ? "said" : "added").")
    }
    let home = try Home()
    try await home.importing([report(0)])
    let screen = try await home.dashboard(columns: 160, rows: 48)
    func index(_ text: String) -> Substring? { text.firstMatch(of: /BX \d+ .*deeds/)?.output }
    let before = try await screen.wait(until: "the index is there") { index($0) != nil }
    try await home.importing((1..<20).map(report))
    try await screen.type("1z")
    try await screen.wait(until: "the list, alone on the screen, has one row for all") {
      $0.contains("×20") && $0.split(separator: "\n").count { $0.contains("Iceland shells") } == 1
    }
    try await screen.type("6")
    let after = try await screen.wait(until: "the index is there again") {
      $0.contains("╔═ 6 Escalation ") && index($0) != nil
    }
    #expect(index(after) == index(before))
  }

  @Test("follows what another desk sets right, and has it as it was when that is undone")
  func correction() async throws {
    let home = try Home()
    try await home.importing([
      StoryArticle(
        id: "k-1", title: "Iceland shells a Portuguese patrol boat", date: "2024-03-04",
        source: "Fjord Gazette",
        text: "Iceland shelled a Portuguese patrol boat on Monday, wounding two sailors.")
    ])
    let screen = try await home.dashboard(columns: 120, rows: 40)
    try await screen.type("8z")
    let before = try await screen.wait(for: "2024-03-04 Mon")
    func row(_ text: String) -> Substring? {
      text.split(separator: "\n").first { $0.contains("2024-03-0") }
    }
    let set = try await home.run([
      "correct", "k-1", "--date", "2024-03-01", "--reason", "the ministry says Friday",
    ])
    #expect(set.exitCode == 0, "\(set.errors)")
    try await screen.wait(for: "2024-03-01 Fri")
    let undone = try await home.run(["correct", "--undo", "1"])
    #expect(undone.exitCode == 0, "\(undone.errors)")
    let after = try await screen.wait(for: "2024-03-04 Mon")
    #expect(row(after) == row(before))
  }

  @Test("hands over to who comes next what was noted, starred and seen")
  func handover() async throws {
    let leaving = try await dashboard()
    try await leaving.type("1sN")
    try await leaving.wait(for: "Note:")
    try await leaving.type("ask the embassy")
    try await leaving.press("Enter")
    try await leaving.wait(for: "✎")
    try await leaving.type("Q")
    #expect(try await leaving.exitCode() == 0)
    let coming = try await dashboard()
    try await coming.wait(for: "✎")
    try await coming.press("Enter")
    try await coming.wait(until: "note and star are there") {
      $0.contains("✎ ask the embassy") && $0.contains("★")
    }
  }

  @Test("shows the map in 80 columns without colours, with a legend and what has no place")
  func map() async throws {
    let screen = try await home.dashboard(
      columns: 80, rows: 24, environment: ["NO_COLOR": "1"])
    try await screen.wait(for: "1 of 66")
    try await screen.type("Mz")
    func isMap(_ text: String) -> Bool {
      text.unicodeScalars.count { (0x2801...0x28FF).contains($0.value) } > 100
    }
    try await screen.wait(until: "the map is drawn") {
      isMap($0) && $0.contains("▲ escalates") && $0.contains("unplaced")
    }
    #expect(!(try await screen.styledText().contains(/\[[34]8;/)))
    try await screen.type("t")
    try await screen.wait(until: "the list has the pane") { !isMap($0) }
  }
}
