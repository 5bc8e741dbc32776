/// Who says so, seen from the event: decides how far a single report is believed.
///
/// Roles are those of the speaker in this event, never a judgement about a country.
package enum OriginRole: String, Sendable, CaseIterable {
  case record
  case actor
  case monitor
  case outlet
  case thirdGovernment = "third-government"
  case party
  case anonymous
  case inFavour = "in-favour"
  case stateMedia = "state-media"
  case analyst
  case social
}

/// One voice: everybody who only repeats it adds nothing.
package struct Origin: Hashable, Sendable, Comparable {
  package var role: OriginRole
  package var name: String

  package init(_ role: OriginRole, _ name: String) {
    self.role = role
    self.name = name
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.role != b.role ? a.role.rawValue < b.role.rawValue : a.name < b.name
  }
}
