import EventData

/// A denial that hangs on what others say: “C, which S denies”, “C, a charge that S rejects”.
enum TailDenialRule: AttributionRule {
  static let id = "tail-denial"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    cues.compactMap { cue in
      let act = StatementAct.of(cue, context.knowledge)
      guard act == .deny || act == .withhold, !cue.isInfinitive, !cue.isPassive, !cue.isGerund,
        !context.document.isInQuote(cue.verb.lowerBound),
        endsSentence(cue.group.upperBound, sentence.tokens, context),
        let subject = SubjectFinder(context: context).subject(
          before: cue.group.lowerBound, in: sentence.tokens),
        let (source, comma) = answer(by: subject, in: sentence.tokens, context),
        comma - sentence.tokens.lowerBound > 2
      else { return nil }
      return Attribution(
        cue: cue.group, source: source, content: [sentence.tokens.lowerBound..<comma], act: act,
        rule: Self.id)
    }
  }

  /// What others say ends where the denial begins, and is what is denied.
  ///
  /// - Parameter first: The first attribution of the sentence.
  static func part(_ attributions: inout [Attribution], from first: Int) {
    let places = first..<attributions.count
    guard let denial = places.first(where: { attributions[$0].rule == Self.id }) else { return }
    let end = attributions[denial].content[0].upperBound
    for place in places where place != denial {
      attributions[place].content = attributions[place].content.map { range in
        range.lowerBound < end && end < range.upperBound ? range.lowerBound..<end : range
      }
      if attributions[place].cue.lowerBound < end {
        attributions[denial].content = attributions[place].content
      }
    }
  }

  private static func endsSentence(
    _ place: Int, _ sentence: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    place >= sentence.upperBound || context.tag(place) == .stop
  }

  /// Who denies, and the comma before “which Oslo”, “a charge Oslo”, “a charge that Oslo”.
  static func answer(
    by subject: Range<Int>, in sentence: Range<Int>, _ context: AttributionContext
  ) -> (source: Range<Int>, comma: Int)? {
    let first = subject.lowerBound
    if subject.count > 2, isSaying(first + 1, context), first > sentence.lowerBound,
      context.tag(first - 1) == .comma
    {
      return (first + 2..<subject.upperBound, first - 1)
    }
    guard first - 2 > sentence.lowerBound else { return nil }
    if isSaying(first - 1, context), context.tag(first - 3) == .comma {
      return (subject, first - 3)
    }
    guard
      context.tag(first - 1) == .relative || context.flags(first - 1).contains(.that)
    else { return nil }
    if context.tag(first - 2) == .comma { return (subject, first - 2) }
    guard isSaying(first - 2, context), first - 4 > sentence.lowerBound,
      context.tag(first - 4) == .comma
    else { return nil }
    return (subject, first - 4)
  }

  /// “a charge”, “an accusation”
  private static func isSaying(_ noun: Int, _ context: AttributionContext) -> Bool {
    context.tag(noun) == .noun && context.tag(noun - 1) == .determiner
      && (context.flags(noun).contains(.cueNoun) || context.document.isOne(of: sayings, noun))
  }

  private static let sayings: WordSet = ["charge", "charges", "report", "reports", "account"]
}
