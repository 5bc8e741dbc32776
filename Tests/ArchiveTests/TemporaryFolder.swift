import Foundation

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/brink-archive-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TemporaryFolderError(errno: errno) }
    path = String(cString: made)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String = "crisis.brink") -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String = "crisis.brink") throws -> String {
    let file = fopen(self.file(name), "w")
    defer { fclose(file) }
    guard file != nil, fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw TemporaryFolderError(errno: errno)
    }
    return self.file(name)
  }

  static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw TemporaryFolderError(errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&block, 1, block.count, file), count > 0 {
      bytes += block[..<count]
    }
    return bytes
  }

  static func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

struct TemporaryFolderError: Error { var errno: Int32 }
