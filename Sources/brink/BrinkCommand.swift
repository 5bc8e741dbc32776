import ArgumentParser
import Glibc

/// `brink`: without a subcommand, the dashboard.
struct BrinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brink",
    abstract: "Shows, from many news articles, who says and does what, and whether it escalates.",
    discussion: """
      brink import FILE…     read articles into the archive
      brink                  open the dashboard on it; ? shows the keys
      brink code FILE…       print what is found as JSON Lines, no archive needed
      """,
    version: "brink 0.1.0",
    subcommands: [
      DashboardCommand.self, ImportCommand.self, CodeCommand.self, ExplainCommand.self,
      SnapshotCommand.self, RecodeCommand.self, LexiconCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    exit(status().rawValue)
  }

  /// Runs the command and says what went wrong.
  private static func status() -> ExitStatus {
    do {
      do {
        var command = try BrinkCommand.parseAsRoot()
        try command.run()
        return .ok
      } catch let failure as CommandFailure {
        throw failure
      } catch let status as ExitStatus {
        return status
      } catch {
        return try answer(to: error)
      }
    } catch let failure as CommandFailure {
      StandardError.write(failure.report)
      return failure.exitStatus
    } catch {
      StandardError.write("brink: \(Visible.text("\(error)"))\n")
      return .usage
    }
  }

  /// Help, version, completion scripts and usage errors are the parser's to word.
  private static func answer(to error: any Error) throws(CommandFailure) -> ExitStatus {
    let message = BrinkCommand.fullMessage(for: error)
    if BrinkCommand.exitCode(for: error) == .success {
      try StandardOutput.write(message + "\n")
      return .ok
    }
    StandardError.write(Visible.text(message) + "\n")
    return .usage
  }
}
