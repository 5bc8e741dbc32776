import Archive
import Dashboard
import Terminal
import Testing

@Test func printScreens() throws {
  let archive = DashboardArchive(name: "strait.brink", reader: try ArchiveWriter().reader)
  for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 48), Size(columns: 250, rows: 60), Size(columns:30, rows: 5)] {
    var session = DashboardSession(archive: archive, size: size)
    print(session.state.frame().plain)
    session.send(try KeyNotation.inputs("?"))
    print(session.state.frame().plain)
  }
}
