import Terminal
import Testing

@Suite("A terminal in memory")
struct MemoryTerminalTests {
  private let size = Size(columns: 8, rows: 2)

  @Test("hands out its inputs in order, resizing on the way, and then closes")
  func inputs() {
    let wide = Size(columns: 100, rows: 30)
    let terminal = MemoryTerminal(
      size: size, inputs: [.key(.tab), .resize(wide), .key(.enter)])
    #expect(terminal.inputs(timeout: nil) == [.key(.tab), .resize(wide)])
    #expect(terminal.size == wide)
    terminal.queue([.key(.escape)])
    #expect(terminal.inputs(timeout: nil) == [.key(.enter), .key(.escape)])
    #expect(terminal.inputs(timeout: 0) == [])
    #expect(terminal.inputs(timeout: nil) == [.closed])
  }

  @Test("keeps the frames shown, the last ones only")
  func frames() {
    let terminal = MemoryTerminal(size: size, framesKept: 2)
    #expect(terminal.plain == "")
    for text in ["one", "two", "three"] {
      var frame = Frame(size: size)
      frame.draw { $0.write(SafeText(text), at: 1, 0) }
      terminal.show(frame)
    }
    #expect(terminal.frames.map(\.plain) == [" two\n", " three\n"])
    #expect(terminal.plain == " three\n")
  }

  @Test("ends its wait when it is woken from another thread")
  func waking() async {
    let terminal = MemoryTerminal(size: size)
    let waker = terminal.waker
    await Task.detached { waker.wake() }.value
    let start = ContinuousClock.now
    #expect(terminal.inputs(timeout: 60_000) == [])
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
