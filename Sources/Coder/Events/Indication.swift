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
      guard let source, acts(source), source.code != "---" else { return nil }
      return isThreat(predicate, source, target, deed, in: clause) ? indicator : nil
    case "DX", "LR", "MP":
      if let source, !acts(source) { return nil }
      return indicator
    default: return indicator
    }
  }

  /// A state, an army, a body or a group in arms; not a passer-by.
  private func acts(_ actor: ActorReference) -> Bool {
    if actor.code == "---" { return !actor.id.hasPrefix(ActorKey.Prefix.person) }
    return !["CVL", "UNK", "JRN", "EDU"].contains(actor.code.suffix(3))
  }

  /// Neither a state nor anybody in arms: what one does to another is a crime.
  private func isCivil(_ actor: ActorReference) -> Bool {
    let sector = actor.code.suffix(3)
    return actor.code.count > 3 && ["CVL", "UNK", "JRN", "EDU", "LAB", "BUS"].contains(sector)
      || sector == "CVL" || sector == "UNK"
  }

  /// “ordered its soldiers home”: within one state, and no threat.
  private func isAmongOwn(_ source: ActorReference, _ target: ActorReference?) -> Bool {
    guard let target else { return false }
    return source.code.prefix(3) == target.code.prefix(3)
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
