import Intake

extension InputError {
  /// One line for standard error: where, why, and what to do.
  var report: String {
    let place = path == "-" ? "standard input" : path
    let line = line.map { ":\($0)" } ?? ""
    return "brink: \(Visible.text(place))\(line): \(why)\n"
  }

  private var why: String {
    switch reason {
    case .empty: "it is empty; nothing was read"
    case .isDirectory: "it is a directory; name its files, as \(Visible.text(path))/*"
    case .vanished: "there is no such file; check its name"
    case .unreadable(let number):
      "\(CommandFailure.system(number)); check the path and its permissions"
    case .binary(let kind): "it is \(kind.name), not text; \(kind.advice)"
    case .unrecognised: "its form is not known; plain text and JSON Lines are"
    case .tooLarge(let limit):
      "more than \(limit >> 20) MB in one article, nothing of it was read; "
        + "give one article a file, or one a line as JSON Lines"
    case .notJSON(let column, let problem):
      "no JSON object: \(problem.rawValue) at byte \(column); the other lines are read"
    case .noText where line == nil: "there is no text in it; nothing was read"
    case .noText: "there is no text in it; it belongs into \"text\", and the other lines are read"
    }
  }
}

extension BinaryKind {
  fileprivate var name: String {
    switch self {
    case .pdf: "a PDF document"
    case .zip: "a zip file or a document packed as one"
    case .gzip, .bzip2, .xz, .zstd: "compressed (\(rawValue))"
    case .png, .jpeg, .gif: "a picture (\(rawValue))"
    case .elf: "a program"
    case .sqlite: "an SQLite database"
    case .ole: "a document of an office program"
    case .other: "binary data"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .zip, .gzip, .bzip2, .xz, .zstd: "unpack it first"
    case .sqlite: "an archive of brink is opened by --archive"
    case .pdf, .png, .jpeg, .gif, .elf, .ole, .other: "save the article as text first"
    }
  }
}
