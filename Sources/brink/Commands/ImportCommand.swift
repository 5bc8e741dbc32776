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
    let (path, writer) = try options.writer()
    let version = Tools.coderVersion(lexicons)
    var tally = InputTally()
    var outcomes: [ImportOutcome: Int] = [:]
    var batch: [CodedImport] = []
    func store() throws {
      do {
        for outcome in try writer.insert(batch, coderVersion: version) {
          outcomes[outcome, default: 0] += 1
        }
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
    if tally.read > 0 {
      do {
        try writer.finishImport()
      } catch {
        throw CommandFailure(error, at: path)
      }
    }
    StandardOutput.write(summary(outcomes, failed: tally.failed, path))
    try tally.finish()
  }

  private func summary(_ outcomes: [ImportOutcome: Int], failed: Int, _ path: String) -> String {
    let words: [(ImportOutcome, String)] = [
      (.added, "added"), (.replaced, "replaced"), (.recoded, "coded again"),
      (.unchanged, "unchanged"),
    ]
    var parts = words.compactMap { outcome, word in
      outcomes[outcome].map { "\($0) \(word)" }
    }
    if failed > 0 { parts.append("\(failed) not read") }
    return "\(parts.isEmpty ? "nothing" : parts.joined(separator: ", ")) in \(Visible.text(path))\n"
  }
}
