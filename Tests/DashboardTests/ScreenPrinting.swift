import Archive
import Dashboard
import Glibc
import Terminal
import Testing

@Test func printScreens() throws {
  let sizes = (getenv("SIZES").map { String(cString: $0) } ?? "80x24").split(separator: ",").map {
    let parts = $0.split(separator: "x").map { Int($0)! }
    return Size(columns: parts[0], rows: parts[1])
  }
  let keys = getenv("KEYS").map { String(cString: $0) } ?? ""
  let archive =
    try getenv("ARCHIVE").map {
      DashboardArchive(
        name: "example.brink", reader: try ArchiveReader(path: String(cString: $0)))
    } ?? ArchiveWriter.holding(Story.articles).dashboard
  let file = fopen("/tmp/screens.txt", "w")!
  defer { fclose(file) }
  for size in sizes {
    for keys in keys.split(separator: "|", omittingEmptySubsequences: false) {
      var session = DashboardSession(archive: archive, size: size)
      session.send(try KeyNotation.inputs(String(keys)))
      fputs(session.state.frame().plain + "\n", file)
    }
  }
}
