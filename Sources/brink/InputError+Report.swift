import Archive
import Intake

extension InputError {
  /// One line for standard error: where, why, and what to do.
  var report: String {
    "brink: \(Visible.text(place)): \(why)\n"
  }

  /// The same for the archive's record of imports.
  var failure: ImportFailure { ImportFailure(input: place, reason: why) }

  private var place: String {
    (path == "-" ? "standard input" : path) + (line.map { ":\($0)" } ?? "")
  }

  private var why: String {
    switch reason {
    case .empty: "it is empty; nothing was read"
    case .emptyFolder: "there is no file in this folder; nothing was read"
    case .vanished: "there is no such file; check its name"
    case .unreadable(let number):
      "\(CommandFailure.system(number)); check the path and its permissions"
    case .binary(let kind): "it is \(kind.name), not text; \(kind.advice)"
    case .unrecognised: "its form is not known; Documentation/formats.md lists those that are"
    case .tooLarge(let limit):
      "more than \(limit >> 20) MB in one article, nothing of it was read; "
        + "give one article a file, or one a line as JSON Lines"
    case .notJSON(let column, let problem):
      "no JSON object: \(problem.rawValue) at byte \(column); the other lines are read"
    case .notXML(let message):
      "the XML is broken (\(message)); what stands before is read, the rest is not"
    case .nestsTooDeep: "its elements nest too deep; what stands before is read"
    case .openQuote: "a quotation mark in this record is never closed; mend it and import again"
    case .feedList: "it is a list of feeds; add them by brink feed import-opml"
    case .missing(let library):
      "it takes \(library.rawValue) to read it; install the package \(library.package) and import again"
    case .damaged(let message):
      "it is damaged (\(message)); fetch it again, what could be unpacked is read"
    case .encrypted: "it is encrypted; unpack it with its password first"
    case .expandsTooFar:
      "far more comes out of it than it weighs; unpack it first if you trust it"
    case .packedTooDeep: "too many containers lie inside each other; unpack the outer ones first"
    case .unknownCharset(let name):
      "it says that its characters are ‘\(name)’, which is not known; convert it to UTF-8"
    case .noText where line == nil: "there is no text in it; nothing was read"
    case .noText: "there is no text in it; it belongs into \"text\", and the other lines are read"
    }
  }
}

extension Library {
  /// Debian's.
  fileprivate var package: String {
    switch self {
    case .libxml2: "libxml2"
    case .libarchive: "libarchive13"
    }
  }
}

extension BinaryKind {
  fileprivate var name: String {
    switch self {
    case .pdf: "a PDF document"
    case .zip, .tar, .gzip, .bzip2, .xz, .zstd: "packed (\(rawValue))"
    case .png, .jpeg, .gif: "a picture (\(rawValue))"
    case .elf: "a program"
    case .sqlite: "an SQLite database"
    case .ole: "a document of an office program"
    case .other: "binary data"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .zip, .tar, .gzip, .bzip2, .xz, .zstd: "unpack it first"
    case .sqlite: "an archive of brink is opened by --archive"
    case .pdf, .png, .jpeg, .gif, .elf, .ole, .other: "save the article as text first"
    }
  }
}
