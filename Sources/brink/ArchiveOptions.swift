import Archive
import ArgumentParser
import Dashboard

/// Every command that touches an archive takes the same option.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The archive (default: $XDG_DATA_HOME/brink/archive.sqlite).", valueName: "file"))
  var archive: String?

  func path(_ configuration: Configuration) throws(CommandFailure) -> String {
    if let archive { return archive }
    if let archive = configuration.archive { return archive }
    return try Places.defaultArchive()
  }

  func reader() throws -> (path: String, reader: ArchiveReader) {
    let path = try path(Configuration.load())
    do {
      return (path, try ArchiveReader(path: path))
    } catch {
      throw CommandFailure(error, at: path)
    }
  }

  func writer() throws -> (path: String, writer: ArchiveWriter) {
    let path = try path(Configuration.load())
    do {
      return (path, try ArchiveWriter(path: path))
    } catch {
      throw CommandFailure(error, at: path)
    }
  }

  /// The archive as the dashboard reads it: one connection for keys, one for slow work.
  func dashboardArchive() throws -> DashboardArchive {
    let (path, reader) = try reader()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return DashboardArchive(
        name: name, reader: reader, background: try ArchiveReader(path: path))
    } catch {
      throw CommandFailure(error, at: path)
    }
  }
}
