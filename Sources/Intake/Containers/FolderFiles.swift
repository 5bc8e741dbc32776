import Glibc

/// The files below a folder, in the order of their names, at any depth.
///
/// Hidden files and folders are left out, and so is what is neither a file nor a folder. Links
/// to files are followed; links to folders are not, so that the walk comes to an end.
struct FolderFiles {
  /// Nil when the path is no folder.
  static func below(_ path: String) -> [String]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    var files: [String] = []
    var open = [path]
    while let next = open.popLast() {
      guard next == path || kind(next, follows: false) != S_IFLNK else {
        if kind(next, follows: true) == S_IFREG { files.append(next) }
        continue
      }
      switch kind(next, follows: true) {
      case S_IFREG: files.append(next)
      case S_IFDIR:
        let folder = next.hasSuffix("/") ? String(next.dropLast()) : next
        open += names(in: next).reversed().map { "\(folder)/\($0)" }
      default: break
      }
    }
    return files
  }

  private static func kind(_ path: String, follows: Bool) -> mode_t? {
    var status = stat()
    guard (follows ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
