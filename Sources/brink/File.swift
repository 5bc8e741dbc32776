import Glibc

/// Small files that are read as a whole.
enum File {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// In bytes; 0 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes a folder for its owner alone, with those above it; false when it cannot be written to.
  static func makeFolder(_ path: String) -> Bool {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      mkdir(String(path[..<end]), 0o700)
    }
    return access(path, W_OK) == 0
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
}

/// Why a file could not be read.
struct FileError: Error {
  let errno: Int32
}
