import EventData
import Lexicons

/// Tells deeds that are only spoken of from those that are reported: nouns and gerunds take
/// their reality from the words around them.
struct Supposition {
  let context: AttributionContext

  /// Whether a noun or gerund stands under a modal verb, a fear or a plan.
  func isSupposed(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    return isBehindSupposition(predicate, in: sentence)
      || hasModal(before: predicate, in: sentence) || hasModal(behind: predicate, in: sentence)
      || isSubjectGerund(predicate.verb.lowerBound, in: sentence)
  }

  /// “fear of an attack”, “to prevent fighting”, “a possible invasion”.
  private func isBehindSupposition(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    var place = predicate.verb.lowerBound - 1
    while place >= sentence.lowerBound, predicate.verb.lowerBound - place < 7 {
      if context.knowledge.events.isSupposing(context.word(place)) { return true }
      switch context.tag(place) {
      case .preposition, .verb, .gerund, .adverb: break
      case let tag where tag.isNominal: break
      default: return false
      }
      place -= 1
    }
    return false
  }

  /// “met to discuss a truce”, “aimed to secure a ceasefire”: what is sought or spoken of.
  func isTopic(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    for place in sentence.before(predicate.verb.lowerBound).suffix(6).reversed() {
      if context.document.isOne(of: Self.seeking, place)
        || context.knowledge.events.isSupposing(context.word(place))
      {
        return true
      }
      switch context.tag(place) {
      case .preposition, .verb, .gerund, .adverb, .to: break
      case let tag where tag.isNominal: break
      default: return false
      }
    }
    return false
  }

  private static let seeking: WordSet = [
    "aimed", "aiming", "seek", "seeks", "seeking", "sought", "secure", "discuss", "discusses",
    "discussed", "discussing", "discussions", "negotiate", "negotiates", "negotiated",
    "negotiating", "propose", "proposes", "urge", "urges", "urged", "urging", "demand", "demands",
    "demanded", "demanding", "call", "calls", "called", "calling", "towards", "toward", "hope",
    "hopes", "hoped", "broker", "talks",
  ]

  /// “the attack would open with bombing”: the modal of the verb before it.
  private func hasModal(before predicate: Predicate, in sentence: Range<Int>) -> Bool {
    var place = predicate.verb.lowerBound - 1
    var hasVerb = false
    while place >= sentence.lowerBound, predicate.verb.lowerBound - place < 14 {
      switch context.tag(place) {
      case .verb where hasVerb: return false
      case .verb: hasVerb = true
      case .auxiliary:
        if context.flags(place).contains(.modal) { return true }
        hasVerb = true
      case .adverb: break
      case .comma, .relative, .colon, .dash, .stop, .to, .pronoun, .subordinator: return false
      default: if hasVerb { return false }
      }
      place -= 1
    }
    return false
  }

  /// “an attack would begin”, “a soldier crossing into Riga would …”: the modal of the verb
  /// whose subject it is.
  func hasModal(behind predicate: Predicate, in sentence: Range<Int>) -> Bool {
    auxiliary(behind: predicate, in: sentence).map { context.flags($0).contains(.modal) } ?? false
  }

  /// “talks are due to resume”, “a meeting is set for June”.
  func isDue(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    guard let auxiliary = auxiliary(behind: predicate, in: sentence) else { return false }
    let next = (auxiliary + 1..<sentence.upperBound).first { context.tag($0) != .adverb }
    return next.map { context.document.isOne(of: Self.due, $0) } ?? false
  }

  /// The auxiliary of the verb whose subject a noun is.
  func auxiliary(behind predicate: Predicate, in sentence: Range<Int>) -> Int? {
    for place in (predicate.verb.upperBound..<sentence.upperBound).prefix(14) {
      switch context.tag(place) {
      case .auxiliary: return place
      // “talks between Oslo and Riga will …”
      case .coordinator
      where predicate.frame.isReciprocal && place + 1 < sentence.upperBound
        && context.tag(place + 1).isNominal:
        break
      case .verb, .comma, .relative, .colon, .dash, .stop, .pronoun, .subordinator, .coordinator:
        return nil
      default: break
      }
    }
    return nil
  }

  /// “stationing units there is unacceptable”: a gerund that opens its clause and has a
  /// finite verb behind it.
  func isSubjectGerund(_ gerund: Int, in sentence: Range<Int>) -> Bool {
    guard context.tag(gerund) == .gerund else { return false }
    if gerund > sentence.lowerBound {
      let before = gerund - 1
      guard context.flags(before).contains(.that) || context.tag(before) == .quote else {
        return false
      }
    }
    for place in gerund + 1..<sentence.upperBound {
      switch context.tag(place) {
      case .auxiliary, .verb: return true
      case .comma, .stop, .relative: return false
      default: break
      }
    }
    return false
  }

  // MARK: What everybody knows

  /// “since the invasion”, “Oslo's invasion of Riga has …”: a war that the readers know of,
  /// told beside something else.
  func isKnownBefore(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    guard predicate.isNoun else { return false }
    var first = predicate.verb.lowerBound
    var isDefinite = false
    while first > sentence.lowerBound, context.tag(first - 1).isNominal {
      first -= 1
      let isArticle = context.document.isOne(of: Self.definite, first)
      isDefinite =
        isDefinite || isArticle || context.tag(first) == .apostrophe
        || context.tag(first) == .possessive
    }
    guard isDefinite else { return false }
    let before = first - 1
    if before >= sentence.lowerBound, context.document.isOne(of: Self.since, before) {
      return true
    }
    guard predicate.frame.isConquest else { return false }
    if before >= sentence.lowerBound, context.tag(before) == .preposition { return true }
    return !isNews(behind: predicate, in: sentence)
  }

  /// “the invasion began”, “went on”; no verb at all is a heading's.
  private func isNews(behind predicate: Predicate, in sentence: Range<Int>) -> Bool {
    for place in (predicate.verb.upperBound..<sentence.upperBound).prefix(14) {
      if context.tag(place).headsClause {
        if context.tag(place) == .auxiliary { return false }
        return context.document.isOne(of: Self.phases, place)
      }
    }
    return true
  }

  private static let due: WordSet = [
    "due", "set", "scheduled", "slated", "expected", "planned", "poised",
  ]
  private static let definite: WordSet = ["the"]
  private static let since: WordSet = ["since", "before", "wake"]
  private static let phases: WordSet = [
    "began", "begins", "continued", "continues", "went", "goes", "started", "starts",
  ]
}

extension EventFrame {
  /// A deed of force or coercion, whose reality counts.
  var isDeed: Bool {
    switch category {
    case .assault, .mobilize, .coerce, .sanction: true
    default: false
    }
  }

  /// An invasion or an annexation, by name.
  var isConquest: Bool {
    predicate == .noun && (indicator == "FU3" || indicator == "LR2")
  }
}
