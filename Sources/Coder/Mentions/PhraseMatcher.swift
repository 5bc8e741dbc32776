/// The longest phrase of a trie from a token on.
struct PhraseMatcher {
  let knowledge: Knowledge

  /// - Parameter accepts: asked of each phrase that ends before a token, with its mark.
  /// - Returns: The token after the phrase and the value of the trie; nil for no match.
  @inline(__always)
  func match(
    _ trie: PhraseTrie, at start: Int, before end: Int, _ tokens: [Token],
    where accepts: (_ end: Int, _ mark: UInt8) -> Bool = { _, _ in true }
  ) -> (end: Int, value: Int)? {
    var state: Int32 = 0
    var place = start
    var best: (Int, Int)?
    while place < end {
      let token = tokens[place]
      let word: Int32
      switch token.kind {
      case .word, .number: word = token.word
      case .possessive: word = token.word == 0 ? knowledge.words.apostropheS : token.word
      case .comma: word = knowledge.words.comma
      case .hyphen where place > start:
        place += 1
        continue
      case .period where place > start && isInitial(place - 1, tokens):
        place += 1
        continue
      default: return best
      }
      guard word != 0, let next = trie.next(state, word) else { return best }
      state = next
      place += 1
      if let value = trie.value(state).map(Int.init), accepts(place, trie.mark(state)) {
        best = (place, value)
      }
    }
    return best
  }

  /// The dot after “St” or “J” belongs to the name.
  private func isInitial(_ place: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[place]
    return token.kind == .word && tokens[place + 1].start == token.end
      && (token.end - token.start == 1
        || token.flags.contains(.abbreviation))
  }

  /// The longest name of the lexicons that is written as it must be.
  func name(at start: Int, before end: Int, _ tokens: [Token]) -> (end: Int, alias: Int)? {
    let token = tokens[start]
    guard Self.mayOpenName(token) else { return nil }
    let found = match(knowledge.names, at: start, before: end, tokens) { stop, mark in
      isWritten(Alias.Writing(rawValue: mark)!, start..<stop, tokens)
    }
    guard let found else { return nil }
    // “the West” gives way to the longer name in “the West Bank”.
    if token.word == knowledge.words.the,
      let longer = name(at: start + 1, before: end, tokens), longer.end > found.end
    {
      return nil
    }
    return (found.end, found.value)
  }

  /// Whether a name of the lexicons can begin with a token that is written so.
  @inline(__always)
  static func mayOpenName(_ token: Token) -> Bool {
    token.flags.contains(.opensName)
      && (token.isCapitalised || token.flags.contains(.opensPlainName) || token.kind == .number
        || token.shape.contains(.dotted))
  }

  private func isLastCapitalised(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    let last = range.last { tokens[$0].kind == .word }
    return tokens[last ?? range.lowerBound].isCapitalised
  }

  private func isWritten(
    _ writing: Alias.Writing, _ range: Range<Int>, _ tokens: [Token]
  ) -> Bool {
    let first = tokens[range.lowerBound]
    let opens =
      first.isCapitalised || first.word == knowledge.words.the || first.kind == .number
    switch writing {
    case .any: return true
    case .capitalisedFirst: return opens
    case .capitalised: return opens && isLastCapitalised(range, tokens)
    case .capitalisedLast: return isLastCapitalised(range, tokens)
    case .acronym:
      // “G7” has one letter, which is an upper-case one.
      return first.shape.contains(.allUpper) || first.shape.contains(.dotted)
        || first.kind == .number || first.isCapitalised && !first.shape.contains(.hasLower)
    }
  }
}
