import Archive
import Dashboard
import EventData
import Terminal
import Testing

@Suite("The runner", .serialized)
struct RunnerTests {
  private let size = Size(columns: 80, rows: 24)

  private func archive() throws -> DashboardArchive {
    try ArchiveWriter.holding(Story.articles).dashboard
  }

  @Test("shows the newest page in its first frame and ends with the key for it")
  func showsFirstFrame() throws {
    let terminal = ScriptedTerminal(size: size) { frame, _ in
      frame.plain.contains("▸ 2031-05-04") ? "q" : ""
    }
    let runner = DashboardRunner(
      archive: try archive(), terminal: terminal, patience: .seconds(60))
    #expect(runner.run() == .quit)
    #expect(terminal.frames == 1)
  }

  @Test("draws one frame for a burst of keys")
  func drawsOnce() throws {
    let terminal = ScriptedTerminal(size: size) { frame, count in
      if count == 1 { return "jjjkkjjkj" }
      if count == 2 { #expect(frame.plain.contains("▸ 2031-04-28")) }
      return frame.plain.contains("Fishermen in Port Amelin") ? "q" : ""
    }
    let runner = DashboardRunner(
      archive: try archive(), terminal: terminal, patience: .seconds(60))
    #expect(runner.run() == .quit)
  }

  @Test("follows a burst of keys into pages yet to come, without a wait for more keys")
  func followsBurst() throws {
    let articles = (0..<400).map { number in
      Story.article(
        "Day \(number) of the quarrel", outlet: "Coastal Wire", day: "2031-05-01",
        "The pilots counted \(number) ships.")
    }
    let terminal = ScriptedTerminal(size: Size(columns: 160, rows: 30)) { frame, count in
      if count == 1 { return String(repeating: "j", count: 300) }
      return frame.plain.contains("The pilots counted 99 ships.") ? "q" : ""
    }
    let runner = DashboardRunner(
      archive: try ArchiveWriter.holding(articles).dashboard, terminal: terminal,
      patience: .seconds(60), stillness: 3_600_000)
    #expect(runner.run() == .quit)
  }

  @Test("forgets no key that comes while another list is on its way")
  func keepsKeys() throws {
    let terminal = ScriptedTerminal(size: size) { frame, count in
      if count == 1 { return "/harbour<Esc>jj" }
      return frame.plain.contains("3 of 4") ? "q" : ""
    }
    let runner = DashboardRunner(
      archive: try archive(), terminal: terminal, patience: .seconds(60))
    #expect(runner.run() == .quit)
  }

  @Test("ends when the terminal is gone")
  func endsWithTerminal() throws {
    let terminal = MemoryTerminal(size: size, inputs: [.closed])
    #expect(DashboardRunner(archive: try archive(), terminal: terminal).run() == .closed)
  }

  @Test("goes on in the kiosk until the terminal is gone")
  func kioskGoesOn() throws {
    let terminal = ScriptedTerminal(size: size) { frame, count in
      if count == 1 { return "qQ<C-c><Esc>j" }
      return frame.plain.contains("▸ 2031-05-03") ? nil : ""
    }
    let runner = DashboardRunner(
      archive: try archive(), terminal: terminal, keymap: Keymap.standard.kiosk)
    #expect(runner.run() == .closed)
    #expect(terminal.last?.plain.contains("▸ 2031-05-03") == true)
  }

  @Test("forgets in the kiosk what a visitor did who has gone")
  func forgetsVisitor() throws {
    var found = false
    let terminal = ScriptedTerminal(size: size) { frame, count in
      if count == 1 { return "jj/strait<Enter>" }
      if frame.plain.contains("“strait”") { found = true }
      return found && frame.plain.contains("▸ 2031-05-04") && !frame.plain.contains("“strait”")
        ? nil : ""
    }
    let moment = Moment(steady: .zero, day: Day(number: 0), hour: 9, minute: 0)
    let runner = DashboardRunner(
      archive: try archive(), terminal: terminal, keymap: Keymap.standard.kiosk,
      kiosk: (Kiosk(at: moment, idleLimit: .zero), { moment }))
    #expect(runner.run() == .closed)
    #expect(found)
    #expect(terminal.last?.plain.contains("“strait”") == false)
  }

  @Test("notices what another process writes, and draws nothing while nothing happens")
  func noticesNews() throws {
    let file = try ArchiveFile(holding: Array(Story.articles.dropLast()))
    let terminal = ScriptedTerminal(size: size) { frame, _ in
      frame.plain.contains("as of 2031-05-04") && frame.plain.contains("of 4") ? nil : ""
    }
    // What is loaded in the background may still come after a first silence, not for ever.
    var before = 0
    var isQuiet = false
    terminal.onSilence = { times in
      // Nothing is waited for but a key or a writer.
      if terminal.timeout == nil, terminal.frames == before, !isQuiet {
        isQuiet = true
        try? file.writer().add([Story.articles.last!])
      }
      before = terminal.frames
      return times < 60
    }
    let runner = DashboardRunner(archive: try file.dashboard(), terminal: terminal)
    #expect(runner.run() == .closed)
    #expect(isQuiet)
    #expect(terminal.last?.plain.contains("as of 2031-05-04") == true)
  }
}

/// A terminal at which somebody answers a frame with keys; with nil the terminal is closed.
private final class ScriptedTerminal: TerminalBackend {
  let size: Size
  let waker = Waker()
  private(set) var last: Frame?
  private(set) var frames = 0
  /// How long it was last asked to wait.
  private(set) var timeout: Int?
  /// Asked when a wait went by without anything; false closes the terminal.
  var onSilence: (Int) -> Bool = { $0 < 60 }

  private let answer: (Frame, Int) -> String?
  private var waiting: [Input] = []
  private var silences = 0

  init(size: Size, answer: @escaping (Frame, Int) -> String?) {
    self.size = size
    self.answer = answer
  }

  func show(_ frame: Frame) {
    last = frame
    frames += 1
    let keys = answer(frame, frames).map { try? KeyNotation.inputs($0) } ?? [.closed]
    waiting += keys ?? []
  }

  func copy(_ text: String) {}

  func inputs(timeout: Int?) -> [Input] {
    defer { waiting = [] }
    self.timeout = timeout
    if waiting.isEmpty, !waker.wait(timeout: timeout ?? 1000), frames > 0 {
      silences += 1
      if !onSilence(silences) { return [.closed] }
    }
    return waiting
  }
}
