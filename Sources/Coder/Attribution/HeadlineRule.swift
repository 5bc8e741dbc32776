import EventData

/// The colon of headlines: “UN envoy: Ceasefire hangs by a thread”, “Strait closure ‘an
/// act of war’: Tehran”. “Analysis:” and “Live:” are no speakers.
enum HeadlineRule: AttributionRule {
  static let id = "headline"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    guard context.document.paragraphs[sentence.paragraph].isTitle,
      let colon = sentence.tokens.first(where: { context.kind($0) == .colon })
    else { return [] }
    var end = sentence.tokens.upperBound
    while end > colon, context.tag(end - 1) == .stop { end -= 1 }
    let before = sentence.tokens.lowerBound..<colon
    let after = colon + 1..<end
    let cue = colon..<colon + 1
    if before.count <= 5, isSpeaker(before, context), after.count > 2 {
      return [
        Attribution(cue: cue, source: before, content: [after], act: .assert, rule: Self.id)
      ]
    }
    if after.count > 0, after.count <= 4, isSpeaker(after, context), before.count > 2 {
      return [
        Attribution(cue: cue, source: after, content: [before], act: .assert, rule: Self.id)
      ]
    }
    return []
  }

  /// An actor that can speak ends the phrase, and nothing else stands in it.
  private static func isSpeaker(_ range: Range<Int>, _ context: AttributionContext) -> Bool {
    guard let last = range.last else { return false }
    let mention = context.resolution.mentionOfToken[last]
    return mention >= 0 && context.resolution.entityOfMention[Int(mention)] >= 0
      && range.allSatisfy { !context.tag($0).isVerbal }
  }
}
