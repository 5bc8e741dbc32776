import EventData

/// Weapons without a target, or without anybody who is named to have used them.
extension SentenceCoder {
  static let weaponTest = "MP5"

  /// “Norway launched a ballistic missile”: a state that fires one at nobody tries it out.
  func isTestLaunch(
    _ predicate: Predicate, _ source: Argument?, _ target: Argument?, in clause: Clause
  ) -> Bool {
    predicate.frame.category == .assault && predicate.frame.mode == "heavy-weapons"
      && !predicate.isNoun && source.map(isState) ?? false && isNobody(target, but: source)
      && context.knowledge.events.hasMissile(FrameMatcher(context: context).classes(clause.scope))
      && !clause.scope.contains { context.document.isOne(of: Self.aiming, $0) }
  }

  /// “from a base near Bergen”: a place of one's own is no target.
  private func isNobody(_ target: Argument?, but source: Argument?) -> Bool {
    guard let target else { return true }
    return target.isPlace && target.actor.body == source?.actor.body
  }

  /// “A bomb went off near the port, killing a guard”: what an explosion does, of which nobody is
  /// named.
  func isToll(_ predicate: Predicate, in clause: Clause) -> Bool {
    let before = clause.limits.before(predicate.group.lowerBound)
    return predicate.frame.category == .assault && before.count > 1
      && context.tag(predicate.group.lowerBound) == .gerund
      && before.last.map(context.tag) == .comma
      && context.knowledge.events.hasForce(FrameMatcher(context: context).classes(before))
  }

  /// A state, its government or its army.
  private func isState(_ actor: Argument) -> Bool {
    actor.isOfState
      && (actor.actor.code.utf8.count == 3 || Self.powers.contains(actor.actor.sector))
  }

  private static let powers: [CodePart] = ["GOV", "MIL"]
  private static let aiming: WordSet = ["at", "on", "against", "into", "toward", "towards"]
}

extension Coding.Code {
  static func test(_ status: Event.Status) -> Self {
    Self(category: .mobilize, cameo: "150", mode: "weapons", status: status)
  }
}
