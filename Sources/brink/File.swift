import Glibc

/// Small files that are read as a whole.
enum File {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// In bytes; 0 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Nil when there is no such file.
  ///
  /// - Throws: ``FileError`` when it is there and cannot be read.
  static func text(_ path: String) throws(FileError) -> String? {
    guard let file = fopen(path, "rb") else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(errno: errno)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw FileError(errno: errno) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes a folder, for its owner alone, and those above it; nothing where it is there.
  static func makeFolder(_ path: String) throws(FileError) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileError(errno: errno)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileError(errno: errno) }
  }

  /// Puts a new file in place of an old one at once, so that none is ever half written.
  static func replace(_ path: String, with text: String) throws(FileError) {
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    let bytes = Array(text.utf8)
    let written = bytes.isEmpty ? 0 : write(descriptor, bytes, bytes.count)
    let failure: Int32? = written == bytes.count ? nil : written < 0 ? errno : ENOSPC
    close(descriptor)
    if let failure {
      unlink(draft)
      throw FileError(errno: failure)
    }
    guard rename(draft, path) == 0 else {
      let failure = errno
      unlink(draft)
      throw FileError(errno: failure)
    }
  }
}

/// Why a file could not be read.
struct FileError: Error {
  let errno: Int32
}
