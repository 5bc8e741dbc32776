import Archive
import Dispatch
import Escalation
import Logging
import Synchronization

/// Writes batches of articles into an archive, in their order, while the next are being coded.
final class ArchiveQueue: Sendable {
  /// How many batches may wait: enough to keep the writer busy, and memory stays flat.
  private static let room = 2

  /// What the lane alone uses.
  private struct Work {
    var writer: ArchiveWriter?
    var summary = ImportSummary()
  }

  private let open: @Sendable () throws(CommandFailure) -> ArchiveWriter
  private let path: String
  private let coderVersion: String
  private let catalogue: IndicatorCatalogue
  private let names: [String: String]
  private let log: Logger
  private let lane = DispatchQueue(label: "brink.import")
  private let places = DispatchSemaphore(value: room)
  private let work: Mutex<Work>
  private let failure = Mutex<CommandFailure?>(nil)

  /// - Parameters:
  ///   - writer: Nil when the archive is still to be made.
  ///   - names: What the tables call parties.
  ///   - open: Makes the archive when there is something to put into it.
  init(
    writer: ArchiveWriter?, path: String, coderVersion: String,
    catalogue: IndicatorCatalogue, names: [String: String], log: Logger,
    open: @escaping @Sendable () throws(CommandFailure) -> ArchiveWriter
  ) {
    work = Mutex(Work(writer: writer))
    self.path = path
    self.coderVersion = coderVersion
    self.catalogue = catalogue
    self.names = names
    self.log = log
    self.open = open
  }

  /// Takes a batch over, as soon as there is room for it.
  ///
  /// - Throws: what kept a batch before it from being stored.
  func put(_ batch: [CodedImport]) throws(CommandFailure) {
    try checkFailure()
    places.wait()
    lane.async {
      self.noteFailure { () throws(CommandFailure) in try self.store(batch) }
      self.places.signal()
    }
  }

  /// Waits until everything is stored and tidies up behind it.
  func finish() throws(CommandFailure) -> ImportSummary {
    lane.sync {
      noteFailure { () throws(CommandFailure) in
        guard let writer = work.withLock({ $0.writer }) else { return }
        try Ledgers.update(writer, catalogue, names: names, at: path)
        log.info("ledger is up to date")
        do throws(ArchiveError) {
          try writer.finishImport()
        } catch {
          throw CommandFailure(error, at: path)
        }
      }
    }
    try checkFailure()
    return work.withLock { $0.summary }
  }

  private func checkFailure() throws(CommandFailure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// Does nothing any more when something has failed before.
  private func noteFailure(of work: () throws(CommandFailure) -> Void) {
    guard failure.withLock({ $0 }) == nil else { return }
    do throws(CommandFailure) {
      try work()
    } catch {
      failure.withLock { $0 = error }
    }
  }

  private func store(_ batch: [CodedImport]) throws(CommandFailure) {
    let known = work.withLock { $0.writer }
    let writer = if let known { known } else { try open() }
    let outcomes: [ImportOutcome]
    do throws(ArchiveError) {
      outcomes = try writer.insert(batch, coderVersion: coderVersion)
    } catch {
      throw CommandFailure(error, at: path)
    }
    log.debug("batch is stored", metadata: ["articles": "\(batch.count)"])
    work.withLock { work in
      work.writer = writer
      for (outcome, imported) in zip(outcomes, batch) { work.summary.count(outcome, imported) }
    }
  }
}
