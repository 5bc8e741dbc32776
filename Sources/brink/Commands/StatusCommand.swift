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
    guard let report = try Ledgers.report(on: nil, most: 0, options) else {
      return try StandardOutput.write("ROUTINE: nothing dated in the archive\n")
    }
    try StandardOutput.write(Visible.text(EscalationText(report).status) + "\n")
    throw LevelStatus(level: report.state.level)
  }
}

/// The level as an exit code: `brink status` has said all that there is to say.
struct LevelStatus: Error {
  let level: EscalationLevel
}
