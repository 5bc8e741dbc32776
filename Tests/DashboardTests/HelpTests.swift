import Archive
import Terminal
import Testing

@testable import Dashboard

@Suite("Help")
struct HelpTests {
  @Test(
    "shows every action that is valid where it was asked for",
    arguments: PaneRegistry.standard.panes.map { type(of: $0).id })
  func showsEverything(pane: PaneID) throws {
    var session = try session(columns: 160, rows: 80)
    session.send(.action(.focus(pane)))
    session.send(.action(.help))
    let plain = session.state.frame().plain
    for binding in session.state.keymap.bindings(in: .pane(pane)) {
      #expect(plain.contains(binding.action.description))
      #expect(plain.contains(Wording.keys(binding.keys)))
    }
  }

  @Test("scrolls to its end on a small screen and no further")
  func scrolls() throws {
    #expect(try !screen(after: "?").contains("What you have saved under a name"))
    #expect(try screen(after: "?G").contains("What you have saved under a name"))
    #expect(try screen(after: "?Gj") == screen(after: "?G"))
    #expect(try screen(after: "?Gg") == screen(after: "?"))
    #expect(try screen(after: "?jk  bb") == screen(after: "?"))
  }

  @Test("shows only lines with the words that are looked for, and all again with Esc")
  func narrows() throws {
    let plain = try screen(after: "?/zoom")
    #expect(plain.contains("Keys with “zoom”") && !plain.contains("One line down"))
    #expect(plain.contains("This pane alone, or all again"))
    #expect(try screen(after: "?/moving line⏎").contains("One line down"))
    #expect(try screen(after: "?/moving line<Esc>") == screen(after: "?"))
    #expect(try screen(after: "?/xyzzy").contains("No key does that."))
  }

  @Test("tells the filter language, with every key that it has")
  func tellsLanguage() throws {
    let terms = FilterHelp.lines.map(\.term)
    for key in FilterExpression.keys { #expect(terms.contains { $0.hasPrefix(key + ":") }) }
    #expect(try screen(after: "?/since").contains("since:2022-02"))
  }

  @Test("closes without any other effect", arguments: ["?", "<Esc>", "q", "<F1>", "⏎"])
  func closes(key: String) throws {
    #expect(try screen(after: "?" + key) == screen())
  }
}
