import Archive
import EventData
import Terminal
import Testing

@testable import Dashboard

@Suite("Every key of every pane, at every class of size")
struct EveryKeyTests {
  /// The least that brink takes, a usual one, one between, a large one, the largest.
  static let sizes = [(60, 16), (80, 24), (120, 36), (160, 48), (300, 90)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  static let panes = PaneRegistry.standard.panes.map { type(of: $0).id }

  /// Articles in scripts of wide, combined and mirrored characters beside the usual ones.
  static let articles =
    Story.articles + [
      Story.article(
        "港口关闭三天 🚢 のため", outlet: "海岸通信社", day: "2031-05-05",
        "{speaker:reyk Tomas Reyk} {cue:threaten warned} {content 警告 that "
          + "{event:TH1/THREATEN/sudmark/norvane/threatened ships would answer}}.",
        "{r:kessel Kessel Strait}: {figure:ships/patrol/reyk 40} 艘."),
      Story.article(
        "e\u{301}te\u{301} \u{202E}mirrored\u{202C} שלום", outlet: "\u{1B}[31mRed",
        day: "2031-05-05",
        "{speaker:marden Ilse Marden} {cue:deny denied} {content that {a:norvane Norvane} "
          + "{event:FU1/ASSAULT/norvane/sudmark/denied had fired}}."),
    ]

  static func session(_ pane: PaneID, _ size: Size) throws -> DashboardSession {
    var session = DashboardSession(
      archive: try ArchiveWriter.holding(articles).dashboard, size: size)
    session.send(.action(.focus(pane)))
    return session
  }

  @Test("leaves a whole screen behind, in which nothing is cut or let through", arguments: panes)
  func leavesWholeScreens(pane: PaneID) throws {
    let sessions = try Self.sizes.map { try Self.session(pane, $0) }
    for session in sessions { expectWhole(session, "\(pane.rawValue)") }
    // Drawing takes its time: each key is pressed at one size in this pane, at others in others.
    let turn = Self.panes.firstIndex(of: pane) ?? 0
    let bindings = Keymap.standard.bindings(in: sessions[0].state.context)
    for (place, binding) in bindings.enumerated() {
      var session = sessions[(place + turn) % sessions.count]
      session.send([.key(binding.keys[0])])
      expectWhole(session, "\(pane.rawValue) after \(binding.action.id.rawValue)")
    }
  }

  private func expectWhole(_ session: DashboardSession, _ place: String) {
    let state = session.state
    let frame = state.frame()
    let size = state.size
    #expect(frame.size == size, "\(place)")
    var halves = 0
    var controls = 0
    var rightHalf = false
    for (index, cell) in frame.cells.enumerated() {
      // The right half of a wide character stands behind its left one, in the same row.
      if (cell.width == 0) != rightHalf { halves += 1 }
      rightHalf = cell.width == 2
      if rightHalf, index % size.columns == size.columns - 1 { halves += 1 }
      if let bare = cell.symbol.bare, bare >= 0x20, bare < 0x7F { continue }
      controls += cell.symbol.scalars.count(where: Self.isControl)
    }
    #expect(halves == 0, "\(place) at \(size)")
    #expect(controls == 0, "\(place) at \(size)")
    guard let status = state.layout.status else { return }
    let line = (0..<size.columns).contains { frame[$0, status.row].symbol != " " }
    #expect(line, "\(place) at \(size)")
  }

  private static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F...0x9F).contains(scalar) || (0x202A...0x202E).contains(scalar)
  }

  /// Keys that take back what others do, as their descriptions say.
  static let ways: [(there: Action.ID, back: [Action.ID])] = [
    (.help, [.closeHelp]), (.zoom, [.zoom]), (.search, [.cancel]), (.command, [.cancel]),
    (.split, [.split]), (.down, [.up]), (.last, [.first]), ("charts", ["charts"]),
    ("tree", ["tree"]),
    ("furniture", ["furniture"]), ("original", ["original"]),
    (.toggleRead, [.undoMark]), (.toggleStar, [.undoMark]),
  ]

  @Test("comes back by the key that takes another one back", arguments: panes)
  func comesBack(pane: PaneID) throws {
    for size in Self.sizes[1...2] {
      var session = try Self.session(pane, size)
      session.send(.action(.first))
      let before = lines(session)
      let bound = Set(Keymap.standard.bindings(in: session.state.context).map(\.action.id))
      for (there, back) in Self.ways where bound.contains(there) {
        var session = session
        session.send(.action(there))
        for action in back { session.send(.action(action)) }
        #expect(lines(session) == before, "\(pane.rawValue) at \(size): \(there.rawValue)")
      }
    }
  }

  @Test("comes back to a pane from the one behind it and the one before it", arguments: panes)
  func turns(pane: PaneID) throws {
    for (there, back) in [(Action.ID.nextPane, Action.ID.previousPane), (.previousPane, .nextPane)]
    {
      var session = try Self.session(pane, Self.sizes[0])
      session.send(.action(there))
      #expect(session.state.focus != pane)
      session.send(.action(back))
      #expect(session.state.focus == pane)
    }
  }

  /// All but the status line.
  private func lines(_ session: DashboardSession) -> String {
    let plain = session.state.frame().plain
    return String(plain.prefix(upTo: plain.lastIndex(of: "\n") ?? plain.endIndex))
  }
}
