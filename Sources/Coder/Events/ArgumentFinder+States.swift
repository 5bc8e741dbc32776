import EventData
import Lexicons

/// Whose groups are of which no words say it.
extension ArgumentFinder {
  /// Gives groups of no state the one where it happens, or that of the other side; who is
  /// attacked by a state is not of it, nor are rebels of the state that they deal with as friends.
  ///
  /// - Parameter others: who was named before them, of whom their state may be.
  func place(
    _ sources: inout [Argument], _ targets: inout [Argument], of predicate: Predicate,
    beside others: [Argument], in clause: Clause
  ) {
    let isAssault = predicate.frame.category == .assault
    // Roots 01 to 09 of CAMEO are words and deeds of goodwill.
    let isFriendly = predicate.frame.cameo < "10"
    guard sources.contains(where: \.isUnplaced) || targets.contains(where: \.isUnplaced) else {
      return
    }
    let state =
      location(in: clause)
      ?? others.last { other in
        let state = other.actor.body
        return other.isOfState && !sources.contains { $0.actor.body == state }
      }
    for index in sources.indices where sources[index].isUnplaced {
      // A president's counterpart is another state's; the people whom he deals with are his.
      let isPerson = sources[index].isPerson
      let isStranger = isFriendly && sources[index].isInsurgent
      let isOffice = sources[index].actor.code == "GOV" || sources[index].actor.code == "MIL"
      let other = targets.first {
        $0.isOfState && !(isPerson && $0.isOffice) && !isStranger
          // “The junta gave the French ambassador a day to leave”: it is none of France's.
          && !(isOffice && !isFriendly && $0.isOffice)
      }
      if let state = state ?? other {
        sources[index] = sources[index].placed(in: state)
      }
    }
    for index in targets.indices where targets[index].isUnplaced {
      let other = sources.first { $0.isOfState && !(isAssault && $0.isPower) }
      if let state = state ?? other {
        targets[index] = targets[index].placed(in: state)
      }
    }
  }

  /// The state of the first place behind “in” or “near”.
  private func location(in clause: Clause) -> Argument? {
    for place in clause.limits
    where context.document.isOne(of: Self.where, place) && place + 1 < clause.limits.upperBound {
      let end = min(place + 6, clause.limits.upperBound)
      // “killed in a Norwegian attack”
      if reader.deed(in: clause.limits.from(place + 1)) != nil { continue }
      if let found = reader.arguments(in: place + 1..<end).first(where: {
        $0.isPlace || $0.actor.id.hasPrefix(ActorKey.Prefix.state)
      }) {
        return found
      }
    }
    return nil
  }

  private static let `where`: WordSet = ["in", "near"]
}

extension Argument {
  /// The state alone, of which the name is the capital's.
  var asCity: Argument {
    var city = self
    city.actor.code = String(actor.code.prefix(3))
    return city
  }

  /// Rebels and separatists.
  fileprivate var isInsurgent: Bool { ["REB", "SEP", "INS"].contains(actor.code) }

  /// A government or an army.
  fileprivate var isOffice: Bool {
    let sector = actor.code.dropFirst(3)
    return sector == "GOV" || sector == "MIL"
  }

  /// A state, its government or its army, which seldom attack their own people; police and
  /// rebels do.
  fileprivate var isPower: Bool {
    let sector = actor.code.dropFirst(3)
    return sector.isEmpty || sector == "GOV" || sector == "MIL"
  }
}
