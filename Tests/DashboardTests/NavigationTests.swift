import Terminal
import Testing

@testable import Dashboard

@Suite("Navigation")
struct NavigationTests {
  /// The line with the cursor of the list that has the focus.
  private func cursor(after keys: String) throws -> String? {
    try screen(after: "z" + keys).split(separator: "\n").first { $0.contains("▸") }.map {
      $0.split(separator: " ").drop { $0 != "║▸" }.dropFirst().joined(separator: " ")
    }
  }

  @Test(
    "moves the cursor",
    arguments: [
      ("", "2031-05-04"), ("j", "2031-05-03"), ("<Down>", "2031-05-03"), ("jk", "2031-05-04"),
      ("k", "2031-05-04"), ("G", "2031-04-28"), ("Gk", "2031-05-01"), ("Gg", "2031-05-04"),
      ("<Space>", "2031-04-28"), ("<Space>b", "2031-05-04"), ("n", "2031-05-03"),
      ("nnp", "2031-05-03"), ("<End><Home>", "2031-05-04"), ("jjjjjjk", "2031-05-01"),
    ])
  func movesCursor(keys: String, day: String) throws {
    #expect(try cursor(after: keys)?.hasPrefix(day) == true)
  }

  @Test(
    "comes with keys that wait together to where they lead one by one",
    arguments: [
      "jjj", "jj<Tab><Space>", "jjkk", "zjj2", "jj⏎jjn", "jj5jj", "j⏎<Esc>j", "jjz3jj2",
      "jj:map<Enter>", "jjz1", "3jj<BS>k", "j=<Esc>j", "jjRjjR", "jj/truce<Enter>j", "Gn2kb",
    ])
  func leadsTogether(keys: String) throws {
    let alone = try DashboardTests.session(after: keys)
    var together = try DashboardTests.session()
    together.sendAtOnce(try KeyNotation.inputs(keys).map(Message.input))
    #expect(together.state.article == alone.state.article)
    #expect(together.state.frame().plain == alone.state.frame().plain)
  }

  @Test("reads of many articles that the cursor passes at once the one where it rests")
  func readsOne() throws {
    var state = try DashboardTests.session().state
    let effects = state.apply(Array(repeating: .input(.key(.character("j"))), count: 3))
    let read = effects.filter {
      guard case .load(let load) = $0 else { return false }
      return load.slot.owner == .pane(ReaderPane.id)
    }
    #expect(read.count == 1)
  }

  @Test("opens the article under the cursor and comes back")
  func opensAndReturns() throws {
    let session = try DashboardTests.session(after: "j⏎")
    #expect(session.state.focus == "reader")
    #expect(session.state.frame().plain.contains("Amelin Post · 2031-05-03"))
    for back in ["<Esc>", "h", "<BS>", "<Left>"] {
      #expect(try DashboardTests.session(after: "j⏎" + back).state.focus == "articles")
    }
  }

  @Test("goes to the next and the previous article from the reader")
  func stepsInReader() throws {
    #expect(try screen(after: "⏎n").contains("Norvane says convoy left under escort"))
    #expect(try screen(after: "⏎nnp").contains("Amelin Post · 2031-05-03"))
  }

  @Test("opens a statement's article at its sentence and comes back to the statement")
  func opensStatement() throws {
    let session = try DashboardTests.session(after: "5jj⏎")
    #expect(session.state.focus == "reader")
    let plain = session.state.frame().plain
    #expect(plain.contains("Amelin Post · 2031-05-03"))
    #expect(plain.contains("▸  Ilse Marden said the convoy had passed the Kessel Strait"))
    #expect(plain.contains("1/1  Ilse Marden says · indirect · rule cue-verb"))
    let back = try DashboardTests.session(after: "5jj⏎h")
    #expect(back.state.focus == "statements")
    #expect(back.state.frame().plain.contains("▸ Ilse Marden          says"))
  }

  @Test("opens a statement in a reader that was out of sight, whatever was chosen before")
  func opensOutOfSight() throws {
    let session = try DashboardTests.session(after: "zjjk5j⏎")
    #expect(session.state.layout.panes.map(\.id) == ["reader"])
    #expect(session.state.frame().plain.contains("2/2  Ilse Marden threatens"))
  }

  @Test("goes from statement to statement and says when there is no other")
  func stepsStatements() throws {
    #expect(try screen(after: "⏎}").contains("1/2  Tomas Reyk denies"))
    #expect(try screen(after: "⏎}}").contains("2/2  Ilse Marden threatens"))
    #expect(try screen(after: "⏎}}}").contains("This is the last statement"))
    #expect(try screen(after: "⏎}}}{").contains("1/2  Tomas Reyk denies"))
    #expect(try screen(after: "nn⏎}").contains("No statements in this article"))
  }

  @Test("folds what stood around the article until it is asked for")
  func showsFurniture() throws {
    #expect(try !screen(after: "⏎z").contains("Share this story"))
    let plain = try screen(after: "⏎zF")
    #expect(plain.contains("[share] Share this story"))
    #expect(plain.contains("[related-link] More about harbours"))
    #expect(plain.contains("Showing 2 pieces of the page"))
    #expect(try !screen(after: "⏎zFF").contains("Share this story"))
  }

  @Test("goes through all panes with Tab, to one by its key, and zooms it")
  func changesPanes() throws {
    let ids = PaneRegistry.standard.panes.map { type(of: $0).id }
    #expect(ids.count <= Action.paneKeys.count)
    for (index, id) in ids.enumerated() {
      #expect(try session(after: String(repeating: "⇥", count: index)).state.focus == id)
      #expect(try session(after: "\(Action.paneKeys[index])").state.focus == id)
      let back = String(repeating: "<S-Tab>", count: ids.count - index)
      #expect(try session(after: back).state.focus == id)
      #expect(
        try session(after: "\(Action.paneKeys[index])z").state.layout.panes.map(\.id) == [id])
    }
    #expect(try session(after: "zz").state.layout.panes.count == 2)
    #expect(try session(after: "z<Esc>").state.layout.panes.count == 2)
  }

  @Test("keeps cursor and scroll over a change of size and back")
  func keepsPlace() throws {
    var session = try DashboardTests.session(after: "jj")
    let before = session.state.frame()
    session.send([.resize(Size(columns: 12, rows: 3)), .resize(Size(columns: 200, rows: 70))])
    session.send([.resize(Size(columns: 80, rows: 24))])
    #expect(session.state.frame() == before)
  }

  @Test("chooses with a press, opens with two, scrolls with the wheel")
  func followsMouse() throws {
    func after(_ gesture: Mouse.Gesture, row: Int) throws -> DashboardSession {
      var session = try DashboardTests.session()
      session.send([.mouse(Mouse(gesture: gesture, column: 20, row: row))])
      return session
    }
    #expect(try after(.press, row: 4).state.frame().plain.contains("▸ 2031-05-03"))
    #expect(try after(.press, row: 15).state.focus == "reader")
    #expect(try after(.doubleClick, row: 5).state.focus == "reader")
    let wheeled = try after(.wheelDown, row: 15)
    #expect(wheeled.state.focus == "articles")
    #expect(wheeled.state.frame().plain.contains("11 of 12"))
    #expect(try after(.press, row: 0).state.frame() == session().state.frame())
  }
}
