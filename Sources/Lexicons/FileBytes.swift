#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of a file, nil with `errno` in the error when it cannot be read.
func readBytes(of path: String) throws(LexiconError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw errno == ENOENT ? .missing(file: path) : .unreadable(file: path, errno: errno)
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .unreadable(file: path, errno: errno) }
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
  var filled = 0
  while filled < bytes.count {
    let count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
    }
    if count < 0 { throw .unreadable(file: path, errno: errno) }
    if count == 0 { break }
    filled += count
  }
  bytes.removeLast(bytes.count - filled)
  return bytes
}
