import Archive
import EventData

/// Something that articles can be filtered by.
package enum Facet: Hashable, Sendable {
  case actor(id: String, name: String)
  case region(id: String, name: String)
}

/// What everything on the screen is filtered by, with the names to show it.
package struct Scope: Hashable, Sendable {
  package private(set) var facets: [Facet] = []
  /// Words that title or body must hold, as typed.
  package private(set) var search: String?

  package init() {}

  package var isEmpty: Bool { facets.isEmpty && search == nil }

  package var filter: ArticleFilter {
    var filter = ArticleFilter()
    for facet in facets {
      switch facet {
      case .actor(let id, _): filter.actors.append(id)
      case .region(let id, _): filter.regions.append(id)
      }
    }
    filter.search = search
    return filter
  }

  package func holds(actor id: String) -> Bool {
    facets.contains { if case .actor(id, _) = $0 { true } else { false } }
  }

  package func holds(region id: String) -> Bool {
    facets.contains { if case .region(id, _) = $0 { true } else { false } }
  }

  /// Adds the facet, or takes it away when it is there.
  package mutating func toggle(_ facet: Facet) {
    if let index = facets.firstIndex(of: facet) {
      facets.remove(at: index)
    } else {
      facets.append(facet)
    }
  }

  /// Blank words mean no search.
  package mutating func find(_ words: String) {
    let trimmed = words.split(separator: " ").joined(separator: " ")
    search = trimmed.isEmpty ? nil : trimmed
  }
}
