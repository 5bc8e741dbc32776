import Glibc

/// Notices the files that are dropped into a folder, or into a folder in it (inotify).
///
/// A file counts when whoever writes it has closed it, or has moved it there as a whole, and
/// has left it alone for a moment. Hidden files and those that programs give the name of
/// something unfinished are passed over.
package final class FolderWatch {
  /// How long a file must be left alone, in milliseconds.
  private static let rest: Int32 = 300

  private let root: String
  private let descriptor: Int32
  /// By inotify's number.
  private var folders: [Int32: String] = [:]
  private var rootNumber: Int32 = -1

  /// - Throws: ``InputError`` when the path is no folder that may be read.
  package init(_ path: String) throws(InputError) {
    root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var status = stat()
    guard stat(root, &status) == 0 else { throw InputError(path: path, .vanished) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw InputError(path: path, .unreadable(errno: ENOTDIR))
    }
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw InputError(path: path, .unreadable(errno: errno)) }
    rootNumber = watch(root)
    guard rootNumber >= 0 else { throw InputError(path: path, .unreadable(errno: errno)) }
    watchFolders(below: root)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits for files, and for the end of those that are being written: their paths, each once.
  /// Nil when the folder itself is gone.
  package func next() -> [String]? {
    var files: [String] = []
    while true {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&request, 1, files.isEmpty ? -1 : Self.rest)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      guard let events = read() else { return files.isEmpty ? nil : files }
      for event in events { note(event, &files) }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  private struct Event {
    var folder: Int32
    var mask: UInt32
    var name: String
  }

  private static let header = MemoryLayout<inotify_event>.size

  /// Nil when the folder is gone.
  private func read() -> [Event]? {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    var events: [Event] = []
    var place = 0
    while place + Self.header <= count {
      let (event, size) = buffer.withUnsafeBytes { bytes in
        let head = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
        let name = bytes[(place + Self.header)...].prefix(Int(head.len)).prefix { $0 != 0 }
        let text = String(decoding: name, as: UTF8.self)
        return (Event(folder: head.wd, mask: head.mask, name: text), Self.header + Int(head.len))
      }
      events.append(event)
      place += size
      if event.folder == rootNumber, event.mask & UInt32(IN_IGNORED) != 0 { return nil }
    }
    return events
  }

  private func note(_ event: Event, _ files: inout [String]) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      // More happened than the system remembers: everything is looked at again.
      files += FolderFiles.below(root) ?? []
      return
    }
    if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.folder] = nil }
    guard let folder = folders[event.folder], !Self.isUnfinished(event.name) else { return }
    let path = "\(folder)/\(event.name)"
    if event.mask & UInt32(IN_ISDIR) != 0 {
      // Files may have been faster than the watch.
      _ = watch(path)
      watchFolders(below: path)
      files += FolderFiles.below(path) ?? []
    } else if event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 {
      files.removeAll { $0 == path }
      files.append(path)
    }
  }

  private static func isUnfinished(_ name: String) -> Bool {
    name.isEmpty || name.hasPrefix(".") || name.hasSuffix("~")
      || [".part", ".partial", ".tmp", ".crdownload", ".download", ".swp"].contains {
        name.hasSuffix($0)
      }
  }

  private func watch(_ path: String) -> Int32 {
    let number = inotify_add_watch(
      descriptor, path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR))
    if number >= 0 { folders[number] = path }
    return number
  }

  private func watchFolders(below path: String) {
    for folder in FolderFiles.folders(below: path) { _ = watch(folder) }
  }
}
