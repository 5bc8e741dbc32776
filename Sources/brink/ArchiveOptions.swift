import Archive
import ArgumentParser
import Dashboard
import Escalation
import Glibc

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

  static func reader(
    _ path: String, keepsFacets: Bool = false
  ) throws(CommandFailure) -> ArchiveReader {
    do {
      return try ArchiveReader(path: path, keepsFacets: keepsFacets)
    } catch {
      throw CommandFailure(error, at: path)
    }
  }

  /// Makes the archive where there is none.
  static func writer(_ path: String) throws(CommandFailure) -> ArchiveWriter {
    do {
      return try ArchiveWriter(path: path)
    } catch {
      throw CommandFailure(error, at: path)
    }
  }

  /// The archive as the dashboard reads it: one connection for keys, one for counts
  /// and one for the ledger.
  ///
  /// - Parameters:
  ///   - mayWrite: false for what only shows, as a kiosk.
  ///   - desk: what else may be done for the person in front of it.
  func dashboardArchive(
    _ path: String, _ catalogue: IndicatorCatalogue, mayWrite: Bool, desk: Desk = Desk()
  ) throws(CommandFailure) -> DashboardArchive {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var readership = Readership(name: mayWrite ? Places.reader : "", seesNotes: mayWrite)
    if mayWrite {
      readership.acknowledge = { alert in
        _ = try ArchiveWriter(path: path).acknowledge(alert, by: Places.reader, at: time(nil))
      }
      readership.mark = { subject, change in
        try ArchiveWriter(path: path).mark(subject, change)
      }
      if let history = SearchHistory() {
        readership.keepSearches = { try history.keep($0) }
      }
      if let layouts = LayoutMemory() { readership.keepLayouts = { try layouts.keep($0) } }
      readership.markSeen = { try ArchiveWriter(path: path).markSeen(by: Places.reader, on: $0) }
    }
    return DashboardArchive(
      name: name, reader: try Self.reader(path),
      background: try Self.reader(path, keepsFacets: true),
      leisure: try Self.reader(path), catalogue: catalogue, readership: readership,
      desk: desk,
      outlines: try MapBorders.reader())
  }
}
