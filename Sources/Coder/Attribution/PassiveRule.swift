import EventData

/// Speech in the passive: “it was reported that C”, “she was told by S that C”.
enum PassiveRule: AttributionRule {
  static let id = "passive"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    var end = sentence.tokens.upperBound
    while end > sentence.tokens.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    return cues.compactMap { cue in
      guard cue.isPassive, !cue.isModal, !cue.isInfinitive,
        !context.document.isInQuote(cue.verb.lowerBound)
      else { return nil }
      return impersonal(cue, in: sentence.tokens, before: end, context)
        ?? told(cue, in: sentence.tokens, before: end, context)
        ?? refused(cue, in: sentence.tokens, before: end, context)
    }
  }

  /// “she was told by S that”: the subject is spoken to.
  private static func told(
    _ cue: Cue, in sentence: Range<Int>, before end: Int, _ context: AttributionContext
  ) -> Attribution? {
    let by = cue.group.upperBound
    guard by + 1 < end, context.word(by) == context.knowledge.words.by,
      context.knowledge.lexicons.cueVerbs[cue.entry].frames.contains(.addressee),
      let source = context.phrases.phrase(startingAt: by + 1, before: end),
      case let that = source.upperBound, that + 1 < end, context.flags(that).contains(.that)
    else { return nil }
    return Attribution(
      cue: cue.group, source: source,
      content: [that + 1..<clauseEnd(from: that, before: end, context)],
      addressee: SubjectFinder(context: context).subject(
        before: cue.group.lowerBound, in: sentence),
      act: StatementAct.of(cue, context.knowledge), rule: Self.id)
  }

  /// “claims that C were rejected as nonsense by S”: what is refused stands before the verb.
  private static func refused(
    _ cue: Cue, in sentence: Range<Int>, before end: Int, _ context: AttributionContext
  ) -> Attribution? {
    let verb = context.knowledge.lexicons.cueVerbs[cue.entry]
    guard verb.act == .deny, verb.frames.contains(.object),
      let by = (cue.group.upperBound..<end).prefix(5).first(where: {
        context.word($0) == context.knowledge.words.by
      }),
      by == cue.group.upperBound
        || context.word(cue.group.upperBound) == context.knowledge.words.as,
      let source = context.phrases.phrase(startingAt: by + 1, before: end),
      !context.resolution.entities(in: source).isEmpty,
      let claim = (sentence.lowerBound..<cue.group.lowerBound).last(where: {
        context.flags($0).contains(.cueNoun) && context.tag($0) == .noun
      }), let phrase = context.phrases.phrase(endingBefore: claim + 1, from: sentence.lowerBound)
    else { return nil }
    return Attribution(
      cue: cue.group, source: source, content: [phrase.lowerBound..<cue.group.lowerBound],
      act: .deny, rule: Self.id)
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

  private static func clauseEnd(
    from start: Int, before end: Int, _ context: AttributionContext
  ) -> Int {
    (start..<end).first { context.kind($0) == .semicolon } ?? end
  }
}
