import Archive
import Coder
import Dispatch
import EventData
import Intake
import Logging

/// Codes articles and puts them into an archive, many at a time: what every command
/// does that brings articles in.
final class Importer {
  /// Articles that are coded at a time: few enough that all processors have some.
  private static let batchSize = 128
  /// Bytes of articles that are coded at a time, so that memory stays flat with long ones.
  private static let batchBytes = 1 << 20

  let reader: ArticleReader
  let path: String
  private let queue: ArchiveQueue
  private var batch: [ImportedArticle] = []
  private var bytes = 0

  /// An archive that cannot be used is told of before anything is read; a new one is made when
  /// there is something to put into it.
  ///
  /// - Parameters:
  ///   - command: what brings the articles, as `import`.
  ///   - inputs: what it was told to read.
  init(
    _ options: ArchiveOptions, as command: String, reading inputs: [String], log: Logger
  ) throws {
    let lexicons = try Tools.lexicons()
    reader = try Tools.articleReader(lexicons)
    let path = try options.path(Configuration.load())
    self.path = path
    queue = ArchiveQueue(
      writer: File.exists(path) ? try ArchiveOptions.writer(path) : nil, path: path,
      coder: Tools.coder(lexicons), coderVersion: Tools.coderVersion(lexicons),
      catalogue: try Tools.indicators(), names: Tools.partyNames(lexicons),
      journal: ImportJournal(command, reading: inputs), log: log
    ) { () throws(CommandFailure) in try ArchiveOptions.writer(path) }
    log.info("lexicons are read", metadata: ["coder": "\(Tools.coderVersion(lexicons))"])
  }

  /// Takes an article in, or reports on standard error why there is none.
  func take(
    _ result: Result<ImportedArticle, InputError>, _ tally: inout InputTally
  ) throws(CommandFailure) {
    if case .failure(let error) = result { note(error.failure) }
    if let imported = tally.article(result) { try add(imported) }
  }

  /// Writes down what could not be read.
  func note(_ failure: ImportFailure) { queue.journal.note(failure) }

  func add(_ imported: ImportedArticle) throws(CommandFailure) {
    bytes += imported.article.text.utf8.count + imported.original.count
    batch.append(imported)
    if batch.count >= Self.batchSize || bytes >= Self.batchBytes { try flush() }
  }

  private func flush() throws(CommandFailure) {
    guard !batch.isEmpty else { return }
    try queue.put(batch)
    batch.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// Waits until everything is stored, and brings the ledger up to date.
  func finish() throws(CommandFailure) -> ImportSummary {
    try flush()
    return try queue.finish()
  }
}
