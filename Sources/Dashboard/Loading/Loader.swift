import Archive
import Dispatch
import Synchronization

/// Runs loads on threads of its own and hands over what they bring.
///
/// There are two lanes, so that a count of a hundred thousand articles never
/// stands in the way of the answer to a key. A load whose slot has been asked
/// for again is not run at all.
package final class Loader: Sendable {
  /// How long a load of ``Load/Urgency/whenStill`` waits for another, in milliseconds: longer
  /// than a keyboard takes to repeat a key.
  static let stillness = 45

  private let archive: DashboardArchive
  private let deliver: @Sendable (Message) -> Void
  private let lane = DispatchQueue(label: "brink.loads", qos: .userInteractive)
  private let slowLane = DispatchQueue(label: "brink.loads.later", qos: .utility)
  /// The latest generation asked for, by slot.
  private let latest = Mutex<[Load.Slot: Int]>([:])
  private let version = Mutex<Int?>(nil)

  /// - Parameter deliver: called from the loader's threads.
  package init(archive: DashboardArchive, deliver: @escaping @Sendable (Message) -> Void) {
    self.archive = archive
    self.deliver = deliver
  }

  package func submit(_ load: Load) {
    latest.withLock { $0[load.slot] = load.generation }
    switch load.urgency {
    case .now: lane.async { self.run(load, on: self.archive.reader) }
    case .whenStill:
      lane.asyncAfter(deadline: .now() + .milliseconds(Self.stillness)) {
        self.run(load, on: self.archive.reader)
      }
    case .later: slowLane.async { self.run(load, on: self.archive.background) }
    }
  }

  /// Looks whether another process has written; says so if it has.
  package func poll() {
    lane.async {
      // An archive that cannot be read shows its error where its rows are asked for.
      guard let found = try? self.archive.reader.dataVersion() else { return }
      let before = self.version.withLock { version in
        defer { version = found }
        return version
      }
      if let before, before != found { self.deliver(.archiveChanged) }
    }
  }

  private func run(_ load: Load, on reader: ArchiveReader) {
    guard latest.withLock({ $0[load.slot] }) == load.generation else { return }
    deliver(.delivery(load.run(on: reader)))
  }
}

extension Load {
  /// Does the work here and now.
  func run(on reader: ArchiveReader) -> Delivery {
    let outcome = Result { try work(reader) }.mapError { LoadFailure($0) }
    return Delivery(slot: slot, generation: generation, outcome: outcome)
  }
}
