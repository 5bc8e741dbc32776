import EventData

/// What articles can be asked for besides actors, regions and words.
struct ArticleTrait: Hashable {
  enum Kind: String, CaseIterable {
    case outlet, indicator
    /// Of a statement: see ``Statement/Act``.
    case act
    /// Of an event: see ``Event/Status``.
    case status
  }

  var kind: Kind
  var name: String
}

extension ArticleTrait {
  /// Each once, always in the same order, so that the same import makes the same file.
  static func traits(of coded: CodedArticle) -> [ArticleTrait] {
    var traits = Set(
      coded.statements.map { ArticleTrait(kind: .act, name: $0.act.rawValue) })
    for event in coded.events {
      traits.insert(ArticleTrait(kind: .status, name: event.status.rawValue))
      if let indicator = event.indicator {
        traits.insert(ArticleTrait(kind: .indicator, name: indicator))
      }
    }
    if let outlet = coded.article.outlet {
      traits.insert(ArticleTrait(kind: .outlet, name: outlet))
    }
    return traits.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
  }
}
