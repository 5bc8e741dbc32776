import EventData
import Lexicons

/// Codes one article: who is named, where, who said what, and what was done.
///
/// Pure: the same article and knowledge give the same result, whatever was coded before.
package struct ArticleCoder: Sendable {
  /// Raised whenever the same article may be coded differently than before.
  package static let version = 1

  let knowledge: Knowledge

  package init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  package func code(_ article: Article) -> CodedArticle {
    let document = analyse(article)
    var resolution = resolve(document)
    let statements = StatementFinder(knowledge: knowledge, document: document).find(&resolution)
    return CodedArticle(
      article: article,
      sentences: document.sentences.map {
        Sentence(
          span: document.span($0.tokens), paragraph: $0.paragraph,
          isTitle: document.paragraphs[$0.paragraph].isTitle)
      },
      actors: resolution.entities.filter { $0.isShown && !$0.mentions.isEmpty }.map {
        ActorMentions(actor: $0.actor, mentions: $0.mentions.sorted { $0.span < $1.span })
      },
      regions: resolution.regions.map {
        RegionMentions(region: $0.region, mentions: $0.mentions.sorted { $0.span < $1.span })
      },
      statements: statements,
      events: EventFinder(knowledge: knowledge, document: document).find(statements, resolution),
      figures: FigureFinder(knowledge: knowledge, document: document).find(statements))
  }

  /// Who and where is named.
  func resolve(_ document: Document) -> Resolution {
    let names = NameFinder(knowledge: knowledge).find(in: document)
    let mentions = RoleFinder(knowledge: knowledge).find(in: document, names: names)
    var resolver = ActorResolver(knowledge: knowledge, document: document, mentions: mentions)
    var resolution = resolver.resolve()
    RegionResolver(knowledge: knowledge, document: document).resolve(&resolution)
    return resolution
  }

  /// The text cut into paragraphs, tokens, sentences and quotes.
  func analyse(_ article: Article) -> Document {
    var document = Document(article)
    let tokenizer = Tokenizer(vocabulary: knowledge.vocabulary)
    document.bytes.withUnsafeBufferPointer { bytes in
      for range in Paragraphs.ranges(in: bytes) {
        let first = document.tokens.count
        tokenizer.tokenize(bytes, range, into: &document.tokens)
        document.paragraphs.append(
          Document.Paragraph(
            bytes: range, tokens: first..<document.tokens.count,
            isTitle: range.lowerBound < article.bodyStart,
            isHeading: article.headings.contains { $0.contains(range.lowerBound) }))
      }
    }
    SentenceSplitter(knowledge: knowledge).split(&document)
    Tagger(knowledge: knowledge).tag(&document)
    QuoteFinder().find(&document)
    return document
  }
}
