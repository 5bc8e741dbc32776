import EventData

/// What an archive holds, in a line.
package struct ArchiveSummary: Hashable, Sendable {
  package var articles: Int
  package var outlets: Int
  package var statements: Int
  package var events: Int
  /// The days of the oldest and the newest dated article.
  package var first: Day?
  package var last: Day?

  package init(
    articles: Int = 0, outlets: Int = 0, statements: Int = 0, events: Int = 0, first: Day? = nil,
    last: Day? = nil
  ) {
    self.articles = articles
    self.outlets = outlets
    self.statements = statements
    self.events = events
    self.first = first
    self.last = last
  }
}
