import GRDB
import Glibc
import Synchronization

/// The connection of a reader, made anew when another file takes the archive's place.
///
/// A connection holds the file that it has opened, even after that was deleted or replaced: an
/// archive restored from a backup would not be seen before the program ends.
final class ReaderConnection: Sendable {
  /// Which file a path leads to, and in which state.
  private struct FileIdentity: Equatable {
    let device: dev_t
    let inode: ino_t
    let isInUse: Bool
    /// When a file was written that nobody has open: where no files can be made beside it, it is
    /// read as one that never changes, and somebody may have come and gone between two looks.
    let seconds: Int
    let nanoseconds: Int

    /// - Throws: ``ArchiveError/missing``, ``ArchiveError/unreadable(errno:)``.
    init(of path: String) throws(ArchiveError) {
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno: errno)
      }
      device = status.st_dev
      inode = status.st_ino
      isInUse = ArchiveFile(path: path).isInUse
      seconds = isInUse ? 0 : status.st_mtim.tv_sec
      nanoseconds = isInUse ? 0 : status.st_mtim.tv_nsec
    }
  }

  private struct Opened {
    var database: DatabaseQueue
    var identity: FileIdentity?
  }

  private let opened: Mutex<Opened>
  /// Nil for an archive in memory.
  let path: String?
  private let busyTimeout: Duration

  init(_ database: DatabaseQueue) {
    opened = Mutex(Opened(database: database))
    path = nil
    busyTimeout = .zero
  }

  init(path: String, busyTimeout: Duration) throws(ArchiveError) {
    self.path = path
    self.busyTimeout = busyTimeout
    opened = Mutex(try Self.open(path, busyTimeout))
  }

  var database: DatabaseQueue { opened.withLock { $0.database } }

  /// Opens the archive again if its path leads to another file than before, or if it is asked to.
  ///
  /// - Returns: Whether it did.
  func follow(anyway: Bool = false) throws(ArchiveError) -> Bool {
    guard let path else { return false }
    let identity = try FileIdentity(of: path)
    guard anyway || opened.withLock({ $0.identity != identity }) else { return false }
    let again = try Self.open(path, busyTimeout)
    opened.withLock { $0 = again }
    return true
  }

  private static func open(
    _ path: String, _ busyTimeout: Duration
  ) throws(ArchiveError) -> Opened {
    let before = try? FileIdentity(of: path)
    let database = try ArchiveFile(path: path).openReader(busyTimeout: busyTimeout)
    let after = try? FileIdentity(of: path)
    // To open it may put it in use. Where it does not, the earlier look counts: what was written
    // between them is then seen at the next one.
    return Opened(database: database, identity: after?.isInUse == true ? after : before)
  }
}
