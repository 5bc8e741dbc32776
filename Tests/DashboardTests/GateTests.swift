import Archive
import Dashboard
import Terminal
import Testing

@Suite("The way out of a kiosk")
struct GateTests {
  private var kiosk: WallSession

  init() throws {
    kiosk = try WallSession(
      of: ArchiveWriter.holding(Story.articles).dashboard, phrase: "cod is no casus belli")
  }

  @Test("is the operator's phrase, which shows as dots")
  mutating func opens() throws {
    try kiosk.press("<C-x>cod is no")
    #expect(kiosk.screen.contains("Phrase: •••••••••"))
    #expect(!kiosk.screen.contains("cod is no"))
    try kiosk.press(" casus belli<Enter>")
    #expect(!kiosk.isRunning)
  }

  @Test("stays shut for anything else, longer after each failure")
  mutating func failures() throws {
    try kiosk.press("<C-x>open sesame<Enter>")
    #expect(kiosk.isRunning && kiosk.screen.contains("That is not the phrase"))
    // The right phrase, too, has to wait now.
    try kiosk.press("<C-x>cod is no casus belli<Enter>")
    #expect(kiosk.isRunning && kiosk.screen.contains("Wait 2 s, then try again"))
    kiosk.pass(.seconds(2))
    try kiosk.press("open sesame<Enter>")
    try kiosk.press("<C-x>open sesame<Enter>")
    #expect(kiosk.screen.contains("Wait 4 s, then try again"))
    kiosk.pass(.seconds(4))
    try kiosk.press("cod is no casus belli<Enter>")
    #expect(!kiosk.isRunning)
  }

  @Test("forgets nothing of failures when it forgets a visitor, and a phrase half typed")
  mutating func forgets() throws {
    for _ in 0..<9 {
      try kiosk.press("<C-x>open sesame<Enter>")
      kiosk.pass(.seconds(300))
    }
    try kiosk.press("<C-x>open sesame<Enter><C-x>cod is")
    kiosk.pass(.seconds(121))
    #expect(!kiosk.screen.contains("Phrase: "))
    try kiosk.press("<C-x>cod is no casus belli<Enter>")
    #expect(kiosk.isRunning && kiosk.screen.contains("Wait "))
  }

  @Test("is no way out where no phrase is set, and not from a dashboard at a desk")
  func absent() throws {
    var shut = try WallSession(of: ArchiveWriter.holding(Story.articles).dashboard)
    let before = shut.screen
    try shut.press("<C-x>")
    #expect(shut.screen == before)
    #expect(Keymap.standard.action(for: .control("x"), in: .pane("articles")) == nil)
  }
}
