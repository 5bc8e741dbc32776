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
    // By their places: a statement or an event copied is a dozen references counted.
    let (statements, events) = (coded.statements, coded.events)
    let acts = Set(statements.indices.lazy.map { statements[$0].act })
    let statuses = Set(events.indices.lazy.map { events[$0].status })
    let indicators = Set(events.indices.lazy.compactMap { events[$0].indicator })
    var traits = acts.map { ArticleTrait(kind: .act, name: $0.rawValue) }
    traits += statuses.map { ArticleTrait(kind: .status, name: $0.rawValue) }
    traits += indicators.map { ArticleTrait(kind: .indicator, name: $0) }
    if let outlet = coded.article.outlet {
      traits.append(ArticleTrait(kind: .outlet, name: outlet))
    }
    return traits.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
  }
}
