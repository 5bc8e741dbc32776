import Archive
import Coder
import Dispatch
import Escalation
import Glibc
import Intake
import Logging
import Synchronization

/// Codes batches of articles on all processors and writes them into an archive in their order.
final class ArchiveQueue: Sendable {
  /// Batches in one transaction: some hundred articles are fastest, and a thousand take more memory.
  private static let together = 6
  /// Batches that wait to be written next, besides those that are coded: enough to keep the
  /// writer busy, and memory stays flat.
  private static let waiting = 4

  private typealias Item = (article: PreparedImport, isRepaired: Bool)

  /// What the lane alone uses.
  private struct Work {
    var writer: ArchiveWriter?
    var summary = ImportSummary()
    var stored = 0
    /// Batches that are coded and still to be written.
    var coded: [[Item]] = []
  }

  /// A batch on its way through the workers.
  private final class Slot: Sendable {
    private let items = Mutex<[Item]>([])
    private let isReady = DispatchSemaphore(value: 0)

    func fill(
      _ batch: [ImportedArticle], _ coder: ArticleCoder, for catalogue: IndicatorCatalogue
    ) {
      let coded = batch.map {
        CodedImport(coded: coder.code($0.article), original: $0.original)
      }
      let found = zip(
        PreparedImport.prepare(coded, for: catalogue), coded.map(ImportSummary.isRepaired))
      items.withLock { $0 = found.map { ($0, $1) } }
      isReady.signal()
    }

    func take() -> [Item] {
      isReady.wait()
      return items.withLock { items in
        defer { items = [] }
        return items
      }
    }
  }

  private let open: @Sendable () throws(CommandFailure) -> ArchiveWriter
  private let path: String
  private let coder: ArticleCoder
  private let coderVersion: String
  private let catalogue: IndicatorCatalogue
  private let names: [String: String]
  let journal: ImportJournal
  private let log: Logger
  private let workers = DispatchQueue(label: "brink.coding", attributes: .concurrent)
  private let lane = DispatchQueue(label: "brink.import")
  private let places: DispatchSemaphore
  private let work: Mutex<Work>
  private let failure = Mutex<CommandFailure?>(nil)
  private let progress = ProgressLine("storing", of: "articles")

  /// - Parameters:
  ///   - writer: Nil when the archive is still to be made.
  ///   - names: What the tables call parties.
  ///   - journal: where it is written down how far the import has come.
  ///   - open: Makes the archive when there is something to put into it.
  init(
    writer: ArchiveWriter?, path: String, coder: ArticleCoder, coderVersion: String,
    catalogue: IndicatorCatalogue, names: [String: String], journal: ImportJournal,
    log: Logger,
    open: @escaping @Sendable () throws(CommandFailure) -> ArchiveWriter
  ) {
    work = Mutex(Work(writer: writer))
    places = DispatchSemaphore(
      value: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) + Self.together + Self.waiting)
    self.path = path
    self.coder = coder
    self.coderVersion = coderVersion
    self.catalogue = catalogue
    self.names = names
    self.journal = journal
    self.log = log
    self.open = open
  }

  /// Takes a batch over, as soon as there is room for it.
  ///
  /// - Throws: what kept a batch before it from being stored.
  func put(_ batch: [ImportedArticle]) throws(CommandFailure) {
    try checkFailure()
    places.wait()
    let slot = Slot()
    workers.async { slot.fill(batch, self.coder, for: self.catalogue) }
    lane.async {
      let items = slot.take()
      let isFull = self.work.withLock { work in
        work.coded.append(items)
        return work.coded.count >= Self.together
      }
      if isFull { self.storeAll() }
    }
  }

  /// Stores what is coded.
  private func storeAll() {
    let batches = work.withLock { work in
      defer { work.coded = [] }
      return work.coded
    }
    guard !batches.isEmpty else { return }
    noteFailure { () throws(CommandFailure) in try store(Array(batches.joined())) }
    for _ in batches { places.signal() }
  }

  /// Waits until everything is stored and tidies up behind it.
  func finish() throws(CommandFailure) -> ImportSummary {
    lane.sync {
      storeAll()
      noteFailure { () throws(CommandFailure) in
        progress.end()
        guard let writer = work.withLock({ $0.writer }) else { return }
        try Ledgers.update(writer, catalogue, names: names, at: path)
        log.info("ledger is up to date")
        do throws(ArchiveError) {
          try journal.keep(work.withLock { $0.summary }, .done, in: writer)
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
      // What broke the import may as well keep this from being written down.
      let (writer, summary) = self.work.withLock { ($0.writer, $0.summary) }
      if let writer { try? journal.keep(summary, .stopped(error.why), in: writer) }
    }
  }

  private func store(_ items: [Item]) throws(CommandFailure) {
    let known = work.withLock { $0.writer }
    let writer = if let known { known } else { try open() }
    let outcomes: [ImportOutcome]
    do throws(ArchiveError) {
      outcomes = try writer.insert(prepared: items.map(\.article), coderVersion: coderVersion)
    } catch {
      throw CommandFailure(error, at: path)
    }
    log.debug("batch is stored", metadata: ["articles": "\(items.count)"])
    work.withLock { work in
      work.writer = writer
      work.stored += items.count
      progress.show(work.stored)
      for (outcome, item) in zip(outcomes, items) {
        work.summary.count(
          outcome, isDated: item.article.coded.article.published != nil,
          isEnglish: item.article.coded.article.isEnglish, isRepaired: item.isRepaired)
      }
    }
    do throws(ArchiveError) {
      try journal.keep(work.withLock { $0.summary }, in: writer)
    } catch {
      throw CommandFailure(error, at: path)
    }
  }
}
