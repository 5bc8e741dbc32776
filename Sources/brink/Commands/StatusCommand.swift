import Archive
import ArgumentParser
import Escalation
import Reports

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Print the escalation level in one line; it is also the exit code.",
    discussion: "0 ROUTINE, 1 WATCH, 2 ELEVATED, 3 HIGH, 4 CRITICAL.")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    switch try Ledgers.answer(on: nil, most: 0, options) {
    case .report(let report):
      try StandardOutput.write(Visible.text(EscalationText(report).status) + "\n")
      throw LevelStatus(level: report.state.level)
    case .quiet(let day):
      try StandardOutput.write("\(day.iso) ROUTINE: no event that counts\n")
    case .unknown(let reason):
      throw CommandFailure(
        "archive \(try options.path(Configuration.load()))", because: "\(reason): it has no level",
        advice: "Import articles whose date is known: brink import FILE…", .noInput)
    }
  }
}

/// The level as an exit code: `brink status` has said all that there is to say.
struct LevelStatus: Error {
  let level: EscalationLevel
}
