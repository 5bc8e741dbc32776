import Terminal
import Testing

@testable import Dashboard

@Suite("The tour")
struct TourTests {
  private func status(after keys: String, keymap: Keymap = .standard) throws -> String {
    var state = DashboardState(
      size: Size(columns: 80, rows: 24), archiveName: "x", keymap: keymap, tour: Tour())
    for input in try KeyNotation.inputs(keys) { _ = state.apply(.input(input)) }
    return state.frame().plain.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test("tells of a step until it was done")
  func steps() throws {
    #expect(try status(after: "").hasPrefix(" Guide 1/11  j goes down"))
    #expect(try status(after: "k").hasPrefix(" Guide 1/11 "))
    #expect(try status(after: "j").hasPrefix(" Guide 2/11  Enter reads"))
    #expect(try status(after: "j⏎2]<Esc>").hasPrefix(" Guide 5/11  / searches"))
    #expect(try status(after: "j⏎2]<Esc>/x<Esc>").hasPrefix(" Guide 6/11  6 shows"))
  }

  @Test("says at its end how one's own news comes in, and leaves the line to what keys do")
  func ends() throws {
    let way = "j⏎2]<Esc>/<Esc>6⏎3⏎<Esc>"
    #expect(try status(after: way).contains("brink import FILE…"))
    #expect(try status(after: way + "??").contains("q quit"))
  }

  @Test("ends at once for who asks for all keys")
  func help() throws {
    #expect(try status(after: "??").contains("q quit"))
  }

  @Test("names the keys that somebody has chosen")
  func rebound() throws {
    let keymap = try Keymap.standard.rebound([KeyBinding("down", [.character("J")])])
    #expect(try status(after: "", keymap: keymap).hasPrefix(" Guide 1/11  J "))
  }

  @Test("has steps that fit and that keys can do where they lead")
  func reachable() throws {
    var tour = Tour()
    let known = Dictionary(
      Keymap.standard.actions.map { ($0.id, $0.keys) }, uniquingKeysWith: { first, _ in first })
    while let step = tour.step {
      for action in step.actions { #expect(known[action]?.isEmpty == false, "\(action.rawValue)") }
      #expect(step.text.count <= 58)
      tour.note(step.actions[0])
    }
  }
}
