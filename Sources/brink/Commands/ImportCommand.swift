import Archive
import ArgumentParser
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

  @Argument(help: "Files and folders to read; - is standard input.")
  var files: [String]

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let log = try Log.logger(of: "import")
    let importer = try Importer(options, as: "import", reading: files, log: log)
    var tally = InputTally(reading: files)
    try importer.reader.read(files) { (result) throws in
      try importer.take(result, &tally)
    }
    let summary = try importer.finish()
    try StandardOutput.write(summary.line(failed: tally.failed, path: importer.path))
    try tally.finish()
  }
}
