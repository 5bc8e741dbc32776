import EventData

/// How real an event is, from the words around its predicate and who reports it.
struct Modality {
  let context: AttributionContext

  func status(
    of predicate: Predicate, in sentence: Range<Int>, reportedBy act: Statement.Act?
  ) -> Event.Status {
    let background = Background(context: context)
    if background.isPast(predicate.verb.lowerBound, in: sentence)
      || background.isWhereabouts(predicate, in: sentence)
    {
      return .background
    }
    if isNegated(predicate) { return .negated }
    if isDecided(predicate, in: sentence) { return .decided }
    if let act {
      switch act {
      case .deny: return .denied
      case .threaten where isHypothetical(predicate): return .threatened
      case .demand, .ask: return .demanded
      case .promise where isHypothetical(predicate): return .pledged
      case .propose where isHypothetical(predicate): return .forecast
      default: break
      }
    }
    // “must leave”: the demand itself is made.
    if predicate.isModal { return predicate.frame.status }
    for token in predicate.group where context.flags(token).contains(.modal) {
      let isIntent = context.document.isOne(of: Self.intent, token)
      return isIntent && !isConditional(predicate, in: sentence) ? .pledged : .forecast
    }
    if context.tag(predicate.group.lowerBound) == .to {
      return infinitive(predicate, in: sentence)
    }
    if isConditional(predicate, in: sentence) { return .forecast }
    if predicate.isNoun,
      predicate.frame.category == .retreat || predicate.frame.category == .consult,
      Supposition(context: context).isTopic(predicate, in: sentence)
    {
      return .forecast
    }
    if predicate.isNoun, predicate.frame.category == .consult {
      let supposition = Supposition(context: context)
      // “talks will be held on Friday”, “talks are due to resume”
      if supposition.hasModal(behind: predicate, in: sentence) { return .pledged }
      if supposition.isDue(predicate, in: sentence) { return .forecast }
    }
    if predicate.entry.isDeed {
      if isQuestion(sentence) { return .forecast }
      let isGerund =
        predicate.group.count == 1 && context.tag(predicate.verb.lowerBound) == .gerund
      guard predicate.isNoun || isGerund else { return predicate.frame.status }
      let supposition = Supposition(context: context)
      if supposition.isSupposed(predicate, in: sentence) { return .forecast }
      if supposition.isKnownBefore(predicate, in: sentence) { return .background }
    }
    return predicate.frame.status
  }

  /// “voted to impose”, “decided to leave”, unless they only may, or did not.
  private func isDecided(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    let verb = predicate.group.lowerBound - 1
    guard verb > sentence.lowerBound, context.tag(predicate.group.lowerBound) == .to,
      context.document.isOne(of: Self.decisions, verb)
    else { return false }
    return context.flags(verb - 1).isDisjoint(with: [.modal, .negation, .to])
  }

  /// “Will Oslo attack?”
  private func isQuestion(_ sentence: Range<Int>) -> Bool {
    sentence.suffix(2).contains { place in
      let token = context.document.tokens[place]
      return context.document.bytes[Int(token.start)] == UInt8(ascii: "?")
    }
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
    if !predicate.isNoun, hasNegatedSubject(before) { return true }
    if predicate.isNoun {
      // “no sign of a pullback”, “without a ceasefire”
      return (max(0, before - 4)...before).contains { place in
        context.flags(place).contains(.negation)
      }
    }
    if context.tag(predicate.verb.lowerBound) == .gerund {
      // “without attacking”, “stopped short of attacking”
      if context.flags(before).contains(.negation) { return true }
      if before > 0, context.flags(before).contains(.of),
        context.document.isOne(of: Self.short, before - 1)
      {
        return true
      }
    }
    return isWithoutSign(predicate)
  }

  /// “neither Oslo nor Riga attacked”, “nobody fired”
  private func hasNegatedSubject(_ last: Int) -> Bool {
    var place = last
    while place >= 0, last - place < 8 {
      switch context.tag(place) {
      case let tag where tag.isNominal || tag == .pronoun || tag == .coordinator:
        if context.document.isOne(of: Self.nobody, place) { return true }
      default: return context.document.isOne(of: Self.nobody, place)
      }
      place -= 1
    }
    return false
  }

