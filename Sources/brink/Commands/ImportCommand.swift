import Archive
import ArgumentParser
import Coder
import Intake

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read articles into the archive and code them.",
    discussion: """
      Reads text, JSON, tables, feeds, web pages and letters, in folders and archives, all \
      recognised by their content. What cannot be read is reported and the rest is kept; \
      importing the same file again changes nothing.
      """)

  /// Articles stored in one transaction; some hundreds are fastest.
  private static let batchSize = 512

  @Argument(help: "Files and folders to read; - is standard input.")
  var files: [String]

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let log = try Log.logger(of: "import")
    let lexicons = try Tools.lexicons()
    let reader = try Tools.articleReader(lexicons)
    let coder = Tools.coder(lexicons)
    let path = try options.path(Configuration.load())
    // An archive that cannot be used is told of before anything is read; a new one is made
    // when there is something to put into it.
    let queue = ArchiveQueue(
      writer: File.exists(path) ? try ArchiveOptions.writer(path) : nil, path: path,
      coder: coder, coderVersion: Tools.coderVersion(lexicons), catalogue: try Tools.indicators(),
      names: Tools.partyNames(lexicons), log: log
    ) { () throws(CommandFailure) in try ArchiveOptions.writer(path) }
    log.info("lexicons are read", metadata: ["coder": "\(Tools.coderVersion(lexicons))"])
    var tally = InputTally(reading: files)
    var batch: [ImportedArticle] = []
    try reader.read(files) { (result) throws in
      guard let imported = tally.article(result) else { return }
      batch.append(imported)
      if batch.count >= Self.batchSize {
        try queue.put(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try queue.put(batch) }
    let summary = try queue.finish()
    try StandardOutput.write(summary.line(failed: tally.failed, path: path))
    try tally.finish()
  }
}
