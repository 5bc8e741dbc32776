import Archive
import ArgumentParser
import Escalation
import EventData
import Glibc

struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "List what a person should look at, or note that it was seen.")

  /// Lines at most.
  private static let most = 100

  @Flag(help: "Those that were seen, too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Note an alert as seen, by the name that begins its line.", valueName: "alert"))
  var seen: String?

  @Option(help: ArgumentHelp("Who has seen it (default: $USER).", valueName: "name"))
  var author: String?

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    let catalogue = try Tools.indicators()
    let archive = try ArchiveOptions.reader(path)
    do {
      let last = try archive.lastEscalationDay() ?? Day(number: 0)
      let alerts = try archive.alerts(through: last, limit: seen == nil ? Self.most : .max)
      if let seen { return try note(seen, alerts, path) }
      let terms = AlertTerms(
        catalogue, names: try archive.scopeNames(), since: try archive.firstEscalationDay())
      for row in alerts where all || row.acknowledgedBy == nil {
        let state = row.acknowledgedBy.map { "  seen by \($0)" } ?? ""
        try StandardOutput.write(
          Visible.text(
            "\(Self.name(row))  \(row.alert.day.iso)  \(row.alert.rule.rawValue)  "
              + "\(row.text(terms))\(state)") + "\n")
      }
    } catch let error as ArchiveError {
      throw CommandFailure(error, at: path)
    }
  }

  private func note(_ name: String, _ alerts: [AlertRow], _ path: String) throws {
    guard let row = alerts.first(where: { Self.name($0) == name }),
      try ArchiveOptions.writer(path).acknowledge(
        row.id, by: author ?? Places.reader, at: time(nil))
    else {
      throw CommandFailure(
        "alert \(name)", because: "there is no such alert", advice: "brink alerts lists them.",
        .usage)
    }
    try StandardOutput.write("\(name) noted as seen\n")
  }

  /// Eight digits tell the alerts of one archive apart.
  private static func name(_ row: AlertRow) -> String {
    let digits = String(UInt32(truncatingIfNeeded: row.id), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
