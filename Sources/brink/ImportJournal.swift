import Archive
import Glibc
import Intake
import Synchronization

/// Writes down in the archive what an import does while it does it, once a second at most.
final class ImportJournal: Sendable {
  private struct Work {
    var record: ImportRecord
    var failures: [ImportFailure] = []
    /// Nil before it was first kept.
    var kept: ContinuousClock.Instant?
  }

  private let work: Mutex<Work>

  /// - Parameters:
  ///   - command: as `import`.
  ///   - inputs: what it was told to read.
  init(_ command: String, reading inputs: [String]) {
    let names = inputs.map { $0 == "-" ? "standard input" : $0 }
    work = Mutex(
      Work(
        record: ImportRecord(
          command: command, origin: names.joined(separator: ", "), begun: time(nil))))
  }

  func note(_ failure: ImportFailure) {
    work.withLock { work in
      work.record.failed += 1
      if work.record.failed <= ImportRecord.mostFailures { work.failures.append(failure) }
    }
  }

  /// - Parameters:
  ///   - writer: used by one thread at a time.
  ///   - state: an end is written down at once, everything else when it is time.
  func keep(
    _ summary: ImportSummary, _ state: ImportRecord.State = .running, in writer: ArchiveWriter
  ) throws(ArchiveError) {
    let due = work.withLock { work -> (ImportRecord, [ImportFailure])? in
      let isEarly = work.kept.map { $0.duration(to: .now) < .seconds(1) } ?? false
      if state == .running, isEarly { return nil }
      summary.fill(&work.record)
      work.record.state = state
      work.record.heard = time(nil)
      work.kept = .now
      defer { work.failures = [] }
      return (work.record, work.failures)
    }
    // A round in which there was nothing to read is no import.
    guard let (record, failures) = due, record.id != 0 || !record.isNothing else { return }
    let id = try writer.keep(record, failures)
    work.withLock { $0.record.id = id }
  }
}

extension ImportRecord {
  fileprivate var isNothing: Bool {
    added + changed + known + failed == 0 && state == .done
  }
}

extension ImportSummary {
  fileprivate func fill(_ record: inout ImportRecord) {
    record.added = count(.added)
    record.changed = count(.replaced) + count(.recoded)
    record.known = count(.unchanged) + count(.older)
  }
}