  private static let nobody: WordSet = ["neither", "nobody", "none"]
  private static let short: WordSet = ["short"]

  /// “no sign that troops have left”, “has no plans to attack”.
  private func isWithoutSign(_ predicate: Predicate) -> Bool {
    var place = predicate.group.lowerBound - 1
    // “has no such plans and accused Riga”: a verb of its own.
    if context.tag(place) == .coordinator, context.tag(predicate.verb.lowerBound) == .verb {
      return false
    }
    let signs = Self.signs
    while place > 0, predicate.group.lowerBound - place < 8, context.tag(place) != .comma {
      if context.document.isOne(of: signs, place) {
        return (max(0, place - 2)..<place).contains { context.flags($0).contains(.negation) }
      }
      place -= 1
    }
    return false
  }

  /// What the verb before an infinitive makes of it: “threatened to”, “agreed to”, “plans to”.
  private func infinitive(_ predicate: Predicate, in sentence: Range<Int>) -> Event.Status {
    var place = predicate.group.lowerBound - 1
    // “considers whether to attack”
    if place >= sentence.lowerBound, predicate.frame.category == .assault,
      context.document.isOne(of: Self.conditions, place)
    {
      return .forecast
    }
    // “is believed to have attacked”
    if predicate.group.contains(where: { context.flags($0).contains(.have) }) {
      return predicate.frame.status
    }
    // “began to fire”, “continued to fire”: it happened, unless they only will.
    if place > sentence.lowerBound, context.document.isOne(of: Self.phases, place) {
      let isModal = context.flags(place - 1).contains(.modal)
      return isModal ? .forecast : predicate.frame.status
    }
    while place >= sentence.lowerBound, predicate.group.lowerBound - place < 7 {
      // What another clause says, or the words around a quotation, is about something else.
      if context.tag(place) == .comma || context.tag(place) == .quote { break }
      if context.flags(place).contains(.negation), !isReadiness(place + 1) { return .negated }
      if context.document.isOne(of: Self.expectations, place) { return .forecast }
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

  /// “not hesitate to”, “not afraid to”: all the more.
  private func isReadiness(_ place: Int) -> Bool {
    context.document.isOne(of: Self.hesitations, place)
  }

  private static let hesitations: WordSet = ["hesitate", "afraid", "only", "just", "shy", "yet"]

  private func cueEntry(_ token: Int) -> Int {
    let word = Int(context.word(token))
    return word < context.knowledge.cueVerbOfWord.count
      ? Int(context.knowledge.cueVerbOfWord[word]) : -1
  }

  private func isConditional(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    let conditions = Self.conditions
    var place = predicate.group.lowerBound - 1
    while place >= sentence.lowerBound {
      if context.tag(place) == .comma { return false }
      if context.document.isOne(of: conditions, place) { return true }
      // “doubt that Oslo will attack”
      if context.flags(place).contains(.that), place > sentence.lowerBound,
        context.document.isOne(of: Self.doubts, place - 1)
      {
        return true
      }
      // “Should Oslo attack, …”
      let opens = place == sentence.lowerBound || context.tag(place - 1) == .comma
      if opens, context.document.isOne(of: Self.inverted, place) { return true }
      place -= 1
    }
    return false
  }

  private static let decisions: WordSet = ["voted", "votes", "decided", "opted", "resolved"]
  private static let phases: WordSet = [
    "began", "begun", "continued", "continues", "proceeded", "managed", "started", "begins",
  ]
  private static let intent: WordSet = ["will", "'ll", "shall"]
  private static let inverted: WordSet = ["should", "had", "were"]
  private static let conditions: WordSet = ["if", "unless", "whether"]
  private static let doubts: WordSet = [
    "doubt", "doubts", "doubted", "fear", "fears", "feared", "expect", "expects", "expected",
    "unlikely", "likely", "possible", "possibility", "prospect", "risk",
  ]
  private static let expectations: WordSet = ["expect", "expects", "expected", "wants", "want"]
  private static let possibility: WordSet = ["could", "may", "might", "can"]
  private static let signs: WordSet = [
    "sign", "signs", "indication", "indications", "evidence", "proof", "plan", "plans",
    "intention", "intentions", "intent", "decision", "desire", "reason",
  ]
}
