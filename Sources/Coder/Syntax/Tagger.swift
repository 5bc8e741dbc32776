/// Gives each token a tag, from the vocabulary and the tokens beside it.
///
/// No statistics: closed classes decide, then how the word is written, then whether a
/// form that is both noun and verb stands where a verb can stand.
struct Tagger {
  let knowledge: Knowledge

  func tag(_ document: inout DocumentDraft) {
    document.tags = Array(repeating: .other, count: document.tokens.count)
    for sentence in document.sentences {
      let isHeadline =
        sentence.isTitleCase || document.paragraphs[sentence.paragraph].isTitle
      for place in sentence.tokens {
        let token = document.tokens[place]
        document.tags[place] =
          token.kind == .word && !token.isCapitalised
          ? plainTag(token, document) ?? wordTag(place, in: sentence.tokens, isHeadline, document)
          : tag(place, in: sentence.tokens, isHeadline, document)
      }
    }
  }

  /// The tag of a word in lower case that needs no look at the words beside it, as most have;
  /// nil for the others.
  @inline(__always)
  private func plainTag(_ token: Token, _ document: DocumentDraft) -> Tag? {
    if token.flags.isDisjoint(with: Self.grammatical) {
      return isAdverb(token, document) ? .adverb : .noun
    }
    return contextFreeTag(token.flags)
  }

  private func flags(_ place: Int, _ document: DocumentDraft) -> WordFlags {
    document.tokens[place].flags
  }

  private func tag(
    _ place: Int, in sentence: Range<Int>, _ isHeadline: Bool, _ document: DocumentDraft
  ) -> Tag {
    let token = document.tokens[place]
    switch token.kind {
    case .word: return wordTag(place, in: sentence, isHeadline, document)
    case .number, .currency: return .number
    case .possessive:
      // “it's not over”: behind a pronoun it is a verb.
      if place > sentence.lowerBound, document.tags[place - 1] == .pronoun { return .auxiliary }
      return token.word == knowledge.words.apostropheS || token.word == 0 ? .apostrophe : .auxiliary
    case .hyphen: return .hyphen
    case .dash: return .dash
    case .comma: return .comma
    case .colon, .semicolon: return .colon
    case .openQuote, .closeQuote: return .quote
    case .openBracket, .closeBracket: return .bracket
    case .period, .question, .exclamation, .ellipsis: return .stop
    case .other: return .other
    }
  }

  private func wordTag(
    _ place: Int, in sentence: Range<Int>, _ isHeadline: Bool, _ document: DocumentDraft
  ) -> Tag {
    let token = document.tokens[place]
    let flags = token.flags
    let previous = previousTag(place, in: sentence, document)
    let isInitial = previous == nil
    let next = place + 1 < sentence.upperBound ? place + 1 : nil
    let nextFlags = next.map { self.flags($0, document) } ?? []

    if token.shape.contains(.allUpper) || token.shape.contains(.dotted),
      flags.contains(.aliasWord), token.isCapitalised
    {
      return .name
    }
    if token.isCapitalised, !isInitial, !isHeadline {
      if !flags.isDisjoint(with: [.weekday, .month]) { return .time }
      if token.word == knowledge.words.i { return .pronoun }
      return .name
    }
    // “had provided food”, “the army provided food”: no “provided that”.
    if flags.contains(.subordinator), !flags.isDisjoint(with: .verbForm),
      followsAuxiliary(place, document)
        || flags.contains(.verbPast) && (previous == .name || previous == .noun)
          && !nextFlags.contains(.that)
    {
      return verbTag(place, flags, previous, next, nextFlags, isHeadline, document)
    }
    if flags.contains(.to) {
      let infinitive =
        nextFlags.contains(.verbBase) || nextFlags.contains(.be) || nextFlags.contains(.have)
        || nextFlags.contains(.adverb)
      let isName =
        nextFlags.contains(.aliasWord) && (next.map { document.tokens[$0].isCapitalised } ?? false)
      let nominal = isName || !nextFlags.isDisjoint(with: [.determiner, .possessive])
      return infinitive && !nominal ? .to : .preposition
    }
    // “to march on the capital”: a month has a capital, or a day behind it.
    if !flags.isDisjoint(with: [.weekday, .month]), flags.isDisjoint(with: .modal),
      flags.isDisjoint(with: .verbForm) || token.isCapitalised || nextFlags.contains(.number)
    {
      return .time
    }
    if !flags.isDisjoint(with: .auxiliary), !(token.isCapitalised && flags.contains(.month)) {
      return .auxiliary
    }
    if flags.contains(.that) {
      if !nextFlags.isDisjoint(with: [.be, .modal]), previous != .noun { return .pronoun }
      // “the strike that killed …”
      let isSubject = nextFlags.contains(.verbPast) && nextFlags.isDisjoint(with: .verbBase)
      if isSubject, previous == .noun || previous == .name { return .relative }
      return .subordinator
    }
    if flags.contains(.possessive) {
      if flags.contains(.objectPronoun), !isNominalStart(next, nextFlags, document) {
        return .pronoun
      }
      return flags.contains(.relative) ? .relative : .possessive
    }
    if let tag = closedClassTag(flags) { return tag }
    if !flags.isDisjoint(with: .verbForm) {
      return verbTag(place, flags, previous, next, nextFlags, isHeadline, document)
    }
    if token.isCapitalised {
      let unknown = flags.isDisjoint(with: [.roleNoun, .quantifier, .number, .anonymous, .timeNoun])
      return unknown || flags.contains(.aliasWord) ? .name : .noun
    }
    if !flags.isDisjoint(with: [.number, .magnitude]) { return .number }
    if isAdverb(token, document) { return .adverb }
    return .noun
  }

