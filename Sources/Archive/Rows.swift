import EventData

/// Where an article stands in the list, newest first: the key of keyset pages.
package struct ArticleKey: Hashable, Sendable {
  /// Seconds since 1970 UTC; articles without a date sort last.
  package var published: Int
  package var row: Int64

  /// The moment of an article without a date: before every other.
  package static let undated = Int.min

  package init(published: Int, row: Int64) {
    self.published = published
    self.row = row
  }

  static func < (a: Self, b: Self) -> Bool {
    a.published != b.published ? a.published < b.published : a.row < b.row
  }
}

/// Where a statement stands in the list, newest first.
package struct StatementKey: Hashable, Sendable {
  /// Seconds since 1970 UTC of the article; see ``ArticleKey/undated``.
  package var published: Int
  package var id: Int64

  package init(published: Int, id: Int64) {
    self.published = published
    self.id = id
  }
}

/// Where an event stands in the list, newest first.
package struct EventKey: Hashable, Sendable {
  /// Seconds since 1970 UTC of the article; see ``ArticleKey/undated``.
  package var published: Int
  package var id: Int64

  package init(published: Int, id: Int64) {
    self.published = published
    self.id = id
  }
}

/// A line of the list of articles.
package struct ArticleRow: Hashable, Sendable, Identifiable {
  package var key: ArticleKey
  /// Empty when the article has none.
  package var title: String
  package var published: PublicationDate?
  package var outlet: String?
  package var statements: Int
  package var events: Int
  /// How many of them escalate, by their indicator and status.
  package var escalating: Int
  /// Ids of the indicators of its events, as the filter `indicator:` finds them; in no order.
  package var indicators: [String] = []
  /// How many other articles of the archive are copies of the same text.
  package var copies: Int
  /// Of the text: what is noted of the article or any copy.
  package var marks = Marks()
  package var id: Int64 { key.row }

  package init(
    key: ArticleKey, title: String, published: PublicationDate?, outlet: String?,
    statements: Int, events: Int, escalating: Int = 0, copies: Int = 0
  ) {
    self.key = key
    self.title = title
    self.published = published
    self.outlet = outlet
    self.statements = statements
    self.events = events
    self.escalating = escalating
    self.copies = copies
  }
}

/// A line of the list of actors under a filter.
package struct ActorRow: Hashable, Sendable, Identifiable {
  package var actor: PoliticalActor
  /// Articles under the filter that mention the actor.
  package var articles: Int
  /// Statements by the actor in all articles.
  package var statements: Int
  package var id: String { actor.id }

  package init(actor: PoliticalActor, articles: Int, statements: Int) {
    self.actor = actor
    self.articles = articles
    self.statements = statements
  }
}

/// A line of the list of regions under a filter.
package struct RegionRow: Hashable, Sendable, Identifiable {
  package var region: Region
  package var articles: Int
  package var id: String { region.id }

  package init(region: Region, articles: Int) {
    self.region = region
    self.articles = articles
  }
}

/// A statement with what a list needs to show and open it.
package struct StatementRow: Hashable, Sendable, Identifiable {
  package var id: Int64
  package var article: ArticleKey
  package var outlet: String?
  package var published: PublicationDate?
  package var statement: Statement
  package var key: StatementKey { StatementKey(published: article.published, id: id) }
  /// The text of the content spans, parted by “ … ”.
  package var content: String
  package var cue: String

  package init(
    id: Int64, article: ArticleKey, outlet: String?, published: PublicationDate?,
    statement: Statement, content: String, cue: String
  ) {
    self.id = id
    self.article = article
    self.outlet = outlet
    self.published = published
    self.statement = statement
    self.content = content
    self.cue = cue
  }
}

/// An event with what a list and the escalation ledger need.
package struct EventRow: Hashable, Sendable, Identifiable {
  package var id: Int64
  package var article: ArticleKey
  package var outlet: String?
  package var published: PublicationDate?
  package var event: Event
  package var key: EventKey { EventKey(published: article.published, id: id) }
  /// The text of the sentence.
  package var sentence: String

  package init(
    id: Int64, article: ArticleKey, outlet: String?, published: PublicationDate?, event: Event,
    sentence: String
  ) {
    self.id = id
    self.article = article
    self.outlet = outlet
    self.published = published
    self.event = event
    self.sentence = sentence
  }
}
