import EventData
import Lexicons

/// Codes one article: who is named, where, who said what, and what was done.
///
/// Pure: the same article and knowledge give the same result, whatever was coded before.
package struct ArticleCoder: Sendable {
  /// Raised whenever the same article may be coded differently than before.
  package static let version = 14

  let knowledge: Knowledge

  package init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// An article in another language than English has nothing coded: what rules for English
  /// would find in it were worse than nothing.
  package func code(_ article: Article) -> CodedArticle {
    guard article.isEnglish else { return CodedArticle(article: article) }
    let document = analyse(article)
    var resolution = resolve(document)
    let statements = StatementFinder(knowledge: knowledge, document: document).find(&resolution)
    return CodedArticle(
      article: article,
      sentences: sentences(of: document), actors: actors(of: resolution),
      regions: regions(of: resolution),
      statements: statements,
      events: EventFinder(knowledge: knowledge, document: document).find(statements, resolution),
      figures: FigureFinder(knowledge: knowledge, document: document).find(statements))
  }

  /// Who and where is named.
  func resolve(_ document: Document) -> Resolution {
    let names = NameFinder(knowledge: knowledge).find(in: document)
    let mentions = RoleFinder(knowledge: knowledge).find(in: document, names: names)
    var resolution = ActorResolver.resolve(mentions, in: document, knowledge)
    RegionResolver(knowledge: knowledge, document: document).resolve(&resolution)
    return resolution
  }

  private func sentences(of document: Document) -> [Sentence] {
    document.sentences.map {
      Sentence(
        span: document.span($0.tokens), paragraph: $0.paragraph,
        isTitle: document.paragraphs[$0.paragraph].isTitle)
    }
  }

  private func actors(of resolution: Resolution) -> [ActorMentions] {
    var actors: [ActorMentions] = []
    for place in resolution.entities.indices
    where resolution.entities[place].isShown && !resolution.entities[place].mentions.isEmpty {
      actors.append(
        ActorMentions(
          actor: resolution.entities[place].actor,
          mentions: Self.sorted(resolution.entities[place].mentions)))
    }
    return actors
  }

  private func regions(of resolution: Resolution) -> [RegionMentions] {
    resolution.regions.map {
      RegionMentions(region: $0.region, mentions: Self.sorted($0.mentions))
    }
  }

  /// In the order of the text, in which most are found.
  private static func sorted(_ mentions: [Mention]) -> [Mention] {
    let isSorted = mentions.indices.dropFirst().allSatisfy {
      !(mentions[$0].span < mentions[$0 - 1].span)
    }
    return isSorted ? mentions : mentions.sorted { $0.span < $1.span }
  }

  /// The text cut into paragraphs, tokens, sentences and quotes.
  func analyse(_ article: Article) -> Document {
    var draft = DocumentDraft(article)
    var tokens: [Token] = []
    // English has a token in five to six bytes.
    tokens.reserveCapacity(draft.bytes.count / 5 + 16)
    draft.bytes.withUnsafeBufferPointer { bytes in
      for range in Paragraphs.ranges(in: bytes) {
        let first = tokens.count
        Tokenizer().tokenize(bytes, range, into: &tokens)
        draft.paragraphs.append(
          Document.Paragraph(
            bytes: range, tokens: first..<tokens.count,
            isTitle: range.lowerBound < article.bodyStart,
            isHeading: article.headings.contains { $0.contains(range.lowerBound) }))
      }
    }
    knowledge.vocabulary.read(&tokens)
    draft.tokens = tokens
    SentenceSplitter(knowledge: knowledge).split(&draft)
    Tagger(knowledge: knowledge).tag(&draft)
    QuoteFinder().find(&draft)
    return Document(draft)
  }
}
