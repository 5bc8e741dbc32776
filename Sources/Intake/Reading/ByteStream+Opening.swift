import Glibc

extension ByteStream {
  /// Opens a file, a named pipe or a device; `-` is standard input.
  ///
  /// - Throws: ``InputError`` when there is nothing to read: vanished or unreadable.
  package convenience init(opening path: String) throws(InputError) {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let problem = errno
      throw InputError(
        path: path,
        problem == ENOENT || problem == ENOTDIR ? .vanished : .unreadable(errno: problem))
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let kind = status.st_mode & S_IFMT
    if isKnown, kind == S_IFDIR {
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw InputError(path: path, .unreadable(errno: EISDIR))
    }
    self.init(
      path: path, descriptor: descriptor,
      size: isKnown && kind == S_IFREG ? Int(status.st_size) : nil)
  }
}
