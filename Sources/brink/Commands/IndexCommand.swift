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
    let report = try Ledgers.report(
      on: wanted, most: why ? .max : Self.most, options)
    guard let report else {
      let nothing =
        json ? "null" : "Nothing dated in the archive\(day.map { " up to \($0)" } ?? "")"
      return try StandardOutput.write(nothing + "\n")
    }
    if json { return try StandardOutput.write(EscalationJSON.line(report) + [0x0a]) }
    let text = EscalationText(report)
    try StandardOutput.write(Visible.lines(why ? text.why : text.summary))
  }
}
