import ArgumentParser
import Glibc

/// `brink`: without a subcommand, the dashboard.
struct BrinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brink",
    abstract: "Shows, from many news articles, who says and does what, and whether it escalates.",
    discussion: """
      brink sample           look around among made-up articles
      brink import FILE…     read articles into the archive
      brink fetch            ask the feeds for new ones; brink feed add ADDRESS
      brink                  open the dashboard on it; ? shows the keys
      brink code FILE…       print what is found as JSON Lines, no archive needed
      """,
    version: "brink 0.1.0",
    subcommands: [
      DashboardCommand.self, KioskCommand.self, ImportCommand.self, FeedCommand.self,
      FetchCommand.self, WatchCommand.self, ListCommand.self, CodeCommand.self,
      ExplainCommand.self,
      IndexCommand.self, StatusCommand.self, AlertsCommand.self, CorrectCommand.self,
      MarksCommand.self, SampleCommand.self, SnapshotCommand.self, KeysCommand.self,
      RecodeCommand.self,
      ArchiveCommand.self,
      LexiconCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

@main
enum Main {
  static func main() {
    // Who reads no further, or a file that may not grow, is an error to tell, not an end.
    for ended in [SIGPIPE, SIGXFSZ] { signal(ended, SIG_IGN) }
    exit(status())
  }

  /// Runs the command and says what went wrong.
  private static func status() -> Int32 {
    do {
      do {
        var command = try BrinkCommand.parseAsRoot()
        try command.run()
        return ExitStatus.ok.rawValue
      } catch let failure as CommandFailure {
        throw failure
      } catch let status as ExitStatus {
        return status.rawValue
      } catch let status as LevelStatus {
        return Int32(status.level.rawValue)
      } catch {
        return try answer(to: error).rawValue
      }
    } catch let failure as CommandFailure {
      StandardError.write(failure.report)
      return failure.exitStatus.rawValue
    } catch {
      StandardError.write("brink: \(Visible.text("\(error)"))\n")
      return ExitStatus.usage.rawValue
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
