import Archive
import ArgumentParser
import Intake

struct FeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Say which feeds brink fetch asks.",
    subcommands: [Add.self, List.self, Remove.self, ImportOPML.self, ExportOPML.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add feeds by their addresses.")

    @Argument(help: "Addresses, http or https.")
    var urls: [String]

    @Flag(help: "Fetch the pages that the entries link to, too.")
    var fullText = false

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      for url in urls { try Feeds.check(url) }
      let path = try options.path(Configuration.load())
      let writer = try ArchiveOptions.writer(path)
      for url in urls {
        let isNew = try Feeds.at(path) { () throws(ArchiveError) in
          try writer.add(StoredFeed(url: url, isFullText: fullText))
        }
        try StandardOutput.write(
          Visible.text(isNew ? "\(url) added" : "\(url) is there already") + "\n")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the feeds.")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      for feed in try Feeds.all(options) {
        try StandardOutput.write(Visible.text(Feeds.line(feed)) + "\n")
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove feeds; their articles stay.")

    @Argument(help: "Addresses, as brink feed list prints them.")
    var urls: [String]

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let path = try options.path(Configuration.load())
      guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
      let writer = try ArchiveOptions.writer(path)
      for url in urls {
        let isGone = try Feeds.at(path) { () throws(ArchiveError) in try writer.removeFeed(url) }
        guard isGone else {
          throw CommandFailure(
            "feed \(url)", because: "there is no such feed", advice: "brink feed list names them.",
            .usage)
        }
        try StandardOutput.write(Visible.text("\(url) removed") + "\n")
      }
    }
  }

  struct ImportOPML: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import-opml", abstract: "Add the feeds of a list in OPML.")

    @Argument(help: "The list; - is standard input.")
    var file: String

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let entries = try Feeds.entries(of: file)
      let path = try options.path(Configuration.load())
      let writer = try ArchiveOptions.writer(path)
      var added = 0
      var failed = 0
      for entry in entries {
        do {
          try Feeds.check(entry.url)
        } catch {
          StandardError.write(error.report)
          failed += 1
          continue
        }
        let isNew = try Feeds.at(path) { () throws(ArchiveError) in
          try writer.add(StoredFeed(url: entry.url, title: entry.title))
        }
        if isNew { added += 1 }
      }
      let known = entries.count - added - failed
      try StandardOutput.write("\(added) feeds added, \(known) were there already\n")
      if failed > 0 { throw ExitStatus.partial }
    }
  }

  struct ExportOPML: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export-opml", abstract: "Print the feeds as a list in OPML.")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let feeds = try Feeds.all(options)
      try StandardOutput.write(
        FeedList.write(feeds.map { FeedList.Entry(url: $0.url, title: $0.title) }))
    }
  }
}
