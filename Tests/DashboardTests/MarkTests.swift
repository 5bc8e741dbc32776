import Archive
import Dashboard
import Synchronization
import Terminal
import Testing

@Suite("Marks on the screen")
struct MarkTests {
  private let archive: ArchiveWriter
  private let dashboard: DashboardArchive

  init() throws {
    let archive = try ArchiveWriter.holding(Story.articles)
    self.archive = archive
    dashboard = DashboardArchive(
      name: "strait.brink", reader: archive.reader, catalogue: .invented,
      readership: Readership(mark: { try archive.mark($0, $1) }))
  }

  private func screen(after keys: String, keymap: Keymap = .standard) throws -> String {
    var session = DashboardSession(
      archive: dashboard, size: Size(columns: 120, rows: 40), keymap: keymap)
    session.send(try KeyNotation.inputs(keys))
    return session.state.frame().plain
  }

  private func noted() throws -> [MarkRecord] { try archive.reader.markRecords() }

  @Test("opening an article marks it as read; looking at it in the list does not")
  func opening() throws {
    _ = try screen(after: "jk")
    #expect(try noted().isEmpty)
    let shown = try screen(after: "<Enter>")
    #expect(try noted().map(\.read) == [true])
    #expect(shown.contains("✓ "))
  }

  @Test("m, s, T and N note what is under the cursor, and u takes it back, the last first")
  func keys() throws {
    let shown = try screen(after: "msTgrain ports<Enter>NAsk Mara.<Enter>")
    #expect(shown.contains("✓★  ✎ #grain #ports "))
    #expect(shown.contains("✎ Ask Mara."))
    #expect(shown.contains("Noted"))
    let record = try #require(try noted().first)
    #expect(record.kind == .article)
    #expect(record.tags == ["grain", "ports"])

    _ = try screen(after: "N<C-u>Nobody asks.<Enter>u")
    #expect(try noted() == [record])
    _ = try screen(after: "su")
    #expect(try noted() == [record])
    #expect(try screen(after: "u").contains("Nothing to take back"))
    #expect(try screen(after: "Nx<Esc>").contains("Ask Mara."))
    #expect(try noted() == [record])
  }

  @Test("in the reader, a note is of the statement under the cursor")
  func statement() throws {
    let shown = try screen(after: "<Enter>}NTwice.<Enter>")
    #expect(try noted().compactMap(\.note) == ["Twice."])
    #expect(try noted().filter { $0.note != nil }.map(\.kind) == [.statement])
    #expect(shown.contains("✎ Twice."))
  }

  @Test("in the list of events, of the event")
  func event() throws {
    let pane = try #require(
      Keymap.standard.actions.first { $0.id == .focus("events") }?.keys.first)
    guard case .character(let key) = pane else { return }
    _ = try screen(after: "\(key)s")
    #expect(try noted().map(\.kind) == [.event])
  }

  @Test("a kiosk writes none of them, whatever keys are pressed")
  func kiosk() throws {
    let keymap = Keymap.standard.kiosk
    _ = try screen(after: "<Enter>msTgrain<Enter>Nx<Enter>u", keymap: keymap)
    #expect(try noted().isEmpty)
    #expect(!keymap.actions.contains { $0.capability == .writes })
  }

  @Test("an archive that somebody else holds is said, and nothing is lost")
  func locked() throws {
    let busy = DashboardArchive(
      name: "strait.brink", reader: archive.reader, catalogue: .invented,
      readership: Readership(mark: { _, _ in throw ArchiveError.locked }))
    var session = DashboardSession(archive: busy, size: Size(columns: 120, rows: 40))
    session.send(try KeyNotation.inputs("s"))
    let shown = session.state.frame().plain
    #expect(shown.contains("Another program writes to the archive; nothing was noted"))
    #expect(!shown.contains("★"))
  }

  @Test("what a full disk does not take is kept: what was typed, and what was to be taken back")
  func nothingIsLost() throws {
    var (session, room) = full()
    let complaint = "⚠ Nothing was noted: the disk is full. Make room, then try again"
    func screen() -> String { session.state.frame().plain }
    for (key, text) in [("T", "grain"), ("N", "Ask Mara.")] {
      session.send(try KeyNotation.inputs("\(key)\(text)<Enter>"))
      #expect(screen().contains(complaint))
      session.send(try KeyNotation.inputs(key))
      #expect(screen().contains(": \(text)"))
      // Still, when it is not taken a second time.
      session.send(try KeyNotation.inputs("<Enter>\(key)"))
      #expect(screen().contains(": \(text)"))
      room.isThere = true
      session.send(try KeyNotation.inputs("<Enter>"))
      room.isThere = false
    }
    session.send(try KeyNotation.inputs("u"))
    #expect(screen().contains(complaint))
    #expect(try noted().map(\.note) == ["Ask Mara."])
    room.isThere = true
    session.send(try KeyNotation.inputs("u"))
    #expect(try noted().map(\.note) == [nil])
    #expect(try noted().map(\.tags) == [["grain"]])
  }

  @Test("that opened articles are not noted as read is told once")
  func toldOnce() throws {
    var (session, _) = full()
    func isTold() -> Bool { session.state.frame().plain.contains("⚠ Nothing was noted") }
    session.send(try KeyNotation.inputs("<Enter>"))
    #expect(isTold())
    session.send(try KeyNotation.inputs("1j<Enter>"))
    #expect(!isTold())
    session.send(try KeyNotation.inputs("m"))
    #expect(isTold())
  }

  @Test("what is not kept for the next start is told once, and again when it was kept between")
  func kept() throws {
    let room = Room()
    let archive = DashboardArchive(
      name: "strait.brink", reader: archive.reader, catalogue: .invented,
      readership: Readership(keepSearches: { _ in
        if !room.isThere { throw LoadFailure("Searches last until you quit") }
      }))
    var session = DashboardSession(archive: archive, size: Size(columns: 120, rows: 40))
    func isTold(after text: String) throws -> Bool {
      session.send(try KeyNotation.inputs("/<C-u>\(text)<Enter>"))
      return session.state.frame().plain.contains("⚠ Searches last until you quit")
    }
    #expect(try isTold(after: "grain"))
    #expect(try !isTold(after: "kessel"))
    room.isThere = true
    #expect(try !isTold(after: "pier"))
    room.isThere = false
    #expect(try isTold(after: "strait"))
  }

  /// A dashboard whose archive takes nothing until there is room.
  private func full() -> (session: DashboardSession, room: Room) {
    let room = Room()
    let archive = archive
    let full = DashboardArchive(
      name: "strait.brink", reader: archive.reader, catalogue: .invented,
      readership: Readership(mark: { subject, change in
        guard room.isThere else { throw ArchiveError.full }
        return try archive.mark(subject, change)
      }))
    return (DashboardSession(archive: full, size: Size(columns: 120, rows: 40)), room)
  }
}

/// Whether there is room on a disk.
private final class Room: Sendable {
  private let state = Mutex(false)

  var isThere: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
