import EventData

/// How real an event is, from the words around its predicate and who reports it.
struct Modality {
  let context: AttributionContext

  func status(
    of predicate: Predicate, in sentence: Range<Int>, reporting: Statement?
  ) -> Event.Status {
    if Background(context: context).isPast(predicate.verb.lowerBound, in: sentence) {
      return .background
    }
    if isNegated(predicate) { return .negated }
    if let reporting {
      switch reporting.act {
      case .deny: return .denied
      case .threaten where isHypothetical(predicate): return .threatened
      case .demand, .ask: return .demanded
      case .promise where isHypothetical(predicate): return .pledged
      case .propose where isHypothetical(predicate): return .forecast
      default: break
      }
    }
    for token in predicate.group where context.flags(token).contains(.modal) {
      return context.document.isOne(of: Self.intent, token) ? .pledged : .forecast
    }
    if context.tag(predicate.group.lowerBound) == .to {
      return infinitive(predicate, in: sentence)
    }
    if isConditional(predicate, in: sentence) { return .forecast }
    if predicate.frame.isDeed {
      let supposition = Supposition(context: context)
      if supposition.isSupposed(predicate, in: sentence) { return .forecast }
      if supposition.isKnownBefore(predicate, in: sentence) { return .background }
    }
    return predicate.frame.status
  }

  /// “will not”, “would not”, “cannot”: a refusal, where “did not” is none.
  func isRefusal(_ predicate: Predicate) -> Bool {
    predicate.group.contains { context.flags($0).contains(.modal) }
  }

  /// “could”, “may”, “might”, “can”.
  func isPossibility(_ predicate: Predicate) -> Bool {
    predicate.group.contains { context.document.isOne(of: Self.possibility, $0) }
  }

  private func isHypothetical(_ predicate: Predicate) -> Bool {
    context.tag(predicate.group.lowerBound) == .to
      || context.tag(predicate.verb.lowerBound) == .gerund
      || predicate.group.contains { context.flags($0).contains(.modal) }
  }

  private func isNegated(_ predicate: Predicate) -> Bool {
    if predicate.group.contains(where: { context.flags($0).contains(.negation) }) { return true }
    let before = predicate.group.lowerBound - 1
    guard before >= 0 else { return false }
    if predicate.isNoun {
      // “no sign of a pullback”, “without a ceasefire”
      return (max(0, before - 4)...before).contains { place in
        context.flags(place).contains(.negation)
      }
    }
    if context.tag(predicate.verb.lowerBound) == .gerund,
      context.flags(before).contains(.negation)
    {
      return true
    }
    return isWithoutSign(predicate)
  }

  /// “no sign that troops have left”, “has no plans to attack”.
  private func isWithoutSign(_ predicate: Predicate) -> Bool {
    var place = predicate.group.lowerBound - 1
    while place > 0, predicate.group.lowerBound - place < 8, context.tag(place) != .comma {
      if context.document.isOne(of: Self.signs, place) {
        return (max(0, place - 2)..<place).contains { context.flags($0).contains(.negation) }
      }
      place -= 1
    }
    return false
  }

  /// What the verb before an infinitive makes of it: “threatened to”, “agreed to”, “plans to”.
  private func infinitive(_ predicate: Predicate, in sentence: Range<Int>) -> Event.Status {
    var place = predicate.group.lowerBound - 1
    // “began to fire”, “continued to fire”: it happened, unless they only will.
    if place > sentence.lowerBound, context.document.isOne(of: Self.phases, place) {
      let isModal = context.flags(place - 1).contains(.modal)
      return isModal ? .forecast : predicate.frame.status
    }
    while place >= sentence.lowerBound, predicate.group.lowerBound - place < 7 {
      let entry = cueEntry(place)
      if entry >= 0 {
        switch context.knowledge.lexicons.cueVerbs[entry].act {
        case .threaten: return .threatened
        case .promise: return .pledged
        case .demand, .ask: return .demanded
        case .deny, .withhold: return .negated
        case .assert: return .decided
        default: return .forecast
        }
      }
      place -= 1
    }
    return .forecast
  }

  private func cueEntry(_ token: Int) -> Int {
    let word = Int(context.word(token))
    return word < context.knowledge.cueVerbOfWord.count
      ? Int(context.knowledge.cueVerbOfWord[word]) : -1
  }

  private func isConditional(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    var place = predicate.group.lowerBound - 1
    while place >= sentence.lowerBound {
      if context.tag(place) == .comma { return false }
      if context.document.isOne(of: Self.conditions, place) { return true }
      // “Should Oslo attack, …”
      let opens = place == sentence.lowerBound || context.tag(place - 1) == .comma
      if opens, context.document.isOne(of: Self.inverted, place) { return true }
      place -= 1
    }
    return false
  }

  private static let phases: WordSet = [
    "began", "begun", "continued", "continues", "proceeded", "managed", "started", "begins",
  ]
  private static let intent: WordSet = ["will", "'ll", "shall"]
  private static let inverted: WordSet = ["should", "had", "were"]
  private static let conditions: WordSet = ["if", "unless"]
  private static let possibility: WordSet = ["could", "may", "might", "can"]
  private static let signs: WordSet = [
    "sign", "signs", "indication", "indications", "evidence", "proof", "plan", "plans",
    "intention", "intentions", "intent", "decision", "desire", "reason",
  ]
}