  /// The tag of a word whose classes need no look at the words beside it, as “the” and “of”; nil for
  /// the others.
  private func contextFreeTag(_ flags: WordFlags) -> Tag? {
    guard flags.isDisjoint(with: Self.contextual) else { return nil }
    if !flags.isDisjoint(with: .auxiliary) { return .auxiliary }
    return closedClassTag(flags) ?? .number
  }

  private static let contextual: WordFlags = [
    .weekday, .month, .to, .that, .possessive, .verbBase, .verbThird, .verbPast, .verbParticiple,
    .verbGerund,
  ]

  private func closedClassTag(_ flags: WordFlags) -> Tag? {
    if !flags.isDisjoint(with: .pronoun) { return .pronoun }
    if flags.contains(.coordinator) { return .coordinator }
    if flags.contains(.relative) { return .relative }
    if flags.contains(.determiner) { return .determiner }
    if flags.contains(.preposition) { return .preposition }
    if !flags.isDisjoint(with: [.subordinator, .question]) { return .subordinator }
    if !flags.isDisjoint(with: [.negation, .adverb]) { return .adverb }
    return nil
  }

  /// What is asked for below: a word in lower case of which none of it is known is a noun.
  private static let grammatical: WordFlags = [
    .weekday, .month, .to, .be, .have, .do, .modal, .that, .possessive, .subjectPronoun,
    .objectPronoun, .coordinator, .relative, .determiner, .preposition, .subordinator, .question,
    .negation, .adverb, .verbBase, .verbThird, .verbPast, .verbParticiple, .verbGerund, .number,
    .magnitude,
  ]

  /// A form that may be a verb.
  private func verbTag(
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
    "cut", "hit", "shut", "quit", "put", "set", "split", "let",
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

  private func previousTag(
    _ place: Int, in sentence: Range<Int>, _ document: DocumentDraft
  ) -> Tag? {
    var before = place - 1
    while before >= sentence.lowerBound {
      let kind = document.tokens[before].kind
      if kind != .openQuote, kind != .openBracket, kind != .dash, kind != .other {
        return document.tags[before]
      }
      before -= 1
    }
    return nil
  }

  /// Whether an auxiliary stands before, with at most adverbs between.
  private func followsAuxiliary(_ place: Int, _ document: DocumentDraft) -> Bool {
    var before = place - 1
    while before >= 0, place - before <= 4 {
      switch document.tags[before] {
      case .auxiliary: return true
      case .adverb: before -= 1
      default: return false
      }
    }
    return false
  }

  private func isNominalStart(_ next: Int?, _ nextFlags: WordFlags, _ document: DocumentDraft)
    -> Bool
  {
    guard let next, document.tokens[next].kind == .word else { return false }
    return nextFlags.isDisjoint(with: [
      .preposition, .determiner, .that, .to, .coordinator, .subordinator, .subjectPronoun, .adverb,
      .be, .have, .modal, .question,
    ])
  }

  /// An unknown word in -ly.
  private func isAdverb(_ token: Token, _ document: DocumentDraft) -> Bool {
    let end = Int(token.end)
    return end - Int(token.start) > 4 && document.bytes[end - 1] == 0x79
      && document.bytes[end - 2] == 0x6C
  }
}
