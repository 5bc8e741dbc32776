import Archive
import Dashboard
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
}
