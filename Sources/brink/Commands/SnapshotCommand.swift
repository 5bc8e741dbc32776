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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Keys to press first: jj⏎, <Tab>, <C-d>, <Esc> …", valueName: "keys"))
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
    let path = try options.path(Configuration.load())
    var session = DashboardSession(
      archive: try options.dashboardArchive(path, Tools.indicators(), mayWrite: false),
      size: Size(columns: size.columns, rows: size.rows), keymap: try UserKeys.keymap())
    session.send(inputs)
    try StandardOutput.write(session.state.frame(asciiOnly: ascii).plain + "\n")
    // The screen shows where; the shell learns that not all of it could be loaded.
    if let reason = session.state.failures.values.first {
      throw CommandFailure("archive \(path)", because: reason, .archive)
    }
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
