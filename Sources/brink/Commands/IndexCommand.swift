import Archive
import ArgumentParser
import Escalation
import EventData
import Reports

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Print the escalation level of a day, and what it rests on.")

  /// Pieces of evidence without --why.
  private static let most = 10

  @Option(
    help: ArgumentHelp(
      "The last day that counts (default: the archive's last).", valueName: "YYYY-MM-DD"))
  var day: String?

  @Flag(help: "Make every number again from its events, sentence by sentence.")
  var why = false

  @Flag(help: "Print one line of JSON.")
  var json = false

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let wanted = try day.map { text throws(CommandFailure) in try DayArgument.day(text) }
    let answer = try Ledgers.answer(on: wanted, most: why ? .max : Self.most, options)
    switch answer {
    case .report(let report) where json:
      try StandardOutput.write(EscalationJSON.line(report) + [0x0a])
    case .report(let report):
      let text = EscalationText(report)
      try StandardOutput.write(Visible.lines(why ? text.why : text.summary))
    case .quiet(let day):
      try write(day, .routine, because: "no event that counts")
    case .unknown(let reason): try write(wanted, nil, because: reason)
    }
  }

  /// What there is to say where nothing counts.
  private func write(_ day: Day?, _ level: EscalationLevel?, because reason: String) throws {
    if json {
      let line = EscalationJSON.line(on: day, level, because: reason)
      return try StandardOutput.write(line + [0x0a])
    }
    let head = [day?.iso, level?.name ?? "no level"].compactMap { $0 }.joined(separator: "  ")
    try StandardOutput.write("\(head)  \(reason)\n")
  }
}
