import EventData

/// A sentence that announces a quotation by a colon, also in the next paragraph:
///
///     Illyn answered in a letter: ¶ “We are ready.”
///     Said Illyn: “We are ready.”
///     The poster has one line in red: “Nobody sails before the mines are gone.”
enum ColonQuoteRule: AttributionRule {
  static let id = "colon-quote"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    let document = context.document
    guard sentence.kinds.contains(.colon),
      let colon = sentence.tokens.first(where: {
        document.tokens[$0].kind == .colon && Self.opensQuote($0, document)
      }),
      !document.paragraphs[sentence.paragraph].isTitle,
      let (cue, source) = cueAndSource(before: colon, sentence, cues, context)
    else { return [] }
    let quote = document.quotes[Int(document.quoteOfToken[colon + 1])]
    return [
      Attribution(
        cue: cue, source: source, content: [quote.tokens], act: .assert, rule: Self.id)
    ]
  }

  /// Whether a colon stands outside of quotes, and a quotation of some length behind it.
  static func opensQuote(_ place: Int, _ document: Document) -> Bool {
    guard !document.isInQuote(place),
      place + 1 < document.tokens.count, document.tokens[place + 1].kind == .openQuote,
      document.isInQuote(place + 1)
    else { return false }
    let quote = document.quotes[Int(document.quoteOfToken[place + 1])]
    return quote.tokens.lowerBound == place + 1 && quote.tokens.count > 6 && !quote.isSingle
  }

  /// The first cue with a source; else the first verb with its subject.
  private static func cueAndSource(
    before colon: Int, _ sentence: Document.SentenceTokens, _ cues: [Cue],
    _ context: AttributionContext
  ) -> (Range<Int>, Range<Int>)? {
    let first = sentence.tokens.lowerBound
    let subjects = SubjectFinder(context: context)
    for cue in cues where cue.verb.upperBound <= colon && !cue.isInfinitive && !cue.isGerund {
      if cue.group.lowerBound == first,
        let source = context.phrases.phrase(startingAt: cue.group.upperBound, before: colon),
        source.upperBound == colon
      {
        return (cue.group, source)
      }
      if !context.document.isInQuote(cue.verb.lowerBound),
        let source = subjects.subject(before: cue.group.lowerBound, in: sentence.tokens)
      {
        return (cue.group, source)
      }
    }
    guard
      let verb = (first..<colon).first(where: {
        context.tag($0) == .verb || context.tag($0) == .auxiliary
      }), let source = subjects.subject(before: verb, in: sentence.tokens)
    else { return nil }
    return (verb..<colon, source)
  }
}
