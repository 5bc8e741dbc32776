import Archive
import ArgumentParser
import EventData
import Fetching
import Glibc
import Intake

struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Ask the feeds for articles and import what is new.",
    discussion: """
      Each server is asked for one thing at a time, and only for what has changed. A feed that \
      does not answer is asked less and less often. Proxies come from the environment.
      """)

  @Flag(help: "Feeds that are to rest after a failure, too.")
  var all = false

  @Option(help: ArgumentHelp("For one answer.", valueName: "seconds"))
  var timeout = 60

  @Option(help: ArgumentHelp("Between two questions to one server.", valueName: "milliseconds"))
  var pause = 1000

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let log = try Log.logger(of: "fetch")
    let path = try options.path(Configuration.load())
    guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
    let writer = try ArchiveOptions.writer(path)
    let feeds = try Feeds.at(path) { () throws(ArchiveError) in try writer.reader.feeds() }
    guard !feeds.isEmpty else {
      throw CommandFailure(
        "fetch", because: "there are no feeds", advice: "Add one: brink feed add ADDRESS", .noInput)
    }
    let now = time(nil)
    let due = feeds.filter { all || !$0.isGone && $0.due <= now }
    let fetch = FeedFetch(
      importer: try Importer(options, as: "fetch", reading: due.map(\.url), log: log),
      writer: writer,
      client: HTTPClient(seconds: max(1, timeout)),
      queue: PoliteQueue(pause: .milliseconds(max(0, pause))), now: now)
    let tally = try fetch.run(due)
    let summary = try fetch.importer.finish()
    var line = "\(tally.answered) feeds answered, \(tally.unchanged) unchanged"
    if tally.failed > 0 { line += ", \(tally.failed) failed" }
    if due.count < feeds.count { line += ", \(feeds.count - due.count) resting" }
    try StandardOutput.write("\(line); \(summary.line(failed: tally.unread, path: path))")
    if tally.failed + tally.unread > 0 {
      throw tally.answered + tally.unchanged > 0 ? ExitStatus.partial : ExitStatus.noInput
    }
  }
}
