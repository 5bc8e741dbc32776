/// Whether a form that may be a verb is one by the words beside it.
extension Tagger {
  /// A form that may be a verb.
  func verbTag(
    _ place: Int, _ flags: WordFlags, _ previous: Tag?, _ next: Int?, _ nextFlags: WordFlags,
    _ isHeadline: Bool, _ document: DocumentDraft
  ) -> Tag {
    // “on April 12 released”: the number is a date.
    let isDate = previous == .number && place > 1 && document.tags[place - 2] == .time
    let beforeIsNominal =
      previous == .determiner || previous == .possessive || previous == .apostrophe
      || previous == .number && !isDate || previous == .hyphen
    if flags.contains(.verbGerund), flags.isDisjoint(with: [.verbPast, .verbBase]) {
      if beforeIsNominal { return .noun }
      // “the ruling party”, “a troop buildup”: a gerund between nouns belongs to them.
      let isInside = previous == .noun || previous == .name
      let isNominal = !flags.isDisjoint(with: [.eventNoun, .cueNoun])
      if isInside, isNominal || isPlainNoun(next, nextFlags, document),
        !Self.governing.contains(document.tokens[place].hash)
      {
        return .noun
      }
      if isNominal, let next {
        // “Fighting resumed”, “fighting between”
        if previous == nil, nextFlags.contains(.verbPast) { return .noun }
        if document.tokens[next].word == knowledge.words.between { return .noun }
      }
      return isNominal && previous == .preposition && nextFlags.contains(.preposition)
        ? .noun : .gerund
    }
    // “joint exercises with”: no verb stands behind what only describes.
    if place > 0, flags.contains(.verbThird),
      Self.describing.contains(document.tokens[place - 1].hash)
    {
      return .noun
    }
    let afterAuxiliary = followsAuxiliary(place, document)
    if isPastAlike(place, previous, next, nextFlags, document) { return .verb }
    if !flags.isDisjoint(with: [.verbPast, .verbParticiple]) {
      if afterAuxiliary { return .participle }
      if beforeIsNominal || previous == .adverb && isPremodifier(place, document) { return .noun }
      if previous == .preposition { return .noun }
      if flags.contains(.verbPast) || flags.contains(.verbParticiple) {
        if flags.contains(.verbBase), !canBeFinite(previous, nextFlags, next, document),
          !reports(place, flags, previous, next, document)
        {
          return .noun
        }
        return flags.contains(.verbPast) ? .verb : .participle
      }
    }
    if flags.contains(.verbBase) {
      if previous == .to || afterAuxiliary { return .verb }
      // “a Norwegian strike”
      if flags.contains(.eventNoun), place > 0,
        self.flags(place - 1, document).contains(.stateAdjective)
      {
        return .noun
      }
      if beforeIsNominal || previous == .preposition { return .noun }
      if previous == .noun, !isPlural(place - 1, document) { return .noun }
      return canBeFinite(previous, nextFlags, next, document) ? .verb : .noun
    }
    if beforeIsNominal || previous == .preposition { return .noun }
    // “security forces in Norway”, “security forces have”
    if flags.contains(.pluralRole), place > 0, self.flags(place - 1, document).contains(.opensRole),
      !nextFlags.isDisjoint(with: [.preposition, .be, .have, .modal, .verbPast])
    {
      return .noun
    }
    // “thirty Norwegian drones”
    if flags.contains(.pluralRole), place > 0,
      self.flags(place - 1, document).contains(.stateAdjective)
    {
      return .noun
    }
    if reports(place, flags, previous, next, document) { return .verb }
    if acts(place, flags, previous, next, document) { return .verb }
    return canBeFinite(previous, nextFlags, next, document) ? .verb : .noun
  }

  private static let describing: WordSet = [
    "joint", "annual", "naval", "nuclear", "diplomatic", "bilateral", "regional", "regular", "new",
    "recent", "further", "fresh", "heavy", "deadly", "massive", "major", "repeated", "daily",
  ]

  /// “jets using missiles”: gerunds that belong to no noun behind them.
  private static let governing: WordSet = ["using", "carrying", "wielding", "involving"]

  /// “Norway cut ties”, “rebels hit targets”: a verb whose past is its base, behind somebody.
  private func isPastAlike(
    _ place: Int, _ previous: Tag?, _ next: Int?, _ nextFlags: WordFlags,
    _ document: DocumentDraft
  ) -> Bool {
    // The word is asked for last, as most others have no such subject.
    guard place > 0, previous == .name || previous == .noun,
      isPlainNoun(next, nextFlags, document)
    else { return false }
    let before = flags(place - 1, document)
    let isSubject =
      previous == .name
      ? before.isDisjoint(with: [.stateAdjective, .direction])
        && document.tokens[place - 1].kind == .word
      : !before.isDisjoint(with: [.pluralRole, .roleNoun])
    return isSubject && Self.pastAlike.contains(document.tokens[place].hash)
  }

