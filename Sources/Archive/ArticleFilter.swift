import EventData

/// Which articles a view shows; everything it names must hold.
package struct ArticleFilter: Hashable, Sendable {
  /// Ids of actors that must all be mentioned.
  package var actors: [String] = []
  /// Ids of regions that must all be mentioned.
  package var regions: [String] = []
  /// Ids of actors and regions of which none may be mentioned.
  package var withoutActors: [String] = []
  package var withoutRegions: [String] = []
  /// Words to find in title and body, as a person types them; no filter language.
  package var search: String?
  /// What the filter language asks for besides.
  package var expression: FilterExpression?
  package var from: Day?
  package var to: Day?
  /// The article alone that has this row id.
  package var article: Int64?

  package init() {}

  package var isEmpty: Bool { self == ArticleFilter() }
}
