import Foundation
import Glibc
import Testing

@Suite("The dashboard", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct DashboardTests {
  @Test("opens with the newest articles, as a snapshot shows them")
  func firstScreen() async throws {
    let home = try await Home.withStory()
    let expected = try await home.brink("snapshot", "--size", "100x30").output
    let screen = try await home.dashboard()
    try await screen.wait(until: "the screen is that of the snapshot") {
      $0.trimmedLines == expected.trimmedLines
    }
    #expect(try await screen.fact("alternate_on") == "1")
  }

  @Test("moves by j and k, reads by Enter and goes through panes by Tab")
  func moving() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await screen.type("jj")
    try await screen.wait(for: "▸ 2024-03-07")
    try await screen.type("k")
    try await screen.wait(for: "▸ 2024-03-08")
    // The article beside the list follows the cursor.
    try await screen.wait(for: "Iceland called up reservists")
    try await screen.press("Enter")
    try await screen.wait(until: "the article has the focus") { $0.contains("╔═ 2 Article ") }
    try await screen.press("Tab")
    try await screen.wait(until: "the next pane has the focus") { $0.contains("╔═ 3 Actors ") }
    try await screen.press("BTab")
    try await screen.wait(until: "the article has the focus") { $0.contains("╔═ 2 Article ") }
    try await screen.type("1")
    try await screen.wait(until: "the list has the focus") { $0.contains("╔═ 1 Articles ") }
  }

  @Test("filters everything by an actor")
  func filter() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(columns: 160, rows: 40)
    try await screen.wait(for: "1 of 6")
    try await screen.wait(for: "Reykjavik")
    try await screen.type("3")
    // Iceland is in every article, Portugal in five.
    try await screen.wait(until: "Portugal is the second actor") {
      $0.contains(/Iceland +6/) && $0.contains(/Portugal +5/)
    }
    try await screen.type("j ")
    try await screen.wait(until: "five articles are left, and fewer regions") {
      $0.contains("1 of 5") && $0.contains("actor Portugal")
        && !$0.contains("Reykjavik calls up its coast guard")
        && $0.contains(/✓ +Portugal +5/) && $0.contains(/Iceland +5/)
    }
    try await screen.press("Escape", "Escape")
    try await screen.wait(until: "all are back") {
      $0.contains("of 6") && !$0.contains("actor Portugal")
    }
  }

  @Test("shows the keys by ? and hides them again")
  func help() async throws {
    let home = try await Home.withStory()
    let before = try await home.brink("snapshot", "--size", "100x30").output
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await screen.type("?")
    try await screen.wait(for: "One line down")
    try await screen.type("q")
    try await screen.wait(until: "the screen is as before") {
      $0.trimmedLines == before.trimmedLines
    }
  }

  @Test("follows the size of the terminal, down to one that is too small")
  func resizing() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await screen.type("j")
    for (columns, rows) in [(160, 48), (80, 24), (40, 10), (120, 15)] {
      let size = "\(columns)x\(rows)"
      let expected = try await home.brink("snapshot", "--size", size, "--keys", "j").output
      try await screen.resize(columns: columns, rows: rows)
      try await screen.wait(until: "the screen is that of a snapshot of \(size)") {
        $0.trimmedLines == expected.trimmedLines
      }
    }
    try await screen.resize(columns: 10, rows: 3)
    try await screen.wait(for: "brink")
    try await screen.wait(for: "Needs")
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
  }

  @Test("opens in a terminal of ten columns and three rows")
  func tiny() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(columns: 10, rows: 3)
    try await screen.wait(for: "Needs")
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
  }

  @Test("leaves the terminal as it was", arguments: ["q", "Q", "C-c", "TERM"])
  func leaving(_ way: String) async throws {
    let home = try await Home.withStory()
    // Odd modes on purpose: those of before count, not the usual ones.
    let script = """
      stty -ixon ixany erase '#'; stty -a > before
      echo what was here before
      \(ProgramRun.brinkPath) & echo $! > pid; fg > /dev/null
      echo "ended by $?"
      stty -a > after
      exec cat
      """
    let screen = try await TmuxScreen(
      "bash", ["-mc", script], columns: 100, rows: 30, environment: home.environment,
      directory: home.path)
    try await screen.wait(for: "1 of 6")
    if way == "TERM" {
      let pid = pid_t(try home.scratch.read("pid").filter(\.isNumber)) ?? 0
      try #require(pid > 0)
      kill(pid, SIGTERM)
    } else {
      try await screen.press(way)
    }
    let after = try await screen.wait(for: "ended by")
    #expect(after.trimmedLines.first == "what was here before")
    #expect(after.trimmedLines.count { !$0.isEmpty } == (way == "TERM" ? 3 : 2))
    #expect(after.contains("ended by \(way == "TERM" ? 128 + SIGTERM : 0)"))
    try await poll(until: "the modes are written") {
      (try? home.scratch.read("after"))?.isEmpty == false
    }
    #expect(try home.scratch.read("after") == home.scratch.read("before"))
    #expect(try await screen.fact("alternate_on") == "0")
    #expect(try await screen.fact("cursor_flag") == "1")
    #expect(try await screen.fact("mouse_any_flag") == "0")
  }

  @Test("shows what another process imports")
  func anotherImport() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await home.importing([Story.late])
    try await screen.wait(until: "the new article is in the list") {
      $0.contains("of 7") && $0.contains(Story.late.title)
    }
  }

  @Test("shows texts that would control the terminal as what they are")
  func hostile() async throws {
    let home = try Home()
    let file = try home.scratch.write(HostileText.article, to: "hostile.txt")
    #expect(try await home.brink("import", file).ending == .exited(0))
    let screen = try await home.dashboard()
    let title = try await screen.fact("pane_title")
    try await screen.wait(for: "prices rise")
    try await screen.press("Enter")
    try await screen.wait(for: "warned")
    #expect(try await screen.fact("pane_title") == title)
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
  }

  @Test("opens on an archive without articles and on one that is gone meanwhile")
  func emptyArchive() async throws {
    let home = try await Home.withStory()
    try Database(home.archive).execute("DELETE FROM article; UPDATE tally SET articles = 0")
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 Articles")
    try await screen.type("jk3 5G?q")
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
  }
}

@Suite("Without a terminal that can be used")
struct NoTerminalTests {
  @Test("the dashboard says so and where a screen as text comes from")
  func noTerminal() async throws {
    let home = try await Home.withStory()
    for arguments in [[], ["dashboard"], ["--kiosk"]] {
      let run = try await home.run(arguments)
      #expect(run.output == "")
      #expect(
        run.errors == """
          brink: dashboard: standard output is not a terminal
                 For a screen as text: brink snapshot --size 160x48

          """)
      #expect(run.ending == .exited(75))
    }
  }

  @Test(
    "the dashboard says which type of terminal it cannot use",
    .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"),
    arguments: [
      ("", "TERM is not set"), ("no-such-term", "the terminal type TERM=no-such-term is not known"),
      ("dumb", "a terminal of type dumb cannot move its cursor"),
    ])
  func unusableTerminal(_ type: String, _ reason: String) async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(environment: ["TERM": type])
    let text = try await screen.wait(for: "brink: dashboard: ")
    #expect(text.contains(reason))
    #expect(try await screen.exitCode() == 75)
  }
}
