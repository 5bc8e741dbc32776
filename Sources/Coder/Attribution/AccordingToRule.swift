import EventData

/// “According to S, C.” and “C, according to S.”
struct AccordingToRule: AttributionRule {
  static let id = "according-to"

  func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    let tokens = sentence.tokens
    guard
      let cue = tokens.first(where: { place in
        context.flags(place).contains(.accordingTo) && place + 1 < tokens.upperBound
          && context.word(place + 1) == context.knowledge.words.to
          && !context.document.isInQuote(place)
      }), let source = context.phrases.phrase(startingAt: cue + 2, before: tokens.upperBound)
    else { return [] }
    var end = tokens.upperBound
    while end > tokens.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    let opens = cue <= tokens.lowerBound + 1 || context.tag(cue - 1) == .coordinator
    let content: Range<Int>
    if opens,
      let comma = tokens.before(end).from(source.upperBound).first(where: {
        context.tag($0) == .comma
      })
    {
      // An apposition behind the source ends at the last comma before a clause begins.
      content = comma + 1..<end
    } else {
      var last = cue
      while last > tokens.lowerBound,
        context.tag(last - 1) == .comma || context.tag(last - 1) == .dash
      {
        last -= 1
      }
      content = tokens.lowerBound..<last
    }
    guard content.count > 1 else { return [] }
    return [
      Attribution(
        cue: cue..<cue + 2, source: source, content: [content], act: .assert, rule: Self.id)
    ]
  }
}
