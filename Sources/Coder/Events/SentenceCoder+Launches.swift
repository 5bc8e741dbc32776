import EventData

/// “Norway launched a ballistic missile”: a state that fires one at nobody tries it out.
extension SentenceCoder {
  static let weaponTest = "MP5"

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
