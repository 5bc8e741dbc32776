/// Gives the words of a sentence in capitals back how they are written elsewhere.
///
///     RUSSIA WARNED ON MONDAY THAT IT WOULD ANSWER, MARTA ILLYN SAID.
///
/// Names of the lexicons keep their capitals, and so does an unknown word behind a given name;
/// the others lose them. Only how tokens count changes, not the text.
struct UpperCase {
  let knowledge: Knowledge

  /// How many words show that a sentence is written so.
  private static let least = 4

  func isUpperCase(_ range: Range<Int>, _ document: DocumentDraft) -> Bool {
    var words = 0
    for place in range where document.tokens[place].kind == .word {
      let token = document.tokens[place]
      if token.shape.contains(.hasLower) { return false }
      if token.shape.contains(.allUpper) { words += 1 }
    }
    return words >= Self.least
  }

  func restore(_ range: Range<Int>, _ document: inout DocumentDraft) {
    var place = range.lowerBound
    var isBehindGivenName = false
    while place < range.upperBound {
      let token = document.tokens[place]
      guard token.kind == .word, token.isCapitalised, !token.shape.contains(.dotted) else {
        place += 1
        continue
      }
      let words = length(ofNameAt: place, before: range.upperBound, document)
      if words > 1 {
        place += words
        isBehindGivenName = false
      } else if isName(token) || isBehindGivenName && isUnknown(token) {
        isBehindGivenName = token.flags.contains(.givenName)
        place += 1
      } else {
        document.tokens[place].shape.remove([.initialUpper, .allUpper, .innerUpper])
        document.tokens[place].shape.insert(.hasLower)
        isBehindGivenName = false
        place += 1
      }
    }
  }

  /// How many words the longest name of the lexicons has that begins here.
  private func length(ofNameAt start: Int, before end: Int, _ document: DocumentDraft) -> Int {
    guard document.tokens[start].flags.contains(.opensName) else { return 0 }
    var state: Int32 = 0
    var longest = 0
    for place in start..<end {
      let token = document.tokens[place]
      guard token.kind == .word, token.word != 0,
        let next = knowledge.names.next(state, token.word)
      else { break }
      state = next
      if knowledge.names.value(state) != nil { longest = place + 1 - start }
    }
    return longest
  }

  /// A word that is nothing but a name: “TURKEY”, not “MAY” or “US”.
  private func isName(_ token: Token) -> Bool {
    !token.flags.isDisjoint(with: [.opensName, .givenName, .weekday, .month])
      && token.flags.isDisjoint(with: Self.plain)
  }

  private func isUnknown(_ token: Token) -> Bool {
    token.flags.isDisjoint(with: Self.plain)
  }

  private static let plain: WordFlags = [
    .determiner, .quantifier, .possessive, .subjectPronoun, .objectPronoun, .indefinitePronoun,
    .relative, .question, .preposition, .coordinator, .subordinator, .be, .have, .do, .modal,
    .negation, .adverb, .timeNoun, .number, .roleNoun, .pluralRole, .verbBase, .verbThird,
    .verbPast, .verbParticiple, .verbGerund, .direction, .titleAdjective,
  ]
}
