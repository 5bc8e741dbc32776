import Foundation

/// An input that holds no article, and what is said about it.
struct BadInput {
  enum Content {
    case bytes([UInt8])
    /// So many bytes of text.
    case text(megabytes: Int)
    case directory
    case nothing
    /// A link to itself, which nobody can read.
    case loop
  }

  let name: String
  let content: Content
  /// `PATH` stands for the path as it was given.
  let report: String

  static let all = [
    BadInput(
      name: "empty.txt", content: .bytes([]), report: "it is empty; nothing was read"),
    BadInput(
      name: "blank.txt", content: .bytes(Array(" \n\n\t\n".utf8)),
      report: "there is no text in it; nothing was read"),
    BadInput(
      name: "folder", content: .directory,
      report: "there is no file in this folder; nothing was read"),
    BadInput(
      name: "missing.txt", content: .nothing, report: "there is no such file; check its name"),
    BadInput(
      name: "loop.txt", content: .loop,
      report: "Too many levels of symbolic links; check the path and its permissions"),
    BadInput(
      name: "binary.txt", content: .bytes((0..<2000).map { UInt8($0 % 24) }),
      report: "it is binary data, not text; save the article as text first"),
    BadInput(
      name: "paper.pdf", content: .bytes(Array("%PDF-1.7\n1 0 obj\n".utf8)),
      report: "it is a PDF document, not text; save the article as text first"),
    BadInput(
      name: "packed.gz", content: .bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]),
      report: "it is damaged (its head is broken); fetch it again, what could be unpacked is read"),
    BadInput(
      name: "huge.txt", content: .text(megabytes: 200),
      report: "more than 64 MB in one article, nothing of it was read; "
        + "give one article a file, or one a line as JSON Lines"),
  ]

  /// Puts it into the folder and returns its path.
  func write(into scratch: ScratchDirectory) throws -> String {
    let path = "\(scratch.path)/\(name)"
    let files = FileManager.default
    switch content {
    case .bytes(let bytes): try Data(bytes).write(to: URL(fileURLWithPath: path))
    case .text(let megabytes):
      _ = files.createFile(atPath: path, contents: nil)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      let megabyte = Data(
        String(repeating: "Iceland said that it would wait. ", count: 31_776).utf8.prefix(1 << 20))
      for _ in 0..<megabytes { try file.write(contentsOf: megabyte) }
      try file.close()
    case .directory: try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .nothing: break
    case .loop: try files.createSymbolicLink(atPath: path, withDestinationPath: path)
    }
    return path
  }
}

/// A text that tries to control the terminal which shows it.
enum HostileText {
  static let article = """
    Cod\u{1B}]0;PWNED\u{7} prices rise

    Iceland \u{1B}[31;5mwarned\u{1B}[0m Norway.\u{1B}[2J \u{9B}31m \u{202E}drawkcab \u{8}\u{8} \
    \u{1B}P1;1|x\u{1B}\\ said “the \u{1B}]52;c;UFdORUQ=\u{7} minister”.

    """

  /// Whether text holds a control character other than a line feed, or one that turns the
  /// direction of others.
  static func isDangerous(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
