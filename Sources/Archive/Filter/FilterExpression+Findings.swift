import EventData

/// Which findings of the articles that a filter chooses it asks for: `act:threaten` lists the
/// threats, not all that was said beside them.
extension FilterExpression {
  /// Nil where only the article can tell.
  func holds(of finding: some StoredFinding) -> Bool? {
    switch self {
    case .term(let term): return finding.holds(term)
    // “-act:threaten” chooses articles without any threat.
    case .not: return nil
    case .all(let parts):
      let found = parts.map { $0.holds(of: finding) }
      return found.contains(false) ? false : found.contains(nil) ? nil : true
    case .any(let parts):
      let found = parts.map { $0.holds(of: finding) }
      return found.contains(true) ? true : found.contains(nil) ? nil : false
    }
  }
}

extension StoredFinding {
  /// Whether the term holds of the finding itself; nil where it asks for something else.
  fileprivate func holds(_ term: FilterTerm) -> Bool? {
    switch (term, self) {
    case (.act(let act), let statement as Statement): statement.act == act
    case (.status(let status), let event as Event): event.status == status
    case (.indicator(let id), let event as Event):
      event.indicator?.uppercased().hasPrefix(id.text.uppercased()) ?? false
    default: nil
    }
  }
}
