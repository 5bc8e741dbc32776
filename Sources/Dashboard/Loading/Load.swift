/// Work on the archive that somebody waits for, as a value.
package struct Load: Sendable {
  package enum Owner: Hashable, Sendable {
    case pane(PaneID)
    case dashboard
  }

  /// What is waited for: of two loads for one slot only the later counts.
  package struct Slot: Hashable, Sendable {
    package var owner: Owner
    package var name: String
  }

  package enum Urgency: Hashable, Sendable {
    /// The answer to a key.
    case now
    /// The answer to a key that may be one of many, as the next line of a list.
    case whenStill
    /// Counts and lists of counts, which may take their time.
    case later
    /// Work of seconds, apart from everything else.
    case long
    /// The same, but not again right after it was done.
    case longAtLeisure
    /// What is written for a person; it may have to wait for another program that writes.
    case writing
  }

  package var slot: Slot
  package var urgency: Urgency
  /// Stamped by the state; an answer with an older number is stale.
  package var generation = 0
  package let work: @Sendable (LoadSource) throws -> any Sendable

  /// - Parameter work: runs on another thread.
  package init<Content: Sendable>(
    _ name: String, for owner: Owner, _ urgency: Urgency = .now,
    work: @escaping @Sendable (LoadSource) throws -> Content
  ) {
    slot = Slot(owner: owner, name: name)
    self.urgency = urgency
    self.work = work
  }
}

extension Pane {
  /// A load whose answer comes to ``receive(_:in:)``.
  package static func load(
    _ name: String, _ urgency: Load.Urgency = .now,
    work: @escaping @Sendable (LoadSource) throws -> Content
  ) -> PaneRequest {
    .load(Load(name, for: .pane(id), urgency, work: work))
  }
}

/// What a load brought, for which question.
package struct Delivery: Sendable {
  package var slot: Load.Slot
  package var generation: Int
  package var outcome: Result<any Sendable, LoadFailure>
  /// True when it failed because somebody asked to stop.
  package var isInterrupted = false
}

/// Why a load brought nothing, in words for the screen.
package struct LoadFailure: Error, Hashable, Sendable {
  package var reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}
