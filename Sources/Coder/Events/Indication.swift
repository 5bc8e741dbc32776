import EventData
import Lexicons

/// Decides whether an event feeds the indicator of its frame: a false one raises the level,
/// so the words must bear it out.
struct Indication {
  let context: AttributionContext

  func indicator(
    _ predicate: Predicate, _ source: ActorReference?, _ target: ActorReference?,
    deed: EventIndex.Frame?, in clause: Clause
  ) -> String? {
    guard let indicator = predicate.frame.indicator else { return nil }
    switch indicator.prefix(2) {
    case "FU": return isForce(predicate, source, target, in: clause) ? indicator : nil
    case "TH":
      guard let source, acts(source), source.code != "---", !isToOwn(in: clause.scope) else {
        return nil
      }
      // “told residents to stay at home”
      if let target, target.code.utf8.count == 3, isCivil(target) { return nil }
      if indicator == "TH4" { return isThirdSide(source, target) ? indicator : nil }
      if isThreat(predicate, source, target, deed, in: clause) { return indicator }
      return isForeseen(predicate, deed, in: clause) ? "TH4" : nil
    case "AT":
      // “rebels armed by Oslo seized …”: who they are, not what is done.
      if predicate.isPassive, predicate.group.count == 1,
        (predicate.verb.upperBound..<clause.sentence.upperBound).contains(where: {
          context.tag($0).headsClause
        })
      {
        return nil
      }
      return target.map(isInsurgent) ?? false ? "AT2" : indicator
    case "DX", "LR", "MP":
      if let source, !acts(source) { return nil }
      if indicator.hasPrefix("MP"), isAtHome(clause.scope) { return nil }
      switch indicator {
      case "LR1": return isDenied(in: clause.scope) ? nil : indicator
      case "LR4": return source.map(isInsurgent) ?? false ? indicator : nil
      default: return indicator
      }
    case "DE" where isOfWatchers(predicate, in: clause): return "FU5"
    case "DE": return isCalm(indicator, predicate, source, target, in: clause) ? indicator : nil
    default: return indicator
    }
  }

  /// “inside its own borders”, “within its territory”: nobody's line is near.
  private func isAtHome(_ scope: Range<Int>) -> Bool {
    scope.dropFirst(2).contains {
      context.document.isOne(of: Self.soil, $0)
        && (context.document.isOne(of: Self.own, $0 - 1)
          || context.tag($0 - 1) == .possessive && context.document.isOne(of: Self.inside, $0 - 2))
    }
  }

  private static let soil: WordSet = ["borders", "border", "territory", "soil", "country", "land"]
  private static let own: WordSet = ["own"]
  private static let inside: WordSet = ["inside", "within"]

  /// In arms against a state, whoever stands behind it.
  private func isInsurgent(_ actor: ActorReference) -> Bool {
    ["SEP", "REB", "INS"].contains { actor.code.contains($0) }
  }

  /// “warned that Oslo could attack within days”: an attack by another side is foreseen.
  private func isForeseen(
    _ predicate: Predicate, _ deed: EventIndex.Frame?, in clause: Clause
  ) -> Bool {
    predicate.frame.id == "warn" && deed?.frame.category == .assault
      && clause.scope.contains {
        !context.flags($0).isDisjoint(with: [.timeNoun, .weekday, .month])
          || context.document.isOne(of: Self.imminent, $0)
      }
  }

  private static let imminent: WordSet = ["imminent", "imminently", "soon", "shortly", "any"]

  /// “instructed their teams”: no demand upon another side, unless it is the neighbour.
  private func isToOwn(in scope: Range<Int>) -> Bool {
    guard let first = scope.first, context.tag(first) == .possessive else { return false }
    return !scope.prefix(4).contains { context.document.isOne(of: Self.opposite, $0) }
  }

  private static let opposite: WordSet = [
    "neighbour", "neighbours", "neighbor", "neighbors", "rival", "rivals", "enemy", "enemies",
    "foe", "foes", "adversary", "adversaries", "opponent", "opponents", "counterpart",
    "counterparts", "opposite", "partner", "partners", "creditors",
  ]

