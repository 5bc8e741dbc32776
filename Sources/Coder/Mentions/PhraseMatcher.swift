/// The longest phrase of a trie from a token on.
struct PhraseMatcher {
  let knowledge: Knowledge

  /// - Parameter accepts: asked of each phrase that ends before a token, with its value.
  /// - Returns: The token after the phrase and the value of the trie; nil for no match.
  func match(
    _ trie: PhraseTrie, at start: Int, before end: Int, _ document: Document,
    where accepts: (_ end: Int, _ value: Int) -> Bool = { _, _ in true }
  ) -> (end: Int, value: Int)? {
    var state: Int32 = 0
    var place = start
    var best: (Int, Int)?
    while place < end {
      let token = document.tokens[place]
      let word: Int32
      switch token.kind {
      case .word, .number: word = token.word
      case .possessive: word = token.word == 0 ? knowledge.words.apostropheS : token.word
      case .comma: word = knowledge.words.comma
      case .hyphen where place > start:
        place += 1
        continue
      case .period where place > start && isInitial(place - 1, document):
        place += 1
        continue
      default: return best
      }
      guard word != 0, let next = trie.next(state, word) else { return best }
      state = next
      place += 1
      if let value = trie.value(state).map(Int.init), accepts(place, value) {
        best = (place, value)
      }
    }
    return best
  }

  /// The dot after “St” or “J” belongs to the name.
  private func isInitial(_ place: Int, _ document: Document) -> Bool {
    let token = document.tokens[place]
    return token.kind == .word && document.tokens[place + 1].start == token.end
      && (token.end - token.start == 1
        || token.flags.contains(.abbreviation))
  }

  /// The longest name of the lexicons that is written as it must be.
  func name(at start: Int, before end: Int, _ document: Document) -> (end: Int, alias: Int)? {
    let token = document.tokens[start]
    guard token.flags.contains(.opensName),
      token.isCapitalised || token.flags.contains(.opensPlainName) || token.kind == .number
        || token.shape.contains(.dotted)
    else { return nil }
    return match(knowledge.names, at: start, before: end, document) { stop, alias in
      isWritten(knowledge.aliases[alias].writing, start..<stop, document)
    }.map { ($0.end, $0.value) }
  }

  private func isWritten(
    _ writing: Alias.Writing, _ tokens: Range<Int>, _ document: Document
  ) -> Bool {
    let first = document.tokens[tokens.lowerBound]
    let opens =
      first.isCapitalised || first.word == knowledge.words.the || first.kind == .number
    switch writing {
    case .any: return true
    case .capitalisedFirst: return opens
    case .capitalised:
      let last = tokens.last { document.tokens[$0].kind == .word }
      return opens && document.tokens[last ?? tokens.lowerBound].isCapitalised
    case .acronym:
      // “G7” has one letter, which is an upper-case one.
      return first.shape.contains(.allUpper) || first.shape.contains(.dotted)
        || first.kind == .number || first.isCapitalised && !first.shape.contains(.hasLower)
    }
  }
}
