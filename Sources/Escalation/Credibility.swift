import EventData

/// Who reports an event, seen from the event: decides how far a single report is believed.
///
/// A first version: it knows the parties of the event and the outlet. Monitors, anonymous
/// officials, analysts and social media need lists of their own and count as third parties.
package enum OriginClass: String, Sendable, CaseIterable {
  /// The actor about its own act or words.
  case actor
  /// The outlet's own reporting.
  case outlet
  /// Somebody who is neither side.
  case thirdParty = "third party"
  /// The other side.
  case otherSide = "other side"

  /// The probability ρ that such a report is true, by judgement.
  package var credibility: Double {
    switch self {
    case .actor: 0.95
    case .outlet: 0.85
    case .thirdParty: 0.65
    case .otherSide: 0.50
    }
  }

  init(_ entry: LedgerEntry) {
    func isOrigin(_ actor: ActorReference?) -> Bool {
      guard let actor, let origin = entry.event.origin else { return false }
      return origin == actor.id || origin == actor.name
    }
    if entry.event.origin == nil || entry.event.origin == entry.outlet {
      self = .outlet
    } else if isOrigin(entry.event.source) {
      self = .actor
    } else if isOrigin(entry.event.target) {
      self = .otherSide
    } else {
      self = .thirdParty
    }
  }
}
