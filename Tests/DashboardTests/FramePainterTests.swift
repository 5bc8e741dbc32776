import Archive
import Terminal
import Testing

@testable import Dashboard

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

  /// Messages of which some change no pane, or nothing but a word in the lines around the panes.
  @Test("equals a frame drawn anew after each message, loads among them", arguments: 1...4)
  func equalsNewFrameOfEachMessage(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    let writer = try ArchiveWriter.holding(Array(Story.articles.prefix(3)))
    let archive = writer.dashboard
    var late = Story.articles.dropFirst(3)
    var state = DashboardState(
      size: Size(columns: 160, rows: 48), archiveName: "strait.brink", tour: Tour())
    var painter = FramePainter()
    var loads: [Load] = []

    func apply(_ message: Message) {
      for case .load(let load) in state.apply(message) { loads.append(load) }
      #expect(painter.frame(of: state) == state.frame(), "after \(message)")
    }

    apply(.start)
    for _ in 0..<120 {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: apply(.outage(LoadFailure("The archive is gone")))
      case 1: apply(.outage(nil))
      case 2, 3: apply(.delay(step: .random(in: 1...3, using: &generator)))
      case 4:
        if let article = late.popFirst() { try writer.add([article]) }
        apply(.archiveChanged)
      case 5, 6, 7:
        let keys = ["j", "<M-3>", "u", "'a", "2", "1", "<Enter>", "<Esc>", "/strait<Enter>"]
        let key = keys.randomElement(using: &generator)!
        for input in try KeyNotation.inputs(key) { apply(.input(input)) }
      default:
        guard let load = loads.popLast() else { continue }
        var delivery = load.run(on: archive.source(for: load.urgency))
        if Bool.random(using: &generator), load.slot.owner == .dashboard {
          delivery.outcome = .failure(LoadFailure("The disk is slow"))
        }
        apply(.delivery(delivery))
      }
    }
  }
}
