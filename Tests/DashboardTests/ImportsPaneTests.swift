import Archive
import Terminal
import Testing

@testable import Dashboard

@Suite("The pane of imports")
struct ImportsPaneTests {
  /// 2031-05-04 12:00:05 UTC.
  private static let noon = 1_935_662_405

  private func archive(seesPaths: Bool = true) throws -> DashboardArchive {
    let writer = try ArchiveWriter()
    var done = ImportRecord(command: "import", origin: "/home/ada/news", begun: Self.noon)
    (done.added, done.known, done.failed, done.state) = (1200, 7, 2, .done)
    _ = try writer.keep(
      done,
      [
        ImportFailure(input: "/home/ada/news/a.pdf", reason: "it is a PDF document, not text"),
        ImportFailure(input: "/home/ada/news/b.txt", reason: "it is empty"),
      ])
    var stopped = ImportRecord(command: "fetch", origin: "https://x.example/f", begun: Self.noon)
    stopped.state = .stopped("the disk is full")
    _ = try writer.keep(stopped)
    var running = ImportRecord(command: "watch", origin: "/home/ada/drop", begun: Self.noon)
    running.heard = .max / 2
    _ = try writer.keep(running)
    return DashboardArchive(
      name: "x", reader: writer.reader, catalogue: .invented,
      readership: Readership(seesNotes: seesPaths))
  }

  private func screen(
    _ keys: String, columns: Int = 120, rows: Int = 12, seesPaths: Bool = true
  ) throws -> String {
    DashboardSession.screen(
      after: try KeyNotation.inputs("Iz" + keys), of: try archive(seesPaths: seesPaths),
      size: Size(columns: columns, rows: rows)
    ).plain
  }

  @Test("lists the newest first, with how it stands and what it brought")
  func lists() throws {
    let lines = try screen("").split(separator: "\n").filter { $0.contains("2031-05-04") }
    try #require(lines.count == 3)
    #expect(lines[0].contains("… running  watch   /home/ada/drop"))
    #expect(lines[1].contains("⚠ stopped") && lines[1].contains("https://x.example/f"))
    #expect(lines[2].contains("2031-05-04 Sun 12:00 UTC  ✓ done     import  /home/ada/news"))
    #expect(lines[2].contains("1,200        ·        7        2"))
  }

  @Test("opens into what could not be read and why, and back")
  func opens() throws {
    let opened = try screen("G⏎")
    #expect(opened.contains("brink import /home/ada/news"))
    #expect(opened.contains("1,200 new articles, 0 changed, 7 known, 2 not read"))
    #expect(opened.contains("a.pdf") && opened.contains("it is a PDF document, not text"))
    #expect(opened.contains("1 of 2"))
    #expect(try screen("G⏎<Esc>") == screen("G"))
    #expect(try screen("j⏎").contains("stopped 2031-05-04 Sun 12:00 UTC: the disk is full"))
    #expect(try screen("j⏎").contains("Everything was read."))
  }

  @Test("names neither files nor addresses on a wall")
  func wall() throws {
    for keys in ["", "G⏎", "j⏎"] {
      let shown = try screen(keys, seesPaths: false)
      #expect(!shown.contains("ada") && !shown.contains("example") && !shown.contains("disk"))
    }
    #expect(try screen("G⏎", seesPaths: false).contains("it is empty"))
  }

  @Test("says what to do where there are none, and fits on small screens")
  func fits() throws {
    let none = DashboardSession.screen(
      after: try KeyNotation.inputs("Iz"), of: try ArchiveWriter().dashboard,
      size: Size(columns: 60, rows: 12)
    ).plain
    #expect(none.contains("brink import FILE…"))
    for keys in ["", "G⏎"] {
      #expect(try screen(keys, columns: 60, rows: 16).contains("Failed") == (keys == ""))
      #expect(try screen(keys, columns: 40, rows: 10).contains("Imports"))
    }
  }
}
