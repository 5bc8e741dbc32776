import EventData

/// Groups and offices as those of a state or a body.
extension Argument {
  /// “members of parliament”, “the head of the agency”: of the body rather than its state.
  func member(of other: Argument) -> Argument {
    guard other.actor.id.hasPrefix(ActorKey.Prefix.organisation), actor.code == "GOV" else {
      return placed(in: other)
    }
    var member = self
    let isInternational = other.actor.code.hasPrefix("IGO")
    member.actor.code = other.actor.code + (isInternational ? actor.code : "")
    member.isUnplaced = false
    return member
  }

  /// The same group as one of a state.
  func placed(in other: Argument) -> Argument {
    var placed = self
    let sector = actor.code == "---" ? "GOV" : actor.code
    placed.actor.code = String(other.actor.code.prefix(3)) + sector
    placed.isUnplaced = false
    return placed
  }

  /// Somebody of a state who may have forces: no outlet that reports about them.
  var isSide: Bool { isOfState && actor.sector != "JRN" && actor.sector != "EDU" }

  /// One of several such groups: the soldiers of Norway beside those of Latvia.
  func member(ofEach other: Argument) -> Argument {
    var member = member(of: other)
    member.actor.id += " " + member.actor.code
    return member
  }

  /// The same office in another state.
  func likewise(_ other: Argument) -> Argument {
    var likewise = self
    likewise.actor.code = String(other.actor.code.prefix(3)) + actor.code.dropFirst(3)
    likewise.actor.id += " " + likewise.actor.code
    return likewise
  }
}
