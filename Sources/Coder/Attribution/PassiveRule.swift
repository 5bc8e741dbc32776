import EventData

/// Speech in the passive: “it was reported that C”, “S was quoted by the agency as saying C”.
enum PassiveRule: AttributionRule {
  static let id = "passive"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    var end = sentence.tokens.upperBound
    while end > sentence.tokens.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    return cues.enumerated().compactMap { index, cue in
      guard cue.isPassive, !cue.isModal, !cue.isInfinitive,
        !context.document.isInQuote(cue.verb.lowerBound)
      else { return nil }
      let later = cues.dropFirst(index + 1)
      return impersonal(cue, in: sentence.tokens, before: end, context)
        ?? relayed(cue, by: later, in: sentence.tokens, before: end, context)
    }
  }

  /// “it was reported that”: nobody is named.
  private static func impersonal(
    _ cue: Cue, in sentence: Range<Int>, before end: Int, _ context: AttributionContext
  ) -> Attribution? {
    let that = cue.group.upperBound
    guard cue.group.lowerBound > sentence.lowerBound, that + 1 < end,
      context.word(cue.group.lowerBound - 1) == context.knowledge.words.it,
      context.flags(that).contains(.that)
    else { return nil }
    return Attribution(
      cue: cue.group, source: nil,
      content: [that + 1..<clauseEnd(from: that, before: end, context)],
      act: StatementAct.of(cue, context.knowledge), rule: Self.id)
  }

  /// “was quoted … as saying C”
  private static func relayed(
    _ cue: Cue, by later: ArraySlice<Cue>, in sentence: Range<Int>, before end: Int,
    _ context: AttributionContext
  ) -> Attribution? {
    guard
      let saying = later.first(where: {
        $0.isGerund && context.word($0.group.lowerBound - 1) == context.knowledge.words.as
      }), saying.group.lowerBound - cue.group.upperBound < 12,
      let source = SubjectFinder(context: context).subject(
        before: cue.group.lowerBound, in: sentence),
      let content = ContentFinder(context: context).following(saying, before: end)?.content
    else { return nil }
    return Attribution(
      cue: cue.group.lowerBound..<saying.group.upperBound, source: source,
      content: [context.wholeQuote(content)], act: StatementAct.of(saying, context.knowledge),
      rule: Self.id)
  }

  private static func clauseEnd(from start: Int, before end: Int, _ context: AttributionContext)
    -> Int
  {
    (start..<end).first { context.kind($0) == .semicolon } ?? end
  }
}
