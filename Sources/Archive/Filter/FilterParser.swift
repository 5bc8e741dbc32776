import EventData

extension FilterExpression {
  /// What can stand before a colon, in the order of the alphabet.
  package static var keys: [String] { FilterParser.keys.keys.sorted() }

  /// Nil where nothing is asked for.
  ///
  /// - Throws: ``FilterError`` with the place of what is wrong.
  package static func parsing(_ text: String) throws(FilterError) -> FilterExpression? {
    var parser = FilterParser(text)
    return try parser.expression()
  }
}

/// Reads the filter language: terms that must all hold, `OR` between those of which one must,
/// parentheses, and `-` before what must not hold.
struct FilterParser {
  /// What cannot stand in a bare word.
  static let special: Set<Character> = ["(", ")", "\"", "“", "”", "„", "*", ":"]
  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]
  private static let mostTerms = 64
  private static let deepest = 16

  private let characters: [Character]
  private var place = 0
  private var terms = 0
  private var depth = 0

  init(_ text: String) {
    characters = Array(text)
  }

  mutating func expression() throws(FilterError) -> FilterExpression? {
    skipSpaces()
    if place == characters.count { return nil }
    let found = try alternatives()
    if place < characters.count { throw error(.unexpectedParenthesis, place..<place + 1) }
    return found
  }

  // MARK: Structure

  private mutating func alternatives() throws(FilterError) -> FilterExpression {
    var parts = [try sequence()]
    while take(word: "OR") { parts.append(try sequence()) }
    if parts.count == 1 { return parts[0] }
    return .any(parts.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } })
  }

  private mutating func sequence() throws(FilterError) -> FilterExpression {
    var parts = [try negation()]
    while true {
      skipSpaces()
      let isJoined = take(word: "AND")
      skipSpaces()
      if !isJoined, place == characters.count || characters[place] == ")" || isAt(word: "OR") {
        break
      }
      parts.append(try negation())
    }
    if parts.count == 1 { return parts[0] }
    return .all(parts.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } })
  }

  private mutating func negation() throws(FilterError) -> FilterExpression {
    skipSpaces()
    guard place < characters.count, characters[place] != ")", !isAt(word: "OR"),
      !isAt(word: "AND")
    else { throw error(.missingTerm, place..<place) }
    try deepen()
    defer { depth -= 1 }
    if characters[place] == "-", place + 1 < characters.count, !characters[place + 1].isWhitespace {
      place += 1
      let inner = try negation()
      if case .not(let twice) = inner { return twice }
      return .not(inner)
    }
    guard characters[place] == "(" else { return .term(try term()) }
    let open = place
    place += 1
    let inner = try alternatives()
    guard place < characters.count else { throw error(.openParenthesis, open..<open + 1) }
    place += 1
    return inner
  }

  private mutating func deepen() throws(FilterError) {
    depth += 1
    if depth > Self.deepest { throw error(.tooMuch, place..<place + 1) }
  }

  // MARK: Terms

  private mutating func term() throws(FilterError) -> FilterTerm {
    terms += 1
    if terms > Self.mostTerms { throw error(.tooMuch, place..<place + 1) }
    let start = place
    guard let key = key() else { return .words(try words()) }
    guard let term = Self.keys[key] else {
      throw error(.unknownKey(key), start..<start + key.count)
    }
    let valueStart = place
    guard place < characters.count, !characters[place].isWhitespace, characters[place] != ")"
    else { throw error(.missingValue(key), start..<place) }
    let value = try words()
    guard !value.text.isEmpty else { throw error(.missingValue(key), start..<place) }
    switch term(value) {
    case .success(let term): return term
    case .failure(let problem): throw error(problem.problem, valueStart..<place)
    }
  }

  /// Letters before a colon; other colons are text, as in 10:30.
  private mutating func key() -> String? {
    var end = place
    while end < characters.count, characters[end].isLetter { end += 1 }
    guard end > place, end < characters.count, characters[end] == ":" else { return nil }
    // An address is text.
    if end + 1 < characters.count, characters[end + 1] == "/" { return nil }
    defer { place = end + 1 }
    return String(characters[place..<end]).lowercased()
  }

  private mutating func words() throws(FilterError) -> FilterWords {
    if Self.quotes.contains(characters[place]) { return try phrase() }
    let start = place
    while place < characters.count, !characters[place].isWhitespace,
      !["(", ")", "*"].contains(characters[place]), !Self.quotes.contains(characters[place])
    { place += 1 }
    let text = String(characters[start..<place])
    return FilterWords(text, isPrefix: takeAsterisk())
  }

  private mutating func phrase() throws(FilterError) -> FilterWords {
    let open = place
    place += 1
    let start = place
    while place < characters.count, !Self.quotes.contains(characters[place]) { place += 1 }
    guard place < characters.count else { throw error(.openQuote, open..<open + 1) }
    let text = String(characters[start..<place])
    place += 1
    return FilterWords(text, isPrefix: takeAsterisk())
  }

  private mutating func takeAsterisk() -> Bool {
    var isPrefix = false
    while place < characters.count, characters[place] == "*" {
      place += 1
      isPrefix = true
    }
    return isPrefix
  }

  // MARK: Characters

  private mutating func skipSpaces() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  private func isAt(word: String) -> Bool {
    let end = place + word.count
    return end <= characters.count && String(characters[place..<end]) == word
      && (end == characters.count || characters[end].isWhitespace || characters[end] == "("
        || characters[end] == ")")
  }

  private mutating func take(word: String) -> Bool {
    skipSpaces()
    guard isAt(word: word) else { return false }
    place += word.count
    return true
  }

  private func error(_ problem: FilterError.Problem, _ range: Range<Int>) -> FilterError {
    FilterError(problem: problem, range: range)
  }
}
