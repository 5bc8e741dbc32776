import EventData

/// “According to S, C.” and “C, according to S.”
enum AccordingToRule: AttributionRule {
  static let id = "according-to"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    let tokens = sentence.tokens
    guard sentence.flags.contains(.accordingTo),
      let cue = tokens.first(where: { place in
        context.flags(place).contains(.accordingTo) && place + 1 < tokens.upperBound
          && context.word(place + 1) == context.knowledge.words.to
          && !context.document.isInQuote(place)
      }), let source = context.phrases.phrase(startingAt: cue + 2, before: tokens.upperBound)
    else { return [] }
    var end = tokens.upperBound
    while end > tokens.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    let opens = cue <= tokens.lowerBound + 1 || context.tag(cue - 1) == .coordinator
    var content: [Range<Int>]
    let comma = tokens.before(end).from(source.upperBound).first { context.tag($0) == .comma }
    if opens, let comma {
      let start = clauseStart(behind: comma, before: end, context)
      content = [context.wholeQuote(start..<end)]
    } else {
      var last = cue
      while last > tokens.lowerBound,
        context.tag(last - 1) == .comma || context.tag(last - 1) == .dash
      {
        last -= 1
      }
      content = [tokens.lowerBound..<last]
      if let comma, goesOn(behind: comma, of: source, before: end, context) {
        content.append(comma + 1..<end)
      }
    }
    guard content.joined().count > 1 else { return [] }
    return [
      Attribution(
        cue: cue..<cue + 2, source: source, content: content, act: .assert, rule: Self.id)
    ]
  }

  /// “The convoy, according to the coast guard *reached by phone*, left at dawn.”
  private static func goesOn(
    behind comma: Int, of source: Range<Int>, before end: Int, _ context: AttributionContext
  ) -> Bool {
    let isInsertion = !(source.upperBound..<max(comma, source.upperBound)).contains {
      context.tag($0).headsClause && !context.flags($0).contains(.verbParticiple)
    }
    let verb = (comma + 1..<max(end, comma + 1)).first { context.tag($0) != .adverb }
    return isInsertion
      && verb.map { context.tag($0) == .verb || context.tag($0) == .auxiliary } ?? false
  }

  /// The token behind the source's comma, or behind the comma that closes an apposition:
  /// “According to Tomas Bek, the harbour master, no ship has left”, or a clause about who said it.
  private static func clauseStart(
    behind comma: Int, before end: Int, _ context: AttributionContext
  ) -> Int {
    guard let close = (comma + 1..<end).first(where: { context.tag($0) == .comma }),
      !context.document.isInQuote(comma + 1),
      context.tag(comma + 1) == .relative
        || (context.tag(comma + 1) == .determiner || context.tag(comma + 1) == .noun)
          && !(comma + 1..<close).contains(where: { context.tag($0).isVerbal }),
      (close + 1..<end).contains(where: {
        context.tag($0) == .verb || context.tag($0) == .auxiliary
      }
      )
    else { return comma + 1 }
    return close + 1
  }
}
