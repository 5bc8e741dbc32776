import EventData

/// The way from the words of an article to what was found: for `brink explain`.
package struct Explanation: Sendable {
  package let lines: [String]
}

extension ArticleCoder {
  /// Codes the article and says, sentence by sentence, what each rule made of it.
  package func explain(_ article: Article) -> Explanation {
    let document = analyse(article)
    let coded = code(article)
    var lines = ["\(article.path)  \(article.id)", "title  \(article.title ?? "none")"]
    lines += article.furniture.map { "furniture  \($0.kind.rawValue)  \($0.text)" }
    for sentence in document.sentences {
      let span = document.span(sentence.tokens)
      lines += ["", "¶\(sentence.paragraph)  \(document.text(of: span))"]
      lines.append(
        "  tokens  " + sentence.tokens.map { token(document, $0) }.joined(separator: " "))
      lines += mentions(coded, in: span)
      lines += coded.statements.filter { $0.sentence == span }.flatMap { statement($0, coded) }
      lines += coded.events.filter { $0.sentence == span }.map { event($0) }
      lines += coded.figures.filter { $0.sentence == span }.map { figure in
        "  figure  \(figure.qualifier.map { $0 + " " } ?? "")\(figure.quantity) \(figure.unit)"
      }
    }
    return Explanation(lines: lines)
  }

  private func token(_ document: Document, _ place: Int) -> String {
    "\(document.text(place..<place + 1))/\(document.tags[place])"
  }

  private func mentions(_ coded: CodedArticle, in sentence: Span) -> [String] {
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

  private func statement(_ found: Statement, _ coded: CodedArticle) -> [String] {
    let cue = found.cueSpans.map(coded.text).joined(separator: " ")
    let content = found.contentSpans.map(coded.text).joined(separator: " … ")
    return [
      "  statement  \(found.speaker?.name ?? "nobody") | \(cue) | \(content)",
      "             \(found.kind.rawValue), \(found.act.rawValue)\(found.isInner ? ", inner" : "")"
        + "  by \(found.rule)",
    ]
  }

  private func event(_ found: Event) -> String {
    "  event  \(found.source?.code ?? "---") \(found.category.rawValue) "
      + "\(found.target?.code ?? "---")  \(found.cameo) \(found.status.rawValue)"
      + "\(found.date.map { " " + $0.iso } ?? "")  by \(found.rule)"
  }
}
