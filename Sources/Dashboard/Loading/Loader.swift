import Archive
import Synchronization

/// Runs loads on threads of its own and hands over what they bring.
///
/// There are four lanes, so that a count of a hundred thousand articles never
/// stands in the way of the answer to a key, nor the escalation of half a year
/// in the way of a count, nor another program that writes in the way of any. Of several loads
/// for one slot only the latest is run.
package final class Loader: Sendable {
  /// How long work of ``Load/Urgency/longAtLeisure`` rests before it is done again, in milliseconds.
  static let leisure = 3000
  /// How long a load of ``Load/Urgency/whenStill`` waits for another, in milliseconds: longer than
  /// a keyboard takes to repeat a key.
  package static let stillness = 45

  private let archive: DashboardArchive
  /// How long a load of ``Load/Urgency/whenStill`` waits for another, in milliseconds.
  private let stillness: Int
  private let deliver: @Sendable (Message) -> Void
  private let lane = Lane()
  private let slowLane = Lane()
  /// For what may have to wait for another program.
  private let writingLane = Lane()
  private let slowestLane = Lane()
  /// The latest load asked for, by slot, until it is run.
  private let waiting = Mutex<[Load.Slot: Load]>([:])
  /// What is being run, and on which connection.
  private let running = Mutex<[Load.Slot: Load.Urgency]>([:])
  /// When work that may have to wait for stillness was last asked for.
  private let lastAsked = Mutex<[Load.Slot: ContinuousClock.Instant]>([:])
  /// When long work was last done.
  private let lastRun = Mutex<[Load.Slot: ContinuousClock.Instant]>([:])
  private let version = Mutex<Int?>(nil)
  /// Why the archive could not be reached when it was last looked for.
  private let outage = Mutex<LoadFailure?>(nil)

  /// - Parameters:
  ///   - stillness: how long a load of ``Load/Urgency/whenStill`` waits for another when it is not
  ///     the first, in milliseconds.
  ///   - deliver: called from the loader's threads.
  package init(
    archive: DashboardArchive, stillness: Int = Loader.stillness,
    deliver: @escaping @Sendable (Message) -> Void
  ) {
    self.archive = archive
    self.stillness = stillness
    self.deliver = deliver
  }

  package func submit(_ load: Load) {
    waiting.withLock { $0[load.slot] = load }
    if load.urgency == .now || load.urgency == .long { interrupt(load.slot) }
    switch load.urgency {
    case .now: lane.run { self.run(load.slot) }
    case .whenStill:
      // At once after a rest; then only if it is still the latest after a while: each further one
      // starts the wait anew.
      let isFirst = hasRested(load.slot)
      lane.run(after: isFirst ? .zero : .milliseconds(stillness)) {
        self.run(load.slot, only: load.generation)
      }
    case .later: slowLane.run { self.run(load.slot) }
    case .writing: writingLane.run { self.run(load.slot) }
    case .long, .longAtLeisure:
      // Whatever is the latest then: news every second must not put it off for ever. Also what
      // is asked for by a key lets the quick answers to it go first: they share two processors.
      let rest = load.urgency == .long ? stillness : rest(of: load.slot)
      slowestLane.run(after: .milliseconds(rest)) {
        self.run(load.slot)
        self.lastRun.withLock { $0[load.slot] = .now }
      }
    }
  }

  /// Looks whether another process has written; says so if it has.
  package func poll() {
    lane.run {
      let isOther = self.follow()
      guard let found = try? self.archive.reader.dataVersion() else { return }
      let before = self.version.withLock { version in
        defer { version = found }
        return version
      }
      if isOther || before != nil && before != found { self.deliver(.archiveChanged) }
    }
  }

  /// Goes where the archive is, and says when it is out of reach or back.
  private func follow() -> Bool {
    let result = Result { try archive.follow() }.mapError { LoadFailure($0) }
    let found: LoadFailure? = if case .failure(let failure) = result { failure } else { nil }
    let before = outage.withLock { outage in
      defer { outage = found }
      return outage
    }
    if before != found { deliver(.outage(found)) }
    return (try? result.get()) ?? false
  }

  private func run(_ slot: Load.Slot, only generation: Int? = nil) {
    let load = waiting.withLock { waiting -> Load? in
      guard let load = waiting[slot], generation == nil || load.generation == generation else {
        return nil
      }
      waiting[slot] = nil
      return load
    }
    guard let load else { return }
    let source = archive.source(for: load.urgency)
    running.withLock { $0[slot] = load.urgency }
    var delivery = load.run(on: source)
    // Whoever was meant by the interruption may have been done already.
    while delivery.isInterrupted, waiting.withLock({ $0[slot] == nil }) {
      delivery = load.run(on: source)
    }
    running.withLock { $0[slot] = nil }
    deliver(.delivery(delivery))
  }

  /// Stops work for which nobody waits any longer.
  private func interrupt(_ slot: Load.Slot) {
    running.withLock { running in
      if let urgency = running[slot] { archive.source(for: urgency).archive.interrupt() }
    }
  }

  /// Whether nothing was asked for in the slot for longer than a keyboard takes to repeat a key.
  private func hasRested(_ slot: Load.Slot) -> Bool {
    let before = lastAsked.withLock { $0.updateValue(.now, forKey: slot) }
    return before.map { $0.duration(to: .now) >= .milliseconds(stillness) } ?? true
  }

  /// Milliseconds until the slot's work may be done again.
  private func rest(of slot: Load.Slot) -> Int {
    guard let last = lastRun.withLock({ $0[slot] }) else { return 0 }
    let left = .milliseconds(Self.leisure) - last.duration(to: .now)
    return max(0, Int(left.components.seconds) * 1000)
  }
}

extension Load {
  /// Does the work here and now.
  func run(on source: LoadSource) -> Delivery {
    let outcome = Result { try work(source) }
    let isInterrupted =
      if case .failure(ArchiveError.interrupted) = outcome { true } else { false }
    return Delivery(
      slot: slot, generation: generation, outcome: outcome.mapError { LoadFailure($0) },
      isInterrupted: isInterrupted)
  }
}
