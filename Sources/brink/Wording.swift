import Archive
import Escalation
import Glibc
import Intake
import Lexicons
import NcursesTerminal
import Terminal

/// The wording of all errors: what, why, and what to do about it.
extension CommandFailure {
  init(_ error: ArchiveError, at path: String) {
    let what = "archive \(path)"
    switch error {
    case .missing:
      self.init(
        what, because: "there is no such file",
        advice:
          "Make it by importing articles: brink import FILE… To look around first: brink sample",
        .archive)
    case .locked:
      self.init(
        what, because: "another process is writing to it",
        advice: "Try again when that import has finished.", .archive)
    case .notAnArchive:
      self.init(
        what, because: "it is not an archive of brink",
        advice: "Name another file with --archive; this one was not changed.", .archive)
    case .newerVersion(let found, let known):
      self.init(
        what, because: "it is of version \(found), and this brink knows up to \(known)",
        advice: "Use a newer brink; the archive was not changed.", .archive)
    case .olderVersion(let found, let known):
      self.init(
        what, because: "it is of version \(found), and this brink reads version \(known)",
        advice: "Bring it up to date: brink archive migrate --archive \(path)", .archive)
    case .corrupt(let message):
      self.init(
        what, because: "it is damaged (\(message))",
        advice: "Restore it from a backup, or import the articles into a new archive.", .archive)
    case .unreadable(let number):
      self.init(
        what, because: Self.system(number),
        advice: "Check the path and its permissions.", .archive)
    case .unreadableLog:
      self.init(
        what, because: "what was written last stands in \(path)-wal, which cannot be read here",
        advice: "Copy both files into a folder that you may write to, and name the copy.", .archive)
    case .full:
      self.init(
        what, because: "the disk is full",
        advice: "Make room and import again; what is stored is whole.", .archive)
    case .unwritable(let number):
      self.init(
        what, because: "it cannot be written: \(Self.system(number))",
        advice: "Make room for it, or lift the limit, and import again; what is stored is whole.",
        .archive)
    case .interrupted: self.init(what, because: "it was interrupted", .archive)
    case .failed(let code, let message):
      self.init(what, because: "SQLite says \(message) (\(code))", .archive)
    }
  }

  init(_ error: LexiconError) {
    switch error {
    case .noResources(let searched):
      self.init(
        "resources", because: "not found in \(searched.joined(separator: ", "))",
        advice: "Install brink with `make install`, or set BRINK_RESOURCES to the folder.",
        .configuration)
    case .missing(let file):
      self.init(
        "lexicon \(file)", because: "there is no such file",
        advice: "Install brink again, or set BRINK_RESOURCES.", .configuration)
    case .unreadable(let file, let number):
      self.init("lexicon \(file)", because: Self.system(number), .configuration)
    case .malformed(let file, let line, let reason):
      self.init(
        "lexicon \(file):\(line)", because: reason,
        advice: "Documentation/lexicons.md gives the form of the tables.", .configuration)
    case .unknownTable(let file):
      self.init(
        "lexicon \(file)", because: "no table of that name is read from here",
        advice: "Give it the name of a shipped table; officeholders-*.tsv may have any such name.",
        .configuration)
    case .failedSample(let file, let line, let surface, let expected):
      self.init(
        "lexicon \(file):\(line)",
        because: "‘\(surface)’ should give \(expected), as its sample states",
        advice: "Correct the sample, or the row that should answer it.", .configuration)
    }
  }

  init(_ error: CatalogueError) {
    let why =
      switch error.problem {
      case .headerMissing: "no line names the columns"
      case .columnsDiffer(let expected, _): "the columns must be \(expected.joined(separator: " "))"
      case .fieldCount(let expected, let found):
        "\(found) fields where there are \(expected) columns"
      case .value(let column, let text): "‘\(text)’ cannot stand in the column \(column)"
      case .duplicate(let id, let line): "the indicator \(id) stands in line \(line) already"
      case .unknownKey(let key): "there is no constant ‘\(key)’"
      case .missingKey(let key): "the constant \(key) is missing"
      case .barsSum(let sum):
        "the bars of the ten families must come to 100, and come to \(Self.plain(sum))"
      case .levelOrder(let lower, let higher): "\(higher) must be above \(lower)"
      case .empty: "it holds no row"
      }
    self.init(
      "catalogue \(error.file):\(error.line)", because: why,
      advice: "Documentation/escalation.md says what may stand there.", .configuration)
  }

  /// A number without a point where it needs none.
  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
  }

  init(_ error: FurnitureTableError) {
    self.init("lexicon \(error.file):\(error.line)", because: "\(error.reason)", .configuration)
  }

  init(_ error: PaletteError) {
    let (place, why): (String, String) =
      switch error {
      case .fields(let file, let line, let found):
        ("\(file):\(line)", "\(found) fields where a palette has 4")
      case .unknownRole(let file, let line, let name): ("\(file):\(line)", "no role ‘\(name)’")
      case .roleTwice(let file, let line, let role):
        ("\(file):\(line)", "the role \(role.name) stands twice")
      case .unknownColor(let file, let line, let name): ("\(file):\(line)", "no colour ‘\(name)’")
      case .unknownAttribute(let file, let line, let name):
        ("\(file):\(line)", "no attribute ‘\(name)’")
      case .missingRoles(let file, let roles):
        (file, "roles are missing: \(roles.map(\.name).joined(separator: " "))")
      }
    self.init("palette \(place)", because: why, .configuration)
  }

  init(_ error: NcursesTerminalError) {
    switch error {
    case .notATerminal:
      self.init(
        "dashboard", because: "standard output is not a terminal",
        advice: "For a screen as text: brink snapshot --size 160x48", .terminal)
    case .unknownTERM(let name):
      self.init(
        "dashboard",
        because: name.isEmpty ? "TERM is not set" : "the terminal type TERM=\(name) is not known",
        advice: "Set TERM to your terminal's type, as TERM=xterm-256color.", .terminal)
    case .dumbTerminal(let name):
      self.init(
        "dashboard", because: "a terminal of type \(name) cannot move its cursor",
        advice: "For a screen as text: brink snapshot --size 80x24", .terminal)
    case .openFailed:
      self.init("dashboard", because: "the terminal could not be opened", .terminal)
    }
  }

  static func system(_ number: Int32) -> String { String(cString: strerror(number)) }
}
