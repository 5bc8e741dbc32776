import EventData

/// A quotation with its speaker behind a dash: “We are ready.” ― Marta Illyn
enum DashAttributionRule: AttributionRule {
  static let id = "dash-attribution"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    let tokens = sentence.tokens
    guard sentence.kinds.contains(.dash),
      let dash = tokens.first(where: { context.kind($0) == .dash }),
      dash > 0, context.kind(dash - 1) == .closeQuote, context.document.isInQuote(dash - 1),
      let source = context.phrases.phrase(startingAt: dash + 1, before: tokens.upperBound),
      context.tag(source.lowerBound) == .name, source.count <= 6,
      tokens.from(source.upperBound).allSatisfy({
        context.tag($0) == .stop || context.tag($0) == .comma || context.tag($0).isNominal
      })
    else { return [] }
    let quote = context.document.quotes[Int(context.document.quoteOfToken[dash - 1])]
    return [
      Attribution(
        cue: dash..<dash + 1, source: source, content: [quote.tokens], act: .assert, rule: Self.id)
    ]
  }
}
