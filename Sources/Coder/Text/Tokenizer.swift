import EventData

/// Cuts text into tokens.
///
/// Compounds are cut at their hyphens (“Russian”, “-”, “backed”), clitics are cut off
/// (“Russia”, “'s”), “U.S.” and “a.m.” are one token, a full stop is a token of its own
/// even where the blank after it was lost. What the words are, a ``Vocabulary`` reads from
/// the hashes of their folded forms.
struct Tokenizer {
  /// Appends the tokens of one paragraph, whose words are not looked up yet.
  func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout [Token]
  ) {
    var place = range.lowerBound
    let end = range.upperBound
    var space = true
    var openSingles = 0
    while place < end {
      let byte = bytes[place]
      if byte <= 0x20 {
        space = true
        place += 1
        continue
      }
      if let stop = plainWord(bytes, place, end, space, &tokens) {
        space = false
        place = stop
        continue
      }
      let (scalar, length) = decode(bytes, place, end)
      if CharacterClass.isBlank(scalar) {
        space = true
        place += length
        continue
      }
      let start = place
      if CharacterClass.isLetter(scalar) {
        place = word(bytes, place, end, space, &tokens)
      } else if byte &- 0x30 < 10 {
        place = number(bytes, place, end, space, &tokens)
      } else {
        place = mark(bytes, place, end, space, scalar, length, &openSingles, &tokens)
      }
      space = false
      if place == start { place += length }
    }
  }

  /// A word of ASCII letters alone, as most are, in one pass; nil for every other token.
  @inline(__always)
  private func plainWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ space: Bool,
    _ tokens: inout [Token]
  ) -> Int? {
    var run = LetterRun(bytes, start, before: end)
    if run.count == 0 { return nil }
    var hash = WordHash()
    hash.add(run)
    let beginsUpper = run.beginsUpper
    var hasInnerUpper = run.hasUpperBehindFirst
    var hasLower = run.hasLower
    var place = start &+ run.count
    while run.count == 8 {
      run = LetterRun(bytes, place, before: end)
      hash.add(run)
      hasInnerUpper = hasInnerUpper || run.hasUpper
      hasLower = hasLower || run.hasLower
      place &+= run.count
    }
    let count = place &- start
    if place < end {
      let next = bytes[place]
      let mayGoOn =
        next >= 0x80 || next == 0x27 || next == 0x26 || next &- 0x30 < 10
        || next == 0x2E && count == 1
      if mayGoOn { return nil }
    }
    var shape: Token.Shape = space ? .spaceBefore : []
    if beginsUpper { shape.insert(.initialUpper) }
    if hasLower { shape.insert(.hasLower) } else if count > 1 { shape.insert(.allUpper) }
    if hasInnerUpper { shape.insert(.innerUpper) }
    add(hash, start..<place, .word, shape, &tokens)
    return place
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ space: Bool,
    _ tokens: inout [Token]
  ) -> Int {
    if let stop = dotted(bytes, start, end) {
      var shape: Token.Shape = space ? [.spaceBefore, .dotted] : .dotted
      if bytes[start] &- 0x41 < 26 { shape.formUnion([.initialUpper, .allUpper]) }
      append(bytes, start..<stop, shape, addingDot: bytes[stop - 1] != 0x2E, &tokens)
      return stop
    }
    var place = start
    var uppers = 0
    var lowers = 0
    var firstUpper = false
    var lastApostrophe = -1
    var before = (uppers: 0, lowers: 0)
    while place < end {
      let (scalar, length) = decode(bytes, place, end)
      if CharacterClass.isLetter(scalar) {
        if CharacterClass.isUpper(scalar) {
          if place == start { firstUpper = true }
          uppers += 1
        } else if !CharacterClass.isCombining(scalar) {
          lowers += 1
        }
      } else if bytes[place] &- 0x30 < 10 {
        lowers += 0
      } else if CharacterClass.isApostrophe(scalar), place + length < end,
        CharacterClass.isLetter(decode(bytes, place + length, end).scalar)
      {
        lastApostrophe = place
        before = (uppers, lowers)
      } else if bytes[place] == 0x26, place + 1 < end, place > start, lowers == 0,
        bytes[place + 1] &- 0x41 < 26
      {
        // “AT&T” is one word.
      } else {
        break
      }
      place += length
    }
    let hasClitic = lastApostrophe > start && isClitic(bytes, lastApostrophe, place)
    // “NATO's” is written as “NATO” is.
    if hasClitic { (uppers, lowers) = before }
    var shape: Token.Shape = space ? .spaceBefore : []
    if firstUpper { shape.insert(.initialUpper) }
    if uppers > 1 && lowers == 0 { shape.insert(.allUpper) }
    if uppers > 1 || (uppers == 1 && !firstUpper) { shape.insert(.innerUpper) }
    if lowers > 0 { shape.insert(.hasLower) }
    if hasClitic {
      append(bytes, start..<lastApostrophe, shape, &tokens)
      append(bytes, lastApostrophe..<place, [], kind: .possessive, &tokens)
    } else {
      append(bytes, start..<place, shape, &tokens)
    }
    return place
  }

  /// The end of letters with dots between them, as in “U.S.”, “e.g.”, “D.C.”; nil for others.
  private func dotted(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    func isLetter(_ place: Int) -> Bool { place < end && (bytes[place] | 0x20) &- 0x61 < 26 }
    guard isLetter(start), start + 2 < end, bytes[start + 1] == 0x2E, isLetter(start + 2) else {
      return nil
    }
    var place = start
    while isLetter(place), place + 1 < end, bytes[place + 1] == 0x2E { place += 2 }
    guard place - start >= 4 || (isLetter(place) && !isLetter(place + 1)) else { return nil }
    // “U.S” without its last dot, and “U.S.The” with a word glued to it.
    if isLetter(place), !isLetter(place + 1), place > start { place += 1 }
    return place
  }

  /// “'s”, “'re”, “'ve”, “'ll”, “'d”, “'m”, but not the “n't” of “don't” or “O'Brien”.
  private func isClitic(_ bytes: UnsafeBufferPointer<UInt8>, _ apostrophe: Int, _ end: Int) -> Bool
  {
    let first = apostrophe + (bytes[apostrophe] == 0x27 ? 1 : bytes[apostrophe] < 0xE0 ? 2 : 3)
    guard first < end else { return false }
    let letter = bytes[first] | 0x20
    switch end - first {
    case 1: return letter == 0x73 || letter == 0x64 || letter == 0x6D
    case 2:
      let next = bytes[first + 1] | 0x20
      return (letter == 0x72 && next == 0x65) || (letter == 0x76 && next == 0x65)
        || (letter == 0x6C && next == 0x6C)
    default: return false
    }
  }

  /// The end of a clitic behind a word that ends in a dot or a digit, as in “the U.S.'s”.
  private func clitic(
    _ bytes: UnsafeBufferPointer<UInt8>, _ apostrophe: Int, _ end: Int, after token: Token?
  ) -> Int? {
    guard let token, token.end == apostrophe, token.kind == .number || token.shape.contains(.dotted)
    else { return nil }
    var place = apostrophe + decode(bytes, apostrophe, end).length
    while place < end {
      let (scalar, length) = decode(bytes, place, end)
      guard CharacterClass.isLetter(scalar) else { break }
      place += length
    }
    return isClitic(bytes, apostrophe, place) ? place : nil
  }

  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ space: Bool,
    _ tokens: inout [Token]
  ) -> Int {
    var place = start
    func isDigit(_ place: Int) -> Bool { place < end && bytes[place] &- 0x30 < 10 }
    while place < end {
      if isDigit(place) {
        place += 1
      } else if bytes[place] == 0x2C || bytes[place] == 0x2E, isDigit(place + 1) {
        place += 2
      } else {
        break
      }
    }
    append(bytes, start..<place, space ? .spaceBefore : [], kind: .number, &tokens)
    return place
  }

  private func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ shape: Token.Shape,
    kind: Token.Kind = .word, addingDot: Bool = false, _ tokens: inout [Token]
  ) {
    var hash = WordHash()
    hash.addFolded(bytes, range)
    if addingDot { hash.add(0x2E) }
    add(hash, range, kind, shape, &tokens)
  }

  @inline(__always)
  private func add(
    _ hash: WordHash, _ range: Range<Int>, _ kind: Token.Kind, _ shape: Token.Shape,
    _ tokens: inout [Token]
  ) {
    tokens.append(
      Token(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), word: 0, kind: kind,
        shape: shape, hash: hash.value))
  }

  private func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ space: Bool,
    _ scalar: UInt32, _ length: Int, _ openSingles: inout Int, _ tokens: inout [Token]
  ) -> Int {
    if !space, CharacterClass.isApostrophe(scalar),
      let stop = clitic(bytes, start, end, after: tokens.last)
    {
      append(bytes, start..<stop, [], kind: .possessive, &tokens)
      return stop
    }
    let last = tokens.last?.kind
    var length = length
    var shape: Token.Shape = space ? .spaceBefore : []
    let next: UInt8 = start + length < end ? bytes[start + length] : 0x20
    let nextIsBlank = next <= 0x20
    let kind: Token.Kind
    switch scalar {
    case 0x2C: kind = .comma
    case 0x2E:
      if next == 0x2E {
        while start + length < end, bytes[start + length] == 0x2E { length += 1 }
        kind = .ellipsis
      } else {
        kind = .period
      }
    case 0x2026: kind = .ellipsis
    case 0x3F: kind = .question
    case 0x21: kind = .exclamation
    case 0x3A: kind = .colon
    case 0x3B: kind = .semicolon
    case 0x28, 0x5B, 0x7B: kind = .openBracket
    case 0x29, 0x5D, 0x7D: kind = .closeBracket
    case 0x24, 0xA3, 0xA5, 0x20AC: kind = .currency
    case 0x2013, 0x2014, 0x2015, 0x2212:
      kind = !space && !nextIsBlank && scalar == 0x2013 ? .hyphen : .dash
    case 0x2010, 0x2011: kind = .hyphen
    case 0x2D:
      if next == 0x2D {
        while start + length < end, bytes[start + length] == 0x2D { length += 1 }
        kind = .dash
      } else {
        kind = space || nextIsBlank ? .dash : .hyphen
      }
    case 0x201C, 0x201E, 0x201F: kind = .openQuote
    case 0xAB: kind = nextIsBlank && !space ? .closeQuote : .openQuote
    case 0x201D:
      kind = space && !nextIsBlank && next != 0x2C && next != 0x2E ? .openQuote : .closeQuote
    case 0xBB: kind = .closeQuote
    case 0x22:
      kind = opens(bytes, start, space, nextIsBlank, next, last) ? .openQuote : .closeQuote
    case 0x27, 0x60:
      if next == 0x27 || next == 0x60 {
        length += 1
        let after: UInt8 = start + 2 < end ? bytes[start + 2] : 0x20
        kind = opens(bytes, start, space, after <= 0x20, after, last) ? .openQuote : .closeQuote
      } else {
        kind = single(space, nextIsBlank, &openSingles, &shape, last)
      }
    case 0x2018:
      kind = .openQuote
      shape.insert(.single)
      openSingles += 1
    // “the ’90s”: the apostrophe of a year opens nothing.
    case 0x2019 where next &- 0x30 < 10: kind = .other
    case 0x2019: kind = single(space, nextIsBlank, &openSingles, &shape, last)
    default: kind = .other
    }
    tokens.append(
      Token(
        start: Int32(start), end: Int32(start + length), word: 0, kind: kind, shape: shape, hash: 0)
    )
    return start + length
  }

  /// Whether a straight mark opens: after a blank, a bracket or a dash, before a word.
  private func opens(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ space: Bool, _ nextIsBlank: Bool,
    _ next: UInt8, _ last: Token.Kind?
  ) -> Bool {
    if nextIsBlank { return false }
    if space { return next != 0x2C && next != 0x2E || last == nil }
    switch last {
    case .openBracket, .dash, .openQuote, nil: return true
    // “said:"We…” and “said,"We…”: the blank was lost before the mark.
    case .colon: return true
    case .comma: return next &- 0x41 < 26
    default: return false
    }
  }

  /// A single mark: a quotation mark, or the apostrophe of “the lawmakers' request”.
  private func single(
    _ space: Bool, _ nextIsBlank: Bool, _ open: inout Int, _ shape: inout Token.Shape,
    _ last: Token.Kind?
  ) -> Token.Kind {
    if space && !nextIsBlank {
      open += 1
      shape.insert(.single)
      return .openQuote
    }
    if open > 0, let last, nextIsBlank || last != .word {
      open -= 1
      shape.insert(.single)
      return .closeQuote
    }
    return last == .word ? .possessive : .other
  }
}
