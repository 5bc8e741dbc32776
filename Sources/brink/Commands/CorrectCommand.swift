import Archive
import ArgumentParser
import Escalation
import EventData
import Glibc

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Set right what was coded of an event; list or undo it.",
    discussion: """
      An event is named as `brink index --why` prints it: ARTICLE:NUMBER; an article without a \
      number can be given another date. Corrections hold whatever is imported or coded again.
      """)

  @Argument(help: ArgumentHelp("The event, or an article for --date.", valueName: "event"))
  var event: String?

  @Option(
    help: ArgumentHelp(
      "The day on which it happened, or the article was published.", valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(help: ArgumentHelp("Who does it; ‘none’ for nobody.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("To whom; ‘none’ for nobody.", valueName: "name"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "occurred, decided, pledged, threatened, demanded, forecast, denied, negated or background.",
      valueName: "status"))
  var status: String?

  @Option(help: ArgumentHelp("Who says so; ‘none’ for the outlet.", valueName: "name"))
  var origin: String?

  @Option(
    help: ArgumentHelp(
      "Another event that it is the same as; ‘none’ for an event of its own.", valueName: "event"))
  var link: String?

  @Flag(help: "It counts for nothing.")
  var dismiss = false

  @Option(
    help: ArgumentHelp("A level beside the computed one; ‘none’ takes it back.", valueName: "name"))
  var level: String?

  @Option(help: ArgumentHelp("The last day of --level.", valueName: "YYYY-MM-DD"))
  var until: String?

  @Option(help: ArgumentHelp("Why; needed for every change.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("Who sets it right (default: $USER).", valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      "Take a correction back, or a level: as --list numbers them.", valueName: "number"))
  var undo: String?

  @Flag(help: "List all corrections and levels that persons have set.")
  var list = false

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    do {
      if list { return try printList(of: ArchiveOptions.reader(path)) }
      guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
      let catalogue = try Tools.indicators()
      let changes = try changes()
      let writer = try ArchiveOptions.writer(path)
      if let undo { try take(back: undo, writer) }
      try setLevel(writer)
      for (field, value) in changes { try correct(field, to: value, writer) }
      try Ledgers.update(writer, catalogue, at: path)
    } catch let error as ArchiveError {
      throw CommandFailure(error, at: path)
    }
  }

  private func changes() throws(CommandFailure) -> [(Correction.Field, String?)] {
    var changes: [(Correction.Field, String?)] = []
    if let date {
      let isWhole = event.flatMap(EventReference.init)?.number == nil
      changes.append((isWhole ? .published : .date, try DayArgument.day(date).iso))
    }
    if let status {
      guard Event.Status(rawValue: status) != nil else {
        throw CommandFailure(
          "status \(status)", because: "there is no such status",
          advice: "Known are: \(Event.Status.allCases.map(\.rawValue).joined(separator: ", ")).",
          .usage)
      }
      changes.append((.status, status))
    }
    let named: [(Correction.Field, String?)] = [
      (.source, source), (.target, target), (.origin, origin), (.link, link),
    ]
    for (field, value) in named {
      if let value { changes.append((field, value == "none" ? nil : value)) }
    }
    if dismiss { changes.append((.dismissed, nil)) }
    if changes.isEmpty, undo == nil, level == nil {
      throw CommandFailure(
        "correct", because: "nothing is to be set right", advice: "brink help correct", .usage)
    }
    if !changes.isEmpty {
      guard let event, let reference = EventReference(event) else {
        throw CommandFailure(
          "correct", because: "no event is named",
          advice: "Name it as brink index --why prints it: ARTICLE:NUMBER.", .usage)
      }
      if reference.number == nil, changes.contains(where: { $0.0 != .published }) {
        throw CommandFailure(
          "event \(event)", because: "of a whole article only the date can be set",
          advice: "Name an event of it: \(event):1.", .usage)
      }
    }
    return changes
  }

  private func correct(
    _ field: Correction.Field, to value: String?, _ writer: ArchiveWriter
  ) throws {
    guard let event, let reference = EventReference(event) else { return }
    let id = try writer.correct(
      reference, field, to: value, reason: why(), author: who, at: time(nil))
    guard let id else {
      throw CommandFailure(
        "event \(event)", because: "the archive has no such event",
        advice: "brink index --why names the events that count.", .usage)
    }
    try StandardOutput.write(
      Visible.text("correction \(id): \(reference) \(field.rawValue) \(value ?? "none")") + "\n")
  }

  private func setLevel(_ writer: ArchiveWriter) throws {
    guard let level else { return }
    if level == "none" { return try writer.clearAnalystLevels() }
    guard let wanted = EscalationLevel(name: level) else {
      throw CommandFailure(
        "level \(level)", because: "there is no such level",
        advice:
          "Known are: \(EscalationLevel.allCases.map(\.name).joined(separator: ", ")).", .usage)
    }
    let until = try until.map { text throws(CommandFailure) in try DayArgument.day(text) }
    let since = try writer.reader.lastEscalationDay() ?? Day(number: time(nil) / 86_400)
    try writer.set(
      AnalystLevel(level: wanted, since: since, until: until, reason: why(), author: who),
      at: time(nil))
    try StandardOutput.write("level \(wanted.name) set from \(since.iso) on\n")
  }

  /// A level's number begins with an L.
  private func take(back number: String, _ writer: ArchiveWriter) throws {
    let isLevel = number.first == "L" || number.first == "l"
    guard let id = Int64(isLevel ? number.dropFirst() : number[...]),
      try isLevel ? writer.undo(analystLevel: id) : writer.undo(correction: id)
    else {
      throw CommandFailure(
        isLevel ? "level \(number)" : "correction \(number)", because: "there is none to undo",
        advice: "brink correct --list numbers them.", .usage)
    }
    let what = isLevel ? "level" : "correction"
    try StandardOutput.write(Visible.text("\(what) \(number) undone") + "\n")
  }

  private func printList(of archive: ArchiveReader) throws {
    for row in try archive.analystLevels() {
      let until = row.level.until.map { " to \($0.iso)" } ?? " on"
      try printLine(
        "L\(row.id)", row.made, "level \(row.level.level.name) from \(row.level.since.iso)\(until)",
        row.level.author, row.level.reason, isUndone: row.isUndone)
    }
    for row in try archive.corrections() {
      let correction = row.correction
      let coded = row.coded.map { "\($0) → " } ?? ""
      let change =
        correction.field == .dismissed
        ? "dismissed" : "\(correction.field.rawValue) \(coded)\(correction.value ?? "none")"
      try printLine(
        "\(row.id)", correction.made, "\(row.reference)  \(change)", correction.author,
        correction.reason, isUndone: correction.isUndone)
    }
  }

  private func printLine(
    _ number: String, _ made: Int, _ what: String, _ author: String, _ reason: String,
    isUndone: Bool
  ) throws {
    let line = "\(number)  \(Day(number: made / 86_400).iso)  \(what)  \(author): \(reason)"
    try StandardOutput.write(Visible.text(line + (isUndone ? "  (undone)" : "")) + "\n")
  }

  private func why() throws(CommandFailure) -> String {
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(
        "correct", because: "no reason is given", advice: "Say why: --reason TEXT.", .usage)
    }
    return reason
  }

  private var who: String { author ?? Places.reader }
}
