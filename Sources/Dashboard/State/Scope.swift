import Archive
import EventData

/// Something that articles can be filtered by.
package enum Facet: Hashable, Sendable {
  case actor(id: String, name: String)
  case region(id: String, name: String)

  package var id: String {
    switch self {
    case .actor(let id, _), .region(let id, _): id
    }
  }

  package var name: String {
    switch self {
    case .actor(_, let name), .region(_, let name): name
    }
  }

  /// Names may differ from article to article.
  fileprivate func isSame(as other: Facet) -> Bool {
    switch (self, other) {
    case (.actor(let id, _), .actor(let other, _)), (.region(let id, _), .region(let other, _)):
      id == other
    case (.actor, .region), (.region, .actor): false
    }
  }
}

/// What a filter does with a facet.
package enum FacetUse: Hashable, Sendable {
  case include, exclude
  /// This, and no other facet.
  case only
}

/// What everything on the screen is filtered by, with the names to show it.
package struct Scope: Hashable, Sendable {
  package private(set) var facets: [Facet] = []
  /// What must not be mentioned.
  package private(set) var excluded: [Facet] = []
  /// What is asked for in the filter language, as typed.
  package private(set) var search: String?
  private var expression: FilterExpression?

  package init() {}

  package var isEmpty: Bool { facets.isEmpty && excluded.isEmpty && search == nil }

  package var filter: ArticleFilter {
    var filter = ArticleFilter()
    for facet in facets {
      switch facet {
      case .actor(let id, _): filter.actors.append(id)
      case .region(let id, _): filter.regions.append(id)
      }
    }
    for facet in excluded {
      switch facet {
      case .actor(let id, _): filter.withoutActors.append(id)
      case .region(let id, _): filter.withoutRegions.append(id)
      }
    }
    filter.expression = expression
    return filter
  }

  package func holds(actor id: String) -> Bool { use(of: .actor(id: id, name: "")) == .include }

  /// How the filter uses a facet; nil when it does not.
  package func use(of facet: Facet) -> FacetUse? {
    if facets.contains(where: facet.isSame(as:)) { return .include }
    return excluded.contains(where: facet.isSame(as:)) ? .exclude : nil
  }

  /// Filters by a facet, or no longer when it was filtered so before.
  package mutating func use(_ facet: Facet, _ use: FacetUse) {
    let before = self.use(of: facet)
    let wasAlone = before == .include && facets.count == 1 && excluded.isEmpty
    facets.removeAll(where: facet.isSame(as:))
    excluded.removeAll(where: facet.isSame(as:))
    switch use {
    case .include where before != .include: facets.append(facet)
    case .exclude where before != .exclude: excluded.append(facet)
    case .only where !wasAlone:
      facets = [facet]
      excluded = []
    case .include, .exclude, .only: break
    }
  }

  /// A blank text asks for nothing.
  ///
  /// - Parameter isUnfinished: whether the last word may go on.
  /// - Throws: ``FilterError``; then the scope is as before.
  package mutating func find(
    _ text: String, isUnfinished: Bool = false
  ) throws(FilterError) {
    expression = try FilterExpression.parsing(isUnfinished ? text + "*" : text)
    search =
      expression == nil ? nil : text.split(separator: " ").joined(separator: " ")
  }
}
