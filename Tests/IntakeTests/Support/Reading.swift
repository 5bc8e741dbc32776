import EventData
import Glibc
import Testing

@testable import Intake

/// What a reader handed over, in its order.
struct Outcome {
  var articles: [Article] = []
  var originals: [[UInt8]] = []
  var errors: [InputError] = []

  init(reading text: String, path: String = "-", options: IntakeOptions = IntakeOptions()) {
    self.init(reading: Array(text.utf8), path: path, options: options)
  }

  init(reading bytes: [UInt8], path: String = "-", options: IntakeOptions = IntakeOptions()) {
    ArticleReader(options: options).read(ByteStream(path: path, bytes: bytes)) { note($0) }
  }

  init(reading paths: [String], options: IntakeOptions = IntakeOptions()) {
    ArticleReader(options: options).read(paths) { note($0) }
  }

  private mutating func note(_ result: Result<ImportedArticle, InputError>) {
    switch result {
    case .success(let imported):
      articles.append(imported.article)
      originals.append(imported.original)
    case .failure(let error): errors.append(error)
    }
  }
}

/// A directory that is empty at the start of a test and gone after it.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/brink-intake-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    let path = "\(path)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw SystemError(errno: errno) }
    defer { close(descriptor) }
    let bytes = Array(bytes)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + done, bytes.count - done)
      }
      guard count > 0 else { throw SystemError(errno: errno) }
      done += count
    }
    return path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, text.utf8) }

  deinit {
    let names = Folder.names(in: path)
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names of the entries of a directory, sorted, without hidden ones.
  static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

struct SystemError: Error {
  var errno: Int32
}

/// Paths of this package, whatever the working directory.
enum Package {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static func swiftFiles(in folder: String) -> [String] {
    Folder.names(in: "\(root)/\(folder)").filter { $0.hasSuffix(".swift") }
      .map { String($0.dropLast(".swift".count)) }
  }

  static func text(of file: String) throws -> String {
    let stream = try ByteStream(opening: "\(root)/\(file)")
    return String(decoding: try stream.rest(limit: 1 << 24) ?? [], as: UTF8.self)
  }
}
