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
  var problem: Int32?
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, filled in
    while filled < buffer.count {
      let count = read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      if count < 0 { problem = errno }
      if count <= 0 { break }
      filled += count
    }
  }
  if let problem { throw .unreadable(file: path, errno: problem) }
  return bytes
}
