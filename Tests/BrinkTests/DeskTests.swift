import Foundation
import Glibc
import Testing

/// What leaves the dashboard: for a browser, a file, a command, the clipboard.
@Suite("The real program", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct DeskTests {
  /// A program that notes what it was called with.
  private func browser(in home: Home) throws -> String {
    let path = try home.scratch.write(
      """
      #!/bin/sh
      printf '%s\\n' "$#" "$@" > "$0.part" && mv "$0.part" "$0.seen"

      """, to: "browser")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func home() async throws -> Home {
    let home = try Home()
    let file = try home.scratch.write(
      #"{"id":"l-1","title":"Ferry turned back","date":"2024-03-04","source":"Fjord Gazette","#
        + #""url":"https://fjord.example/ferry?a=1&b=$(touch%20x);c","#
        + #""text":"Iceland warned Portugal on Monday that it would turn back ferries."}"# + "\n",
      to: "link.jsonl")
    let run = try await home.brink("import", file)
    #expect(run.exitCode == 0)
    return home
  }

  @Test("opens the address of an article in the browser, in one piece and without a shell")
  func opens() async throws {
    let home = try await home()
    let browser = try browser(in: home)
    let screen = try await home.dashboard(environment: ["BROWSER": browser])
    try await screen.wait(for: "1 of 1")
    try await screen.type("o")
    try await poll(until: "the browser was called") {
      (try? home.scratch.read("browser.seen"))?.isEmpty == false
    }
    #expect(
      try home.scratch.read("browser.seen")
        == "1\nhttps://fjord.example/ferry?a=1&b=$(touch%20x);c\n")
  }

  @Test("says which browser cannot be started")
  func noBrowser() async throws {
    let home = try await home()
    let screen = try await home.dashboard(environment: ["BROWSER": "/no/such/browser"])
    try await screen.wait(for: "1 of 1")
    try await screen.type("o")
    try await screen.wait(for: "/no/such/browser cannot be started")
  }

  @Test("exports a view to a file, and never over one that is there")
  func exports() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    for step in 1...2 {
      try await screen.type("e")
      try await screen.wait(for: "Write")
      try await screen.press("C-u")
      try await screen.type("\(home.path)/list.csv")
      try await screen.press("Enter")
      try await screen.wait(for: step == 1 ? "Wrote 6 lines" : "There is a file")
    }
    let rows = try home.scratch.read("list.csv").split(whereSeparator: \.isNewline)
    #expect(rows.count == 7)
    #expect(rows[1].contains("2024-03-09") && rows[1].contains("Truce on the cod banks"))
  }

  @Test("gives what is under the cursor to a command, and shows what that answers")
  func pipes() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await screen.type("|")
    try await screen.type("grep -c truce")
    try await screen.press("Enter")
    try await screen.wait(until: "the answer is shown") {
      $0.contains(/(?m)^\s*1\s*$/) || $0.contains("║ 1 ")
    }
    try await screen.type("|false")
    try await screen.press("Enter")
    try await screen.wait(for: "The command failed (1)")
    // It ends of what a command in a shell ends of.
    for signal in [SIGPIPE, SIGXFSZ] {
      try await screen.type("|kill -\(signal) $$; echo goes on")
      try await screen.press("Enter")
      try await screen.wait(for: "The command failed (\(128 + signal))")
    }
  }

  @Test("puts a citation on the clipboard of a terminal that allows it")
  func copies() async throws {
    let home = try await home()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 1")
    try await screen.press("Enter")
    try await screen.wait(for: "╔═ 2 Article ")
    try await screen.type("yc")
    try await poll(until: "the terminal was told") {
      (try? await screen.clipboard())?.contains("Fjord Gazette") ?? false
    }
    let citation = try await screen.clipboard()
    for part in ["2024-03-04", "Ferry turned back", "https://fjord.example/ferry"] {
      #expect(citation.contains(part), "\(citation)")
    }
  }
}