  /// Who foresees an attack is not who would attack.
  private func isThirdSide(_ source: ActorReference, _ target: ActorReference?) -> Bool {
    target != nil && !isAmongOwn(source, target)
  }

  private func isDenied(in scope: Range<Int>) -> Bool {
    scope.contains {
      context.flags($0).contains(.negation) || context.document.isOne(of: Self.against, $0)
    }
  }

  /// “evacuated its monitors”: who watches a truce and leaves is a loss.
  private func isOfWatchers(_ predicate: Predicate, in clause: Clause) -> Bool {
    guard predicate.frame.indicator == "DE4" else { return false }
    let object =
      predicate.isPassive ? clause.limits.before(predicate.group.lowerBound) : clause.scope
    return object.prefix(6).contains { context.document.isOne(of: Self.watchers, $0) }
  }

  private static let watchers: WordSet = [
    "monitor", "monitors", "observer", "observers", "inspectors", "peacekeepers",
  ]

  /// Whether a calming deed is one between sides, and of what its indicator means.
  private func isCalm(
    _ indicator: String, _ predicate: Predicate, _ source: ActorReference?,
    _ target: ActorReference?, in clause: Clause
  ) -> Bool {
    switch indicator {
    case "DE1":
      guard let source, source.code != "---" else { return false }
      return target.map { !isOneSide(source, $0) } ?? true
    case "DE2":
      guard let source, let target else { return true }
      // A speech to the public, a minister's to his president, or soldiers who arrive are no talks
      // between sides.
      return acts(source) && acts(target) && !isOneSide(source, target)
        && !areTroops(source) && !areTroops(target)
        && !clause.scope.prefix(6).contains { context.document.isOne(of: Self.audiences, $0) }
    case "DE4":
      // “its withdrawal from the union”: a member leaves.
      if let target, CodePart.bodies.contains(target.body), !areForces(source) { return false }
      return isOfForces(predicate, source, in: clause)
    case "DE7":
      guard let source, source.code != "---" else { return false }
      return !isAskedFor(predicate, in: clause)
    default: return true
    }
  }

  /// “Norwegian soldiers”, rather than a general or a group with a name.
  private func areTroops(_ actor: ActorReference) -> Bool {
    Self.armed.contains(actor.sector) && actor.id.hasPrefix(ActorKey.Prefix.group)
  }

  private static let audiences: WordSet = [
    "public", "nation", "audience", "audiences", "crowd", "crowds", "voters", "viewers",
  ]

  /// Of one state, neither of them in arms against it.
  private func isOneSide(_ source: ActorReference, _ target: ActorReference) -> Bool {
    isAmongOwn(source, target) && source.body != "---"
      && !CodePart.bodies.contains(source.body) && !Self.rebels.contains(source.sector)
      && !Self.rebels.contains(target.sector)
  }

  private static let rebels: [CodePart] = ["REB", "SEP", "INS", "PRM", "UAF", "OPP"]

  /// “withdrew its troops”, “rebels withdrew from the town”, “pulled back”; not a request, a
  /// statement, nor teachers and watchers, whose leaving is no sign of calm.
  private func isOfForces(
    _ predicate: Predicate, _ source: ActorReference?, in clause: Clause
  ) -> Bool {
    let events = context.knowledge.events
    let matcher = FrameMatcher(context: context)
    let object =
      predicate.isPassive ? clause.limits.before(predicate.group.lowerBound) : clause.scope
    if object.contains(where: { context.document.isOne(of: Self.unarmed, $0) }) { return false }
    if events.hasTroops(matcher.classes(object)) { return true }
    if areForces(source) { return true }
    // “withdrew from the valley”: nothing but the state itself.
    guard let next = clause.scope.first else { return !predicate.isPassive }
    return !predicate.isPassive && !context.tag(next).isNominal
  }

  private func areForces(_ source: ActorReference?) -> Bool {
    source.map { Self.armed.contains($0.sector) } ?? false
  }

