import Foundation
import Testing

@Suite(
  "Panes that somebody arranges", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct ArrangingProgramTests {
  private func dashboard(
    _ home: Home, columns: Int = 100, rows: Int = 30
  ) async throws -> TmuxScreen {
    let screen = try await home.dashboard(columns: columns, rows: rows)
    try await screen.wait(for: "1 of 6")
    return screen
  }

  @Test("panes stand again as they were arranged, on a screen of the same size")
  func remembersLayout() async throws {
    let home = try await Home.withStory()
    let screen = try await dashboard(home, columns: 160, rows: 40)
    try await screen.type("w")
    try await screen.wait(for: "Layout: reading")
    try await screen.type(">")
    try await poll(until: "the layout is kept") {
      (try? home.scratch.read("state/brink/layouts"))?.contains("moves=") == true
    }
    let arranged = corners(of: try await screen.wait(for: "q quit"))
    #expect(arranged.count == 2 * 4)
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
    let again = try await dashboard(home, columns: 160, rows: 40)
    try await again.wait(until: "panes stand as they stood") { corners(of: $0) == arranged }
  }

  /// Where the borders of panes turn, as row and column: what a layout decides, whatever the panes
  /// have loaded.
  private func corners(of text: String) -> [[Int]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { row, line in
      line.enumerated().filter { "╔╗╚╝┌┐└┘".contains($1) }.map { column, _ in [row, column] }
    }
  }

  @Test("a border goes with the mouse that drags it")
  func drags() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(columns: 160, rows: 48)
    try await screen.wait(for: "1 of 6")
    let before = try await screen.text()
    let title = try #require(before.split(separator: "\n").first { $0.contains("╗┌─ 2 Article") })
    let column = title.distance(from: title.startIndex, to: try #require(title.firstIndex(of: "╗")))
    func mouse(_ button: Int, _ column: Int) -> [UInt8] {
      Array("\u{1B}[<\(button);\(column + 1);5M".utf8)
    }
    try await screen.send(mouse(0, column) + mouse(32, column + 4) + mouse(32, column + 8))
    try await screen.wait(until: "the border has moved") { text in
      text.split(separator: "\n").contains { line in
        line.contains("╗┌─ 2 Article")
          && line.distance(from: line.startIndex, to: line.firstIndex(of: "╗") ?? line.startIndex)
            == column + 8
      }
    }
  }
}
