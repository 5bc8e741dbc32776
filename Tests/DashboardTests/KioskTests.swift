import Dashboard
import Terminal
import Testing

@Suite("The kiosk")
struct KioskTests {
  private func kiosk(after keys: String) throws -> DashboardSession {
    try session(after: keys, keymap: Keymap.standard.kiosk)
  }

  @Test("goes on when a visitor presses what leaves elsewhere", arguments: ["q", "Q", "<C-c>"])
  func ignoresQuit(key: String) throws {
    #expect(try kiosk(after: key).state.frame() == kiosk(after: "").state.frame())
    #expect(try kiosk(after: key + "j").state.frame() == kiosk(after: "j").state.frame())
    #expect(try kiosk(after: key).isRunning)
    #expect(try kiosk(after: "?" + key).isRunning)
    #expect(try !session(after: key).isRunning)
  }

  @Test("does nothing at Esc when there is nothing to go back to")
  func ignoresEscape() throws {
    #expect(try kiosk(after: "<Esc>").state.frame() == kiosk(after: "").state.frame())
  }

  @Test("says nothing of leaving, on the screen or in help")
  func hidesQuit() throws {
    #expect(try !kiosk(after: "").state.frame().plain.contains("quit"))
    let search = "?/leave brink<Enter>"
    #expect(try session(after: search).state.frame().plain.contains("Leave brink from anywhere"))
    #expect(try !kiosk(after: search).state.frame().plain.contains("Leave brink"))
  }
}
