/// Everything that the coder found in one article.
package struct CodedArticle: Hashable, Sendable {
  package var article: Article
  package var sentences: [Sentence]
  package var actors: [ActorMentions]
  package var regions: [RegionMentions]
  package var statements: [Statement]
  package var events: [Event]
  package var figures: [Figure]

  package init(
    article: Article, sentences: [Sentence] = [], actors: [ActorMentions] = [],
    regions: [RegionMentions] = [], statements: [Statement] = [], events: [Event] = [],
    figures: [Figure] = []
  ) {
    self.article = article
    self.sentences = sentences
    self.actors = actors
    self.regions = regions
    self.statements = statements
    self.events = events
    self.figures = figures
  }

  package func text(of span: Span) -> String { article.text.text(of: span) }
}
