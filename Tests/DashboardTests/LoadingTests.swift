import Archive
import Synchronization
import Terminal
import Testing

@testable import Dashboard

@Suite("Loading")
struct LoadingTests {
  private let archive: DashboardArchive

  init() throws {
    archive = try ArchiveWriter.holding(Story.articles).dashboard
  }

  private func loads(_ effects: [Effect]) -> [Load] {
    effects.compactMap { if case .load(let load) = $0 { load } else { nil } }
  }

  private func started() -> DashboardState {
    var state = DashboardState(size: Size(columns: 80, rows: 24), archiveName: "strait.brink")
    var effects = state.apply(.start)
    while !effects.isEmpty {
      effects = loads(effects).flatMap {
        state.apply(.delivery($0.run(on: archive.source(for: .now))))
      }
    }
    return state
  }

  @Test("discards an answer that a later question has overtaken")
  func discardsStale() throws {
    var state = started()
    let first = try #require(loads(state.apply(.action(.down))).first)
    let second = try #require(loads(state.apply(.action(.down))).first)
    #expect(first.slot == second.slot)
    _ = state.apply(.delivery(second.run(on: archive.source(for: .now))))
    let frame = state.frame()
    #expect(frame.plain.contains("The Harbour Council met for nine hours."))
    _ = state.apply(.delivery(first.run(on: archive.source(for: .now))))
    #expect(state.frame() == frame)
    _ = state.apply(.delivery(second.run(on: archive.source(for: .now))))
    #expect(state.frame() == frame)
  }

  @Test("shows the old content until the new is there")
  func keepsContent() {
    var state = started()
    _ = state.apply(.action(.down))
    #expect(state.frame().plain.contains("▸ 2031-05-03"))
    #expect(state.frame().plain.contains("Ships waited for a second day"))
  }

  @Test("asks for nothing that cannot be seen, and for it when it can")
  func loadsWhatIsSeen() {
    var state = DashboardState(size: Size(columns: 80, rows: 24), archiveName: "strait.brink")
    let owners = Set(loads(state.apply(.start)).map(\.slot.owner))
    #expect(owners == [.pane("articles"), .dashboard])
    let later = loads(state.apply(.action(.focus("actors")))).map(\.slot.owner)
    #expect(Set(later) == [.pane("actors"), .pane("regions")])
    #expect(loads(state.apply(.action(.focus("articles")))).isEmpty)
  }

  @Test("runs only the last of several loads for one slot")
  func coalesces() throws {
    let found = Mutex<[Int]>([])
    let waker = Waker()
    // Longer than a busy machine may keep this thread waiting between two of them.
    let loader = Loader(archive: archive, stillness: 3000) { message in
      if case .delivery(let delivery) = message {
        found.withLock { $0.append(delivery.generation) }
        waker.wake()
      }
    }
    for generation in 1...50 {
      var load = Load("article", for: .dashboard, .whenStill) { _ in 1 }
      load.generation = generation
      loader.submit(load)
    }
    while found.withLock({ $0.last }) != 50 { #expect(waker.wait(timeout: 60_000)) }
    #expect([[50], [1, 50]].contains(found.withLock { $0 }))
  }

  @Test("of an archive that was damaged says so, keeps what it has, and goes on")
  func survivesDamage() throws {
    let file = try ArchiveFile(holding: Story.articles)
    var session = DashboardSession(
      archive: try file.dashboard(), size: Size(columns: 80, rows: 24))
    #expect(session.state.failures.isEmpty)
    let writer = try file.writer()
    try writer.finishImport()
    try file.damage()
    session.send(.archiveChanged)
    let plain = session.state.frame().plain
    #expect(plain.contains("⚠ The archive is damaged"))
    #expect(plain.contains("▸ 2031-05-04 Sun  The Tidewater"))
    session.send(try KeyNotation.inputs("jk⏎n12345"))
    session.send(.retry)
    #expect(session.isRunning)
  }

  @Test("shows what another process has added and keeps the cursor on its article")
  func refreshes() throws {
    let file = try ArchiveFile(holding: Array(Story.articles.dropLast()))
    var session = DashboardSession(
      archive: try file.dashboard(), size: Size(columns: 80, rows: 24))
    session.send(try KeyNotation.inputs("j"))
    #expect(session.state.frame().plain.contains("▸ 2031-05-01"))
    try file.writer().add([Story.articles.last!])
    session.send(.archiveChanged)
    let plain = session.state.frame().plain
    #expect(plain.contains("2031-05-04 Sun  The Tidewater"))
    #expect(plain.contains("▸ 2031-05-01"))
    #expect(plain.contains("3 of 4"))
    #expect(plain.contains("Harbour Council asks both sides to talk  "))
  }
}
