import Dashboard
import Terminal
import Testing

@Suite("What is taken over from the last frame")
struct FramePainterTests {
  /// Keys that move, open, filter, search, zoom, resize, ask for help and come back.
  private static let keys = [
    "j", "k", "g", "G", "<Enter>", "<Esc>", "<Tab>", "<S-Tab>", "n", "p", "}", "F", " ", "z", "?",
    "/strait<Enter>", "/x", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "<PageDown>",
    "<PageUp>", "r",
  ]

  @Test("equals a frame drawn anew, whatever was pressed before", arguments: 1...8)
  func equalsNewFrame(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    var session = try session(columns: 160, rows: 48)
    var painter = FramePainter()
    for step in 0..<60 {
      let key = Self.keys.randomElement(using: &generator)!
      session.send(try KeyNotation.inputs(key))
      if Int.random(in: 0..<12, using: &generator) == 0 {
        let size = Size(
          columns: .random(in: 20...200, using: &generator),
          rows: .random(in: 5...60, using: &generator))
        session.send(.input(.resize(size)))
      }
      guard session.isRunning else { break }
      #expect(
        painter.frame(of: session.state) == session.state.frame(), "step \(step), key \(key)")
    }
  }
}