  private static let armed: [CodePart] = ["MIL", "REB", "SEP", "INS", "PRM", "UAF"]
  private static let unarmed: WordSet = [
    "trainer", "trainers", "instructor", "instructors", "adviser", "advisers", "advisors",
    "monitor", "monitors", "observer", "observers", "inspectors", "staff", "diplomats",
    "diplomat", "ambassador", "envoy", "citizens", "nationals", "civilians", "residents",
    "peacekeepers", "families", "workers", "employees",
  ]

  /// “asked Oslo for aid”, “a request for access”: what is wanted is not given.
  private func isAskedFor(_ predicate: Predicate, in clause: Clause) -> Bool {
    clause.limits.before(predicate.group.lowerBound).suffix(8).contains {
      context.document.isOne(of: Self.asking, $0)
    }
      || clause.scope.prefix(3).contains { context.document.isOne(of: Self.asking, $0) }
  }

  private static let asking: WordSet = [
    "ask", "asks", "asked", "asking", "appeal", "appeals", "appealed", "request", "requests",
    "requested", "plea", "pleaded", "seek", "sought", "demand", "demands", "demanded",
  ]

  /// A state, an army, a body or a group in arms; not a passer-by.
  private func acts(_ actor: ActorReference) -> Bool {
    if actor.code == "---" { return !actor.id.hasPrefix(ActorKey.Prefix.person) }
    return !Self.bystanders.contains(actor.sector)
  }

  /// Neither a state nor anybody in arms: what one does to another is a crime.
  private func isCivil(_ actor: ActorReference) -> Bool {
    let sector = actor.sector
    return actor.code.utf8.count > 3 && Self.civil.contains(sector) || sector == "CVL"
      || sector == "UNK"
  }

  private static let bystanders: [CodePart] = ["CVL", "UNK", "JRN", "EDU"]
  private static let civil: [CodePart] = bystanders + ["LAB", "BUS"]

  /// “ordered its soldiers home”: within one state, and no threat.
  private func isAmongOwn(_ source: ActorReference, _ target: ActorReference?) -> Bool {
    guard let target else { return false }
    return source.body == target.body
  }

  /// Force needs somebody who is known on either side, or something that can be attacked;
  /// missiles that are fired in a drill are none.
  private func isForce(
    _ predicate: Predicate, _ source: ActorReference?, _ target: ActorReference?,
    in clause: Clause
  ) -> Bool {
    if let source, let target, isCivil(source), isCivil(target), isAmongOwn(source, target) {
      return false
    }
    if let target, target.code != "---" { return true }
    let classes = FrameMatcher(context: context).classes(clause.limits)
    if context.knowledge.events.hasExercise(classes) {
      return false
    }
    return source.map(acts) ?? false || context.knowledge.events.hasAssailable(classes)
  }

  /// A warning threatens when it names a price, a deed of force, or whom it is against;
  /// of what a third side may do, one only warns.
  private func isThreat(
    _ predicate: Predicate, _ source: ActorReference, _ target: ActorReference?,
    _ deed: EventIndex.Frame?, in clause: Clause
  ) -> Bool {
    if isAmongOwn(source, target) {
      // “Tarn warned that Oslo would strike back”: what his own side will do.
      return predicate.frame.id == "warn"
        && clause.scope.contains { context.document.isOne(of: Self.intent, $0) }
    }
    switch predicate.frame.id {
    case "warn":
      let isAgainst =
        target != nil
        && clause.scope.contains { context.document.isOne(of: Self.against, $0) }
      return isAgainst || isOwnIntent(clause.scope)
        || context.knowledge.events.hasReprisal(
          FrameMatcher(context: context).classes(clause.scope))
    case "vow-war": return deed.map { $0.frame.cameo >= "14" } ?? false
    default: return true
    }
  }

  /// “that it would seize ships”: what who warns will do.
  private func isOwnIntent(_ scope: Range<Int>) -> Bool {
    scope.dropFirst().contains {
      context.document.isOne(of: Self.intent, $0)
        && context.flags($0 - 1).contains(.subjectPronoun)
    }
  }

  private static let intent: WordSet = ["will", "would"]
  private static let against: WordSet = ["against", "not", "over"]
}
