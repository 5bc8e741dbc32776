import Foundation
import Testing

@Suite("At a desk", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct DeskProgramTests {
  private func dashboard(
    _ home: Home, columns: Int = 100, rows: Int = 30, of articles: Int = 6
  ) async throws -> TmuxScreen {
    let screen = try await home.dashboard(columns: columns, rows: rows)
    try await screen.wait(for: "1 of \(articles)")
    return screen
  }

  @Test("what a pane lists is written to a new file, and no file is written over")
  func exports() async throws {
    let home = try await Home.withStory()
    let screen = try await dashboard(home)
    for expected in ["Wrote 6 lines to out.csv", "There is a file out.csv already"] {
      try await screen.type("e")
      try await screen.wait(for: "Write to: brink-articles.csv")
      try await screen.press("C-u")
      try await screen.type("out.csv")
      try await screen.press("Enter")
      try await screen.wait(for: expected)
    }
    let lines = try home.scratch.read("out.csv").split(whereSeparator: \.isNewline)
    #expect(lines.count == 7)
    #expect(lines.last?.hasPrefix("2024-03-04,Fjord Gazette,Iceland warns Portugal") == true)
  }

  @Test("an article is given to a command, whose answer or failure is told")
  func pipes() async throws {
    let home = try await Home.withStory()
    let screen = try await dashboard(home)
    for (command, expected) in [
      ("cat > given; echo counted", "counted"), ("echo no; exit 3", "The command failed (3): no"),
      ("true", "it printed nothing"),
    ] {
      try await screen.type("|")
      try await screen.wait(for: "Command: ")
      try await screen.type(command)
      try await screen.press("Enter")
      try await screen.wait(for: " \(expected)")
    }
    let given = try home.scratch.read("given")
    #expect(given.hasPrefix("Douro Herald, 2024-03-") || given.hasPrefix("Fjord Gazette, 2024-03-"))
  }

  @Test("a link is opened by the browser that is set, and by no shell")
  func opens() async throws {
    let home = try Home()
    let address = "https://example.org/a?b=$(touch%20pwned)&c;d"
    let file = try home.scratch.write(
      #"{"id": "1", "title": "Cod", "date": "2024-03-04", "source": "Gazette", "#
        + #""url": "\#(address)", "text": "Iceland warned Portugal."}"# + "\n",
      to: "one.jsonl")
    #expect(try await home.brink("import", file).exitCode == 0)
    let browser = try home.scratch.write(
      "#!/bin/sh\nprintf %s \"$1\" > '\(home.path)/opened'\n", to: "browser")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: browser)
    let screen = try await home.dashboard(environment: ["BROWSER": "/nowhere:\(browser)"])
    try await screen.wait(for: "1 of 1")
    try await screen.type("o")
    try await screen.wait(for: "Opening https://example.org/")
    try await poll(until: "the browser has the address") {
      (try? home.scratch.read("opened")) == address
    }
  }

  @Test("a citation goes to the clipboard of the terminal, unless that is turned off")
  func copies() async throws {
    let home = try await Home.withStory()
    let screen = try await dashboard(home)
    try await screen.record(to: "\(home.path)/sent")
    try await screen.type("yc")
    try await screen.wait(for: "Copied the citation")
    try await poll(until: "the citation was sent") {
      let sent = (try? home.scratch.read("sent")) ?? ""
      guard let code = sent.firstMatch(of: /\e\]52;c;([A-Za-z0-9+\/=]+)\a/) else { return false }
      let text = Data(base64Encoded: String(code.1)).map { String(decoding: $0, as: UTF8.self) }
      return text?.contains(", 2024-03-") == true
    }
    try home.configure("clipboard: false\n")
    let other = try await dashboard(home)
    try await other.type("yc")
    try await other.wait(for: "Copying is off")
  }

  @Test("an import is written down, with what could not be read and why")
  func imports() async throws {
    let home = try await Home.withStory()
    try home.scratch.write([Story.late].jsonLines, to: "late.jsonl")
    #expect(try await home.brink("import", "late.jsonl", "gone.txt").exitCode == 1)
    let screen = try await dashboard(home, columns: 120, of: 7)
    try await screen.type("Iz")
    try await screen.wait(until: "both imports are listed") {
      $0.contains(/✓ done +import +[^ ]*late\.jsonl.*1 +· +· +1/) && $0.contains("1 of 2")
    }
    try await screen.press("Enter")
    try await screen.wait(until: "the file is named, with the reason") {
      $0.contains(/gone\.txt +there is no such file/)
    }
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
    let arranged = try await screen.wait(until: "hints are back") { $0.contains("q quit") }
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
    let again = try await dashboard(home, columns: 160, rows: 40)
    try await again.wait(until: "it is as it was") { $0.trimmedLines == arranged.trimmedLines }
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
