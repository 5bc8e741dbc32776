import Archive
import Dashboard
import Escalation
import EventData
import Foundation

/// An archive in a file of its own, which goes away with its owner.
final class ArchiveFile {
  let path: String

  init(holding articles: [CodedArticle]) throws {
    path = NSTemporaryDirectory() + "brink-dashboard-\(UUID().uuidString).brink"
    try writer().add(articles)
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Another connection, as another process has it.
  func writer() throws -> ArchiveWriter { try ArchiveWriter(path: path) }

  func dashboard() throws -> DashboardArchive {
    DashboardArchive(
      name: "strait.brink", reader: try ArchiveReader(path: path),
      background: try ArchiveReader(path: path), catalogue: .invented)
  }

  /// Overwrites everything behind the first page.
  func damage() throws {
    let bytes = try Data(contentsOf: URL(filePath: path)).count
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xAA, count: max(0, bytes - 4096)))
    try file.close()
  }
}
