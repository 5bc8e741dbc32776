import EventData

/// What a person asks of articles, as parsed from the filter language.
///
/// `Documentation/filters.md` says what each term means.
package indirect enum FilterExpression: Hashable, Sendable {
  /// At least two; none of them is itself `all`.
  case all([FilterExpression])
  /// At least two; none of them is itself `any`.
  case any([FilterExpression])
  case not(FilterExpression)
  case term(FilterTerm)
}

/// One condition of the filter language.
package enum FilterTerm: Hashable, Sendable {
  /// A name, an id or a code.
  case actor(FilterWords)
  case region(FilterWords)
  case outlet(FilterWords)
  /// The beginning of an id: `TH` is all of the family.
  case indicator(FilterWords)
  case act(Statement.Act)
  case status(Event.Status)
  /// That a person has opened the article.
  case read
  case unread
  case starred
  case tag(FilterWords)
  case noted
  /// A filter by the name under which it was saved.
  case saved(FilterWords)
  case since(Day)
  case until(Day)
  /// Words that a statement holds.
  case about(FilterWords)
  case words(FilterWords)
}

/// A word, the beginning of one, or words in this order.
package struct FilterWords: Hashable, Sendable {
  package var text: String
  package var isPrefix: Bool

  package init(_ text: String, isPrefix: Bool = false) {
    self.text = text
    self.isPrefix = isPrefix
  }
}

/// A filter that is none, and where.
package struct FilterError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case unknownKey(String)
    /// The key of which the value is missing.
    case missingValue(String)
    case unknownValue(String, key: String, known: [String])
    case badDay(String)
    /// After `OR`, after `-`, or inside parentheses.
    case missingTerm
    case openQuote
    case openParenthesis
    case unexpectedParenthesis
    /// More terms, or parentheses inside each other, than a person types.
    case tooMuch
  }

  package var problem: Problem
  /// In characters from the start.
  package var range: Range<Int>
}

// MARK: Writing

/// As a person would type it: parsing it gives the same expression.
extension FilterExpression: CustomStringConvertible {
  package var description: String {
    switch self {
    case .all(let parts): parts.map { $0.part(of: "all") }.joined(separator: " ")
    case .any(let parts): parts.map { $0.part(of: "any") }.joined(separator: " OR ")
    case .not(let part): "-" + part.part(of: "not")
    case .term(let term): term.description
    }
  }

  private func part(of whole: String) -> String {
    switch self {
    case .any: "(\(self))"
    case .all where whole != "any": "(\(self))"
    default: description
    }
  }
}

extension FilterTerm: CustomStringConvertible {
  package var description: String {
    switch self {
    case .actor(let name): "actor:\(name)"
    case .region(let name): "region:\(name)"
    case .outlet(let name): "outlet:\(name)"
    case .indicator(let id): "indicator:\(id)"
    case .act(let act): "act:\(act.rawValue)"
    case .status(let status): "is:\(status.rawValue)"
    case .read: "is:read"
    case .unread: "is:unread"
    case .starred: "is:starred"
    case .tag(let tag): "tag:\(tag)"
    case .noted: "has:note"
    case .saved(let name): "saved:\(name)"
    case .since(let day): "since:\(day.iso)"
    case .until(let day): "until:\(day.iso)"
    case .about(let words): "about:\(words)"
    case .words(let words): words.description
    }
  }
}

extension FilterWords: CustomStringConvertible {
  package var description: String {
    let isPlain =
      !text.isEmpty && text.first != "-" && text != "OR" && text != "AND"
      && !text.contains { $0.isWhitespace || FilterParser.special.contains($0) }
    return (isPlain ? text : "\"\(text)\"") + (isPrefix ? "*" : "")
  }
}
