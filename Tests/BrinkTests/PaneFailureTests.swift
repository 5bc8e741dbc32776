import Foundation
import Testing

@Suite("A pane that cannot be read")
struct PaneFailureTests {
  @Test("says why in its own rectangle, and the others show what they have")
  func snapshot() async throws {
    let home = try await Home.withStory()
    try Database(home.archive).execute("DROP TABLE escalation_bar")
    let run = try await home.brink("snapshot", "--size", "160x48", "--keys", "1")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.count { $0.contains("⚠ The archive is damaged: no such table: escalation_bar") } == 1)
    #expect(run.output.contains("1 of 6") && run.output.contains("Iceland"))
    #expect(run.errors.contains("no such table: escalation_bar"))
    #expect(run.ending == .exited(69))
  }

  @Test(
    "comes back in a kiosk when it can be read again",
    .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
  func comesBack() async throws {
    let home = try await Home.withStory()
    try Database(home.archive).execute("ALTER TABLE article_findings RENAME TO hidden")
    let screen = try await home.dashboard("kiosk", columns: 160, rows: 48)
    try await screen.wait(for: "1 of 6")
    try await screen.type("=")
    try await screen.wait(for: "⚠ The archive is damaged: no such table: article_findings")
    // The rest goes on.
    try await screen.type("1j")
    try await screen.wait(for: "2 of 6")
    try Database(home.archive).execute("ALTER TABLE hidden RENAME TO article_findings")
    try await screen.type("=")
    try await screen.wait(until: "the pane is whole") {
      !$0.contains("⚠")
    }
  }
}
