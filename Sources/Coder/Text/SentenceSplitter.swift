/// Cuts paragraphs into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark that no abbreviation
/// carries, with the marks that close after it, when what follows can begin one: a
/// capital, a number, an opening mark. The blank after a full stop may be missing
/// (“invaded.The”).
struct SentenceSplitter {
  let knowledge: Knowledge

  /// Rules look at all tokens of a sentence from each of its cues: what is longer is no
  /// sentence, and must not take time that grows with its square.
  private static let most = 300

  func split(_ document: inout DocumentDraft) {
    for (index, paragraph) in document.paragraphs.enumerated() {
      var start = paragraph.tokens.lowerBound
      var place = start
      while place < paragraph.tokens.upperBound {
        if mayEnd(document.tokens[place]), ends(at: place, in: paragraph.tokens, document) {
          var next = place + 1
          while next < paragraph.tokens.upperBound, closes(next, document) { next += 1 }
          close(start..<next, index, &document)
          start = next
          place = next
        } else {
          place += 1
          if place - start == Self.most {
            close(start..<place, index, &document)
            start = place
          }
        }
      }
      close(start..<paragraph.tokens.upperBound, index, &document)
    }
  }

  private func close(_ range: Range<Int>, _ paragraph: Int, _ document: inout DocumentDraft) {
    if range.isEmpty { return }
    let upperCase = UpperCase(knowledge: knowledge)
    if upperCase.isUpperCase(range, document) { upperCase.restore(range, &document) }
    var sentence = Document.SentenceTokens(tokens: range, paragraph: paragraph)
    sentence.isTitleCase = isTitleCase(range, document)
    for place in range {
      sentence.flags.formUnion(document.tokens[place].flags)
      sentence.kinds.insert(document.tokens[place].kind)
    }
    document.sentences.append(sentence)
  }

  /// A closing quotation mark or bracket that belongs to the sentence before it.
  private func closes(_ place: Int, _ document: DocumentDraft) -> Bool {
    let token = document.tokens[place]
    if token.endsSentence { return !token.shape.contains(.spaceBefore) }
    return (token.kind == .closeQuote || token.kind == .closeBracket)
      && !token.shape.contains(.spaceBefore)
  }

  /// A mark, or a word with dots in it.
  private func mayEnd(_ token: Token) -> Bool {
    token.kind != .word || token.shape.contains(.dotted)
  }

  private func ends(at place: Int, in paragraph: Range<Int>, _ document: DocumentDraft) -> Bool {
    let token = document.tokens[place]
    guard token.endsSentence || token.kind == .ellipsis else {
      // “the U.S. The talks”: the dots belong to the word and end the sentence too.
      return token.shape.contains(.dotted) && token.kind == .word
        && document.bytes[Int(token.end) - 1] == 0x2E
        && beginsAnew(place + 1, in: paragraph, document, afterDotted: true)
    }
    var next = place + 1
    while next < paragraph.upperBound, closes(next, document) { next += 1 }
    if token.kind == .period, isAbbreviation(before: place, document) {
      return next >= paragraph.upperBound
    }
    guard next < paragraph.upperBound else { return true }
    if token.kind == .period, next == place + 1,
      !document.tokens[next].shape.contains(.spaceBefore)
    {
      return beginsGlued(next, after: place, document)
    }
    return beginsAnew(next, in: paragraph, document, afterDotted: false)
  }

  /// Whether a sentence can begin at a token.
  private func beginsAnew(
    _ place: Int, in paragraph: Range<Int>, _ document: DocumentDraft, afterDotted: Bool
  ) -> Bool {
    guard place < paragraph.upperBound else { return false }
    let token = document.tokens[place]
    guard token.shape.contains(.spaceBefore) || token.kind == .openQuote else { return false }
    switch token.kind {
    case .word:
      guard token.isCapitalised else { return false }
      if !afterDotted { return true }
      // After “U.S.” a capital may be a name: only words that open sentences count.
      let flags = token.flags
      if isTimeOfDay(place - 1, document) { return flags.isDisjoint(with: [.weekday, .month]) }
      return !flags.isDisjoint(with: [
        .determiner, .subjectPronoun, .subordinator, .preposition, .coordinator, .possessive,
        .indefinitePronoun,
      ])
        && PhraseMatcher(knowledge: knowledge).name(
          at: place, before: paragraph.upperBound, document.tokens) == nil
    case .openQuote, .openBracket: return !afterDotted || token.kind == .openQuote
    case .number, .currency, .dash: return !afterDotted
    default: return false
    }
  }

  /// “a.m.”, behind which only a day is written with a capital in the same sentence.
  private func isTimeOfDay(_ place: Int, _ document: DocumentDraft) -> Bool {
    let token = document.tokens[place]
    return token.end - token.start == 4 && !token.isCapitalised
      && document.bytes[Int(token.end) - 2] == UInt8(ascii: "m")
  }

  /// “invaded.The next”: a small letter before the stop, a capital after it.
  private func beginsGlued(_ next: Int, after stop: Int, _ document: DocumentDraft) -> Bool {
    let token = document.tokens[next]
    guard stop > 0, token.kind == .word || token.kind == .openQuote else { return false }
    let before = document.tokens[stop - 1]
    if token.kind == .openQuote { return before.kind == .word }
    return token.isCapitalised && (before.kind == .closeQuote || before.shape.contains(.hasLower))
      && Int(token.end - token.start) > 1
  }

  /// “Gen.”, “St.”, an initial, or “No.” before a number.
  private func isAbbreviation(before stop: Int, _ document: DocumentDraft) -> Bool {
    guard stop > 0 else { return false }
    let token = document.tokens[stop - 1]
    guard token.kind == .word, token.end == document.tokens[stop].start else { return false }
    if token.end - token.start == 1, token.isCapitalised { return token.word != knowledge.words.i }
    guard token.flags.contains(.abbreviation) else { return false }
    guard stop + 1 < document.tokens.count else { return true }
    let next = document.tokens[stop + 1]
    if token.isCapitalised { return next.kind != .number || token.word != 0 }
    return next.kind == .number || !next.isCapitalised
  }

  /// Headlines carry no full stop.
  private func isTitleCase(_ range: Range<Int>, _ document: DocumentDraft) -> Bool {
    if document.tokens[range.upperBound - 1].kind == .period { return false }
    var upper = 0
    var lower = 0
    for place in range {
      let token = document.tokens[place]
      guard token.kind == .word, token.end - token.start > 3 else { continue }
      if token.isCapitalised { upper += 1 } else { lower += 1 }
    }
    return upper >= 3 && upper >= lower * 3
  }
}
