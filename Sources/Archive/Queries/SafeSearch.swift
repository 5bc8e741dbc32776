/// Turns what a person types into a query that FTS5 always understands.
///
/// - Words must all occur, in any order: `grain port`.
/// - A phrase stands in quotation marks, straight or curly: `"grain deal"`. One that is still
///   open ends with the text.
/// - A trailing asterisk asks for words that begin so: `separat*`.
///
/// Everything else, such as `AND`, `NEAR(`, `-` or `:`, is text like any other. What holds no
/// letter and no digit asks for nothing.
struct SafeSearch: Equatable {
  /// More words than a person types; keeps FTS5's expression tree below its own limit.
  static let mostTerms = 32

  /// Nil when there is nothing to search for.
  let expression: String?

  init(_ typed: String) {
    var terms: [String] = []
    var term = ""
    var isPhrase = false

    func close(isPrefix: Bool) {
      defer { term = "" }
      if let found = Self.term(term, isPrefix: isPrefix) { terms.append(found) }
    }

    var scalars = typed.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"", "\u{201C}", "\u{201D}", "\u{201E}":
        let isPrefix = isPhrase && next == "*"
        close(isPrefix: isPrefix)
        isPhrase.toggle()
      case "*" where !isPhrase && (next == nil || next!.properties.isWhitespace):
        close(isPrefix: true)
      case _ where scalar == "\0" || (!isPhrase && scalar.properties.isWhitespace):
        close(isPrefix: false)
      default:
        term.unicodeScalars.append(scalar)
      }
    }
    close(isPrefix: false)
    expression = terms.isEmpty ? nil : terms.prefix(Self.mostTerms).joined(separator: " ")
  }

  /// A word, or words in this order; nil where nothing of it can be searched for.
  static func term(_ text: String, isPrefix: Bool) -> String? {
    guard text.unicodeScalars.contains(where: isSearchable) else { return nil }
    let plain = text.replacing("\"", with: " ").replacing("\0", with: " ")
    return "\"" + plain + "\"" + (isPrefix ? "*" : "")
  }

  /// The last word may be unfinished: for lists that narrow while a person types.
  static func unfinished(_ typed: String) -> SafeSearch {
    typed.last.map { $0 == "*" || $0 == "\"" || $0.isWhitespace } ?? true
      ? SafeSearch(typed) : SafeSearch(typed + "*")
  }

  /// What the tokenizer `unicode61` makes words of.
  static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
