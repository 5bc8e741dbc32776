import Foundation
import Glibc
import Testing

@Suite("A disk that is full", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct FullDiskTests {
  @Test("does not keep an archive from being read, nor what others write later from being seen")
  func opens() async throws {
    for command in ["dashboard", "kiosk"] {
      // Not even the files that go with an archive in use can be made beside it.
      let home = try await Home.withStory()
      let screen = try await home.dashboard([command], under: Hindrance.noRoom)
      try await screen.wait(for: "1 of 6")
      try await screen.type("G")
      try await screen.wait(for: "it would seize trawlers")
      try await home.importing([Story.late])
      try await screen.wait(for: "of 7")
    }
  }

  @Test("does not hide what somebody wrote who came and went between two looks")
  func cameAndWent() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard([], under: Hindrance.noRoom)
    try await screen.wait(for: "1 of 6")
    let pid = pid_t(try await screen.fact("pane_pid")) ?? 0
    try #require(pid > 0)
    kill(pid, SIGSTOP)
    try await home.importing([Story.late])
    kill(pid, SIGCONT)
    try await screen.wait(for: "of 7")
  }

  @Test("does not hide what somebody has written last who was killed")
  func log() async throws {
    for command in ["dashboard", "kiosk"] {
      let home = try await Home.withStory()
      try home.leavingStar()
      let screen = try await home.dashboard([command], under: Hindrance.noRoom)
      try await screen.wait(until: "the star is there") { $0.contains(/★ +Truce on the cod/) }
    }
  }

  @Test("is told to who notes something; nothing is lost, reading goes on")
  func marks() async throws {
    let home = try await Home.withStory()
    let other = try home.starring()
    let before = try await home.brink("marks", "export").output
    let screen = try await home.dashboard([], under: Hindrance.noRoom)
    try await screen.wait(until: "the star is there") { $0.contains(/★ +Truce on the cod/) }

    let complaint = "⚠ Nothing was noted: File too large. Make room, then try again"
    try await screen.type("js")
    try await screen.wait(for: complaint)
    try await screen.type("j")
    try await screen.wait(until: "the next one is read") {
      $0.contains("3 of 6") && $0.contains("cut the nets of a trawler") && !$0.contains(complaint)
    }
    // What was typed stands there again.
    try await screen.type("N")
    try await screen.wait(for: "Note:")
    try await screen.type("Ask the harbour master.")
    try await screen.press("Enter")
    try await screen.wait(for: complaint)
    try await screen.type("N")
    try await screen.wait(for: "Note: Ask the harbour master.")
    try await screen.press("Enter")
    try await screen.wait(for: complaint)
    // That an article was opened is noted by itself: that it is not is told, too.
    try await screen.press("Enter")
    try await screen.wait(until: "the article has the focus") {
      $0.contains("╔═ 2 Article ") && $0.contains(complaint)
    }
    try await screen.type("Q")
    #expect(try await screen.exitCode() == 0)
    #expect(try await home.brink("marks", "export").output == before)
    #expect(try await home.brink("archive", "check").exitCode == 0)
    withExtendedLifetime(other) {}
  }

  @Test("takes neither searches nor layouts: both last until one quits, which is told once")
  func state() async throws {
    let home = try await Home.withStory()
    let other = try home.starring()
    let screen = try await home.dashboard(
      [], under: Hindrance.noRoom, columns: 160, rows: 40)
    try await screen.wait(for: "1 of 6")
    try await screen.type("/truce")
    try await screen.press("Enter")
    try await screen.wait(until: "it is found, and told that it is not kept") {
      $0.contains("1 of 1") && $0.contains("⚠ Searches last until you quit: File too large (")
    }
    try await screen.press("Escape")
    try await screen.wait(for: "of 6")
    try await screen.type("/")
    try await screen.press("C-u", "Up")
    try await screen.wait(for: "Search: truce")
    try await screen.press("Escape")
    try await screen.wait(until: "nothing is searched for") { !$0.contains("Search:") }
    try await screen.type(">")
    try await screen.wait(for: "⚠ Layouts last until you quit: File too large (")
    try await screen.type("Q")
    #expect(try await screen.exitCode() == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/state/brink")
    #expect(left == [], "no drafts, and no empty files")
    withExtendedLifetime(other) {}
  }
}
