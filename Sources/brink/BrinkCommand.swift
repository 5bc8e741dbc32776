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
      SnapshotCommand.self, RecodeCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try BrinkCommand.parseAsRoot()
      try command.run()
    } catch let error as ExitCode {
      exit(error.rawValue)
    } catch let error as CommandFailure {
      StandardError.write(error.report)
      exit(error.exitStatus.rawValue)
    } catch {
      // Help, version, completion scripts and usage errors are the parser's to word.
      let status = BrinkCommand.exitCode(for: error)
      let message = BrinkCommand.fullMessage(for: error)
      if status == .success {
        StandardOutput.write(message + "\n")
        exit(0)
      }
      StandardError.write(message + "\n")
      exit(ExitStatus.usage.rawValue)
    }
  }
}