  private static let pastAlike: WordSet = [
    "cut", "hit", "shut", "quit", "put", "set", "split", "let", "beat",
  ]

  /// “a densely populated town”, “by heavily armed men”: within a noun phrase.
  private func isPremodifier(_ place: Int, _ document: DocumentDraft) -> Bool {
    guard place > 1 else { return false }
    switch document.tags[place - 2] {
    case .determiner, .possessive, .preposition: return true
    default: return false
    }
  }

  /// “Putin says talks have failed”, “…,” the letter reads: a cue verb that is no noun, too.
  private func reports(
    _ place: Int, _ flags: WordFlags, _ previous: Tag?, _ next: Int?, _ document: DocumentDraft
  ) -> Bool {
    guard flags.contains(.cueVerb), flags.isDisjoint(with: [.cueNoun, .eventNoun]), place > 0
    else { return false }
    if previous == .noun { return next.map { document.tokens[$0].kind == .period } ?? false }
    return previous == .name && flags.contains(.verbThird)
      && self.flags(place - 1, document).isDisjoint(with: [.stateAdjective, .direction])
  }

  /// “Norway lifts sanctions”, “the government rejects demands”: behind somebody, a verb
  /// of events that is no noun, too.
  private func acts(
    _ place: Int, _ flags: WordFlags, _ previous: Tag?, _ next: Int?, _ document: DocumentDraft
  ) -> Bool {
    guard flags.contains(.eventVerb), flags.contains(.verbThird), !flags.contains(.eventNoun),
      !flags.contains(.cueNoun), place > 0, let next, document.tokens[next].kind == .word,
      knowledge.events.isOfNoClass(document.tokens[place].word)
    else { return false }
    // “Norway also lifts …”
    let subject = previous == .adverb ? place - 2 : place - 1
    guard subject >= 0 else { return false }
    let before = self.flags(subject, document)
    return document.tags[subject] == .name
      && before.isDisjoint(with: [.stateAdjective, .direction])
      || document.tags[subject] == .noun && before.contains(.roleNoun)
        && !before.contains(.pluralRole)
  }

  /// A noun in -s, or one of those that are plural without it: a base form behind it may
  /// be its verb.
  private func isPlural(_ place: Int, _ document: DocumentDraft) -> Bool {
    guard place >= 0 else { return false }
    let token = document.tokens[place]
    if document.bytes[Int(token.end) - 1] == 0x73 { return true }
    return flags(place, document).contains(.pluralRole) || !token.shape.contains(.hasLower)
  }

  /// A word that can only be a noun here: in lower case, of no closed class, no verb.
  private func isPlainNoun(_ next: Int?, _ nextFlags: WordFlags, _ document: DocumentDraft) -> Bool
  {
    guard let next, document.tokens[next].kind == .word, !document.tokens[next].isCapitalised
    else { return false }
    return nextFlags.isDisjoint(with: [
      .determiner, .possessive, .preposition, .subjectPronoun, .objectPronoun, .coordinator,
      .subordinator, .relative, .be, .have, .do, .modal, .adverb, .to, .that, .negation, .question,
      .quantifier, .number, .timeNoun,
    ])
  }

  /// Whether an ambiguous present form stands as a verb: behind something that can be
  /// its subject, and before something that can be its object.
  private func canBeFinite(
    _ previous: Tag?, _ nextFlags: WordFlags, _ next: Int?, _ document: DocumentDraft
  ) -> Bool {
    switch previous {
    case .name, .noun, .pronoun, .adverb, .quote, .comma, .relative, .coordinator, .bracket, .dash,
      .time:
      break
    default: return false
    }
    guard let next else { return previous == .name || previous == .pronoun }
    let token = document.tokens[next]
    switch token.kind {
    case .openQuote, .comma, .colon, .closeQuote, .period, .number, .currency:
      return previous != .noun || token.kind != .period
    case .word: break
    default: return false
    }
    if token.isCapitalised { return true }
    if previous == .pronoun || previous == .relative { return true }
    return !nextFlags.isDisjoint(with: [
      .determiner, .possessive, .subjectPronoun, .objectPronoun, .that, .to, .subordinator,
      .question, .adverb, .quantifier, .negation, .preposition, .weekday, .number, .qualifier,
    ]) && !nextFlags.contains(.of)
  }
}
