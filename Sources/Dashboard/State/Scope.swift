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
  /// What is asked for in the filter language, as typed.
  package private(set) var search: String?
  private var expression: FilterExpression?

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
    filter.expression = expression
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
