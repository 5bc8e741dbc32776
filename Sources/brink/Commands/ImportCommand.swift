import Archive
import ArgumentParser
import Coder
import Intake

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read articles into the archive and code them.",
    discussion: """
      Reads plain text and JSON Lines, recognised by their content. What cannot be read is \
      reported and the rest is kept; importing the same file again changes nothing.
      """)

  /// Articles stored in one transaction; some hundreds are fastest.
  private static let batchSize = 256

  @Argument(help: "Files to read; - is standard input.")
  var files: [String]

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let lexicons = try Tools.lexicons()
    let reader = try Tools.articleReader(lexicons)
    let coder = Tools.coder(lexicons)
    let version = Tools.coderVersion(lexicons)
    let path = try options.path(Configuration.load())
    // An archive that cannot be used is told of before anything is read; a new one is made
    // when there is something to put into it.
    var writer = File.exists(path) ? try options.writer(path) : nil
    var tally = InputTally(reading: files)
    var summary = ImportSummary()
    var batch: [CodedImport] = []
    func store() throws {
      let open = try writer ?? options.writer(path)
      writer = open
      do {
        let outcomes = try open.insert(batch, coderVersion: version)
        for (outcome, imported) in zip(outcomes, batch) { summary.count(outcome, imported) }
        batch.removeAll(keepingCapacity: true)
      } catch {
        throw CommandFailure(error, at: path)
      }
    }
    try reader.read(files) { (result) throws in
      guard let imported = tally.article(result) else { return }
      batch.append(
        CodedImport(coded: coder.code(imported.article), original: imported.original))
      if batch.count >= Self.batchSize { try store() }
    }
    if !batch.isEmpty { try store() }
    if let writer, tally.read > 0 {
      do {
        try writer.finishImport()
      } catch {
        throw CommandFailure(error, at: path)
      }
    }
    try StandardOutput.write(summary.line(failed: tally.failed, path: path))
    try tally.finish()
  }
}
