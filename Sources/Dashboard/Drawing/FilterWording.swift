import Archive

extension FilterError {
  /// What is wrong, without where.
  package var reason: String {
    switch problem {
    case .unknownKey(let key):
      "there is no ‘\(key):’; use actor, region, outlet, since, "
        + "until, indicator, act, about, is, tag, has or saved"
    case .missingValue(let key): "nothing follows ‘\(key):’"
    case .unknownValue(let value, let key, let known):
      "‘\(value)’ cannot follow ‘\(key):’; use \(Self.list(known))"
    case .badDay(let text): "‘\(text)’ is no day; write 2022, 2022-02 or 2022-02-24"
    case .missingTerm: "something must follow here"
    case .openQuote: "the quotation mark is not closed"
    case .openParenthesis: "the parenthesis is not closed"
    case .unexpectedParenthesis: "nothing opens this parenthesis"
    case .tooMuch: "the filter is too long"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "") + (words.last ?? "")
  }
}
