import ArgumentParser
import Dashboard
import Terminal

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Print a screen of the dashboard as text, without a terminal.",
    discussion: "brink snapshot --size 160x48 --keys 'jj⏎' shows the screen after these keys.")

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
  var size: ScreenSize = ScreenSize(columns: 80, rows: 24)

  @Option(help: ArgumentHelp("Keys to press first: jj⏎, <Tab>, <C-d>, <Esc> …", valueName: "keys"))
  var keys: String = ""

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let inputs: [Input]
    do {
      inputs = try KeyNotation.inputs(keys)
    } catch {
      throw CommandFailure(
        "keys", because: "‘\(error.name)’ at character \(error.offset + 1) is no key", .usage)
    }
    var session = DashboardSession(
      archive: try options.dashboardArchive(), size: Size(columns: size.columns, rows: size.rows))
    session.send(inputs)
    StandardOutput.write(session.state.frame(asciiOnly: ascii).plain + "\n")
  }
}

/// A size as `160x48`.
struct ScreenSize: ExpressibleByArgument {
  let columns: Int
  let rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x")
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  var defaultValueDescription: String { "\(columns)x\(rows)" }
}
