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

  func flags(_ place: Int, _ document: DocumentDraft) -> WordFlags {
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
  func followsAuxiliary(_ place: Int, _ document: DocumentDraft) -> Bool {
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
