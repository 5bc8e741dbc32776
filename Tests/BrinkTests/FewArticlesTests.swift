import Foundation
import Testing

@Suite(
  "An archive of no article, or one",
  .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct FewArticlesTests {
  /// By the keys that go to them.
  private static let panes = [
    ("1", "Articles"), ("2", "Article"), ("3", "Actors"), ("4", "Regions"), ("5", "Statements"),
    ("6", "Escalation"), ("7", "Events"), ("8", "Timeline"), ("9", "Alerts"), ("0", "Claims"),
    ("-", "Changes"), ("=", "Figures"), ("`", "Who to whom"), ("M", "Map"), ("P", "Profile"),
  ]
  /// What moves, opens, sorts, turns and notes; none of them asks for words.
  private static let keys = "jkGglhstCFi<>nprmau"

  private func home(_ count: Int) async throws -> Home {
    let home = try Home()
    guard count == 0 else {
      try await home.importing(Array(Story.articles.prefix(count)))
      return home
    }
    // An archive may begin with a feed that nobody has asked yet.
    let run = try await home.brink("feed", "add", "https://fjord.example/feed.xml")
    #expect(run.exitCode == 0, "\(run.errors)")
    return home
  }

  @Test(
    "has every pane, and an answer to every key",
    arguments: [(0, "dashboard"), (0, "kiosk"), (1, "dashboard")])
  func panes(_ count: Int, _ command: String) async throws {
    let home = try await home(count)
    let screen = try await home.dashboard(command)
    try await screen.wait(for: count == 0 ? "No articles yet." : "1 of 1")
    for (key, title) in Self.panes {
      try await screen.type("\(key)z")
      let text = try await screen.wait(until: "\(title) has the screen to itself") {
        $0.contains("═ \(key) \(title) ") && !$0.contains("┌") && !$0.contains("Loading…")
      }
      #expect(!text.contains("⚠"), "\(title)")
      if count == 0 { #expect(text.contains(/║ +No(thing|body)?\s/), "\(title): \(text)") }
      try await screen.type("z")
      try await screen.type(Self.keys)
      try await screen.press("Enter", "PageDown", "PageUp", "Home", "End", "Left", "Right")
      try await screen.type("1")
      try await screen.wait(until: "the list has the focus after \(title)") {
        $0.contains("╔═ 1 Articles ")
      }
    }
    #expect(try await screen.fact("pane_dead") == "0")
  }

  @Test("goes through every view of a playlist", arguments: [0, 1])
  func playlist(_ count: Int) async throws {
    let home = try await home(count)
    let views = [
      ["level"], ["articles", "reader", "actors", "regions"],
      ["statements", "escalation", "events", "timeline"],
      ["alerts", "claims", "changes", "figures"], ["dyads"], ["overview"],
    ]
    let lines = views.map { "  - show: [\($0.joined(separator: ", "))]\n" }.joined()
    let file = try home.scratch.write("seconds: 86400\nviews:\n" + lines, to: "wall.yaml")
    let screen = try await home.dashboard("kiosk", "--playlist", file, columns: 120, rows: 40)
    for (index, view) in views.enumerated() {
      // A terminal may be looked at while half of the view before still stands there.
      let text = try await screen.wait(until: "view \(index + 1) is there, with all its panes") {
        $0.contains("View \(index + 1) of 6") && !$0.contains("Loading…")
          && (view == ["overview"] || $0.count { "╔┌".contains($0) } == view.count)
      }
      #expect(!text.contains("⚠"), "\(view)")
      try await screen.type(",")
    }
    try await screen.wait(for: "View 1 of 6")
  }

  @Test("offers nothing to choose from where there is nothing")
  func choosing() async throws {
    let home = try await home(0)
    let screen = try await home.dashboard()
    try await screen.wait(for: "No articles yet.")
    try await screen.type("f")
    try await screen.wait(for: "There is nothing to choose from")
  }
}
