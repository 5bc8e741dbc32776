import EventData

/// What somebody else passes on: “S was quoted by A as saying C”, “A quoted S as saying C”.
///
/// The source is who spoke; who passes it on is how it came.
enum RelayRule: AttributionRule {
  static let id = "relay"

  private static let verbs: WordSet = [
    "quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing",
  ]

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    cues.enumerated().compactMap { index, saying in
      let asWord = saying.group.lowerBound - 1
      guard saying.isGerund, asWord > sentence.tokens.lowerBound,
        context.word(asWord) == context.knowledge.words.as, !context.document.isInQuote(asWord),
        let relay = cues[..<index].last(where: {
          $0.isPassive || context.document.isOne(of: verbs, $0.verb.lowerBound)
        }), !relay.isModal, !relay.isInfinitive, asWord - relay.group.upperBound < 12
      else { return nil }
      return attribution(relay, asWord, saying, in: sentence.tokens, context)
    }
  }

  /// “…, the Echo said, citing two officials”: an outlet says who told it, not what.
  static func namesSource(
    _ cue: Cue, of outlet: Range<Int>, _ object: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    guard context.document.isOne(of: verbs, cue.verb.lowerBound),
      let phrase = context.phrases.phrase(startingAt: object.lowerBound, before: object.upperBound),
      actor(at: phrase.upperBound - 1, context) != nil
    else { return false }
    return actor(at: outlet.upperBound - 1, context)?.code.hasSuffix("JRN") == true
  }

  private static func actor(at token: Int, _ context: AttributionContext) -> PoliticalActor? {
    let mention = context.resolution.mentionOfToken[token]
    guard mention >= 0, case let entity = context.resolution.entityOfMention[Int(mention)],
      entity >= 0
    else { return nil }
    return context.resolution.entities[Int(entity)].actor
  }

  private static func attribution(
    _ relay: Cue, _ asWord: Int, _ saying: Cue, in sentence: Range<Int>,
    _ context: AttributionContext
  ) -> Attribution? {
    let subject = SubjectFinder(context: context).subject(
      before: relay.group.lowerBound, in: sentence)
    let source: Range<Int>?
    let agent: Range<Int>?
    if relay.isPassive {
      source = subject
      agent =
        self.agent(at: relay.group.upperBound, before: asWord, context)
        ?? self.agent(at: saying.group.upperBound, before: sentence.upperBound, context)
    } else {
      source = context.phrases.phrase(startingAt: relay.group.upperBound, before: asWord)
      agent = relay.isGerund ? nil : subject
    }
    guard let source, let content = content(of: saying, relay, source, in: sentence, context)
    else { return nil }
    var found = Attribution(
      cue: relay.group.lowerBound..<saying.group.upperBound, source: source, content: [content],
      act: StatementAct.of(saying, context.knowledge), rule: id)
    if relay.group.upperBound < asWord {
      found.cueParts = [relay.group, asWord..<saying.group.upperBound]
    }
    found.via = agent
    return found
  }

  /// “by the agency”
  private static func agent(at by: Int, before end: Int, _ context: AttributionContext) -> Range<
    Int
  >? {
    guard by < end, context.word(by) == context.knowledge.words.by else { return nil }
    return context.phrases.phrase(startingAt: by + 1, before: end)
  }

  /// Behind “saying” or, where nothing follows, before whoever is quoted.
  private static func content(
    of saying: Cue, _ relay: Cue, _ source: Range<Int>, in sentence: Range<Int>,
    _ context: AttributionContext
  ) -> Range<Int>? {
    let contents = ContentFinder(context: context)
    var end = sentence.upperBound
    while end > sentence.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    if let content = contents.following(saying, before: end)?.content {
      return context.wholeQuote(content)
    }
    return relay.isPassive ? contents.preceding(source.lowerBound, in: sentence) : nil
  }
}
