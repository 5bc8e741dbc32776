import EventData
import Lexicons

/// The way from the words of an article to what was found: for `brink explain`.
package struct Explanation: Sendable {
  package let lines: [String]
}

extension ArticleCoder {
  /// Codes the article and says, sentence by sentence, what each step made of it.
  package func explain(_ article: Article) -> Explanation {
    let explainer = Explainer(self, article)
    var lines = ["\(article.path)  \(article.id)", "title  \(article.title ?? "none")"]
    lines += article.furniture.map { "furniture  \($0.kind.rawValue)  \($0.text)" }
    for sentence in explainer.document.sentences {
      lines += [
        "", "¶\(sentence.paragraph)  \(explainer.document.text(sentence.tokens))",
        explainer.tokens(of: sentence),
      ]
      lines += explainer.matches(in: sentence) + explainer.rules(in: sentence)
      lines += explainer.findings(in: sentence) + explainer.dropped(in: sentence)
    }
    return Explanation(lines: lines)
  }

  /// What the lexicons say to the words of a text, and what the coder finds in it.
  package func tryLexicons(on text: String) -> Explanation {
    let explainer = Explainer(self, Article(id: "try", text: text))
    return Explanation(
      lines: explainer.document.sentences.flatMap {
        explainer.matches(in: $0) + explainer.findings(in: $0)
      })
  }
}

/// An article with what each step made of it.
struct Explainer {
  let coder: ArticleCoder
  let document: Document
  let resolution: Resolution
  let coded: CodedArticle
  let context: AttributionContext
  private let matcher: LexiconMatcher

  init(_ coder: ArticleCoder, _ article: Article) {
    self.coder = coder
    document = coder.analyse(article)
    coded = coder.code(article)
    var resolution = coder.resolve(document)
    context = AttributionContext(
      knowledge: coder.knowledge, document: document, resolution: resolution)
    // Who speaks is shown as an actor.
    _ = StatementFinder(knowledge: coder.knowledge, document: document).find(&resolution)
    self.resolution = resolution
    matcher = LexiconMatcher(coder.knowledge)
  }

  func tokens(of sentence: Document.SentenceTokens) -> String {
    "  tokens  "
      + sentence.tokens.map { "\(document.text($0..<$0 + 1))/\(document.tags[$0])" }
      .joined(separator: " ")
  }

  /// What the lexicons hold, with the table and the line of each entry.
  func matches(in sentence: Document.SentenceTokens) -> [String] {
    matcher.matches(in: sentence.tokens, document).map { match in
      "  match  “\(document.text(of: match.span))” is \(match.meaning)"
        + "  \(match.place.id)  \(match.place.file):\(match.place.line)"
    }
  }

  func findings(in sentence: Document.SentenceTokens) -> [String] {
    let span = document.span(sentence.tokens)
    return mentions(in: span)
      + coded.statements.filter { $0.sentence == span }.flatMap(lines)
      + coded.events.filter { $0.sentence == span }.map(line)
      + coded.figures.filter { $0.sentence == span }.map { figure in
        "  figure  \(figure.qualifier.map { $0 + " " } ?? "")\(figure.quantity) \(figure.unit)"
      }
  }

  private func mentions(in sentence: Span) -> [String] {
    let actors = coded.actors.flatMap { found in
      found.mentions.filter { sentence.contains($0.span) }.map { mention in
        "  actor  “\(coded.text(of: mention.span))” is \(found.actor.name) "
          + "(\(found.actor.code))  by \(mention.rule)"
      }
    }
    let regions = coded.regions.flatMap { found in
      found.mentions.filter { sentence.contains($0.span) }.map { mention in
        "  region  “\(coded.text(of: mention.span))” is \(found.region.id)  by \(mention.rule)"
      }
    }
    return actors + regions
  }

  private func lines(_ found: Statement) -> [String] {
    let cue = found.cueSpans.map(coded.text).joined(separator: " ")
    let content = found.contentSpans.map(coded.text).joined(separator: " … ")
    return [
      "  statement  \(found.speaker?.name ?? "nobody") | \(cue) | \(content)",
      "             \(found.kind.rawValue), \(found.act.rawValue)\(found.isInner ? ", inner" : "")"
        + "  by \(found.rule)",
    ]
  }

  private func line(_ found: Event) -> String {
    "  event  \(found.source?.code ?? "---") \(found.category.rawValue) "
      + "\(found.target?.code ?? "---")  \(found.cameo) \(found.status.rawValue)"
      + "\(found.date.map { " " + $0.iso } ?? "")  by \(found.rule)"
  }
}
