import Glibc

/// Notices that somebody on this machine writes to an archive, to what SQLite keeps beside it, or
/// puts another in its place (inotify).
///
/// It tells of more than commits, and may do so before one is whole: who hears of something looks at
/// ``ArchiveReader/dataVersion()``.
package final class ArchiveWatch: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Nil where the system has no watch to give, or the folder is not there.
  init?(path: String) {
    self.path = path
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { return nil }
    guard watchAll() else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits until something has happened since ``renew()``.
  ///
  /// - Parameters:
  ///   - other: a descriptor that ends the wait when it can be read.
  ///   - timeout: in milliseconds.
  /// - Returns: Whether something has happened.
  package func wait(beside other: Int32, timeout: Int) -> Bool {
    var requests = [descriptor, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    return poll(&requests, 2, Int32(clamping: timeout)) > 0 && requests[0].revents != 0
  }

  /// Forgets what has happened so far, and watches the files that are there now.
  package func renew() {
    var events = [UInt8](repeating: 0, count: 16 << 10)
    while read(descriptor, &events, events.count) > 0 {}
    _ = watchAll()
  }

  /// Whether the folder is watched, where files come and go. To watch a file twice changes nothing.
  private func watchAll() -> Bool {
    // SQLite writes beside the file that a link leads to.
    if let target = realpath(path, nil) {
      watch(String(cString: target))
      free(target)
    }
    return watch(path)
  }

  /// - Returns: Whether the folder of the file is watched.
  @discardableResult
  private func watch(_ file: String) -> Bool {
    let writes = UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF)
    for suffix in ["", "-wal", "-journal"] {
      _ = inotify_add_watch(descriptor, file + suffix, writes)
    }
    let comings = UInt32(IN_CREATE | IN_MOVED_TO | IN_ONLYDIR)
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
    return inotify_add_watch(descriptor, folder, comings) >= 0
  }
}
