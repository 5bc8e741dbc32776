import EventData
import Lexicons

/// Source, cue, content, in that order.
///
///     Putin warned that talks had failed.
///     The ministry said in a statement on Sunday its forces had withdrawn.
///     Rebel leaders rejected the plan, adding that the shelling must stop.
///
/// A participle or a verb behind “and” takes the source of the clause before it.
enum ClauseRule: AttributionRule {
  static let id = "clause"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    var found: [Attribution] = []
    let subjects = SubjectFinder(context: context)
    let contents = ContentFinder(context: context)
    let end = contentEnd(of: sentence.tokens, context)
    for (index, cue) in cues.enumerated() {
      guard !cue.isPassive, !isFutureOrInfinitive(cue, context),
        !context.document.isInQuote(cue.verb.lowerBound)
      else { continue }
      var shared = false
      var source =
        cue.isGerund ? nil : subjects.subject(before: cue.group.lowerBound, in: sentence.tokens)
      if source == nil {
        guard
          let earlier = sharedSource(cue, index, cues, found, sentence, subjects, context)
            ?? quotingSource(cue, before: end, sentence, subjects, context)
        else { continue }
        source = earlier
        shared = true
      }
      let limit = limit(of: cue, index, cues, end, context)
      guard let content = contents.following(cue, before: limit),
        !(context.document.tags[cue.verb.lowerBound] == .participle && !shared
          && !hasAuxiliary(cue, context))
      else { continue }
      let range = context.wholeQuote(trimmed(content.content, context))
      guard range.count > 0, let source,
        !content.isObject || isAnimate(source, context), !isDescription(cue, range, context),
        !isReducedPassive(cue, context), !isCondition(range, context),
        !standsInAdverbial(cue, of: found.last), !isManner(range, of: cue, context),
        !(content.isObject && RelayRule.namesSource(cue, of: source, range, context)),
        !(content.isObject && isCallingBack(cue, range, context))
      else { continue }
      found.append(
        Attribution(
          cue: cue.group, source: source, content: [range], addressee: content.addressee,
          act: StatementAct.of(
            cue, context.knowledge, isName: content.isName,
            isOrder: isOrder(content, of: cue, context)), rule: Self.id,
          isSharedSource: shared))
    }
    return found
  }

  /// “said in a message posted on X that”: the cue only describes where it was said.
  private static func standsInAdverbial(_ cue: Cue, of earlier: Attribution?) -> Bool {
    guard let earlier, let content = earlier.content.first else { return false }
    return (earlier.cue.upperBound..<max(earlier.cue.upperBound, content.lowerBound))
      .contains(cue.verb.lowerBound)
  }

  /// “recalled its ambassador”: called back rather than to mind.
  private static func isCallingBack(
    _ cue: Cue, _ content: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    context.document.isOne(of: Self.recalling, cue.verb.lowerBound)
      && content.prefix(4).contains { context.document.isOne(of: Self.recalled, $0) }
  }

  private static let recalling: WordSet = ["recall", "recalls", "recalled", "recalling"]
  private static let recalled: WordSet = [
    "ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "troops", "forces",
    "reservists", "parliament",
  ]

  /// “would respond “with force””: how it will be done, in somebody's words.
  private static func isManner(
    _ content: Range<Int>, of cue: Cue, _ context: AttributionContext
  ) -> Bool {
    cue.isModal && content.count > 1 && context.kind(content.lowerBound) == .openQuote
      && context.tag(content.lowerBound + 1) == .preposition
  }

  /// “told the crew to leave”, “told the crew not to leave”
  private static func isOrder(
    _ found: ContentFinder.Found, of cue: Cue, _ context: AttributionContext
  ) -> Bool {
    found.addressee != nil
      && context.knowledge.lexicons.cueVerbs[cue.entry].frames.contains(.clause)
      && found.content.prefix(2).contains { context.tag($0) == .to }
  }

  /// “who asked not to be named”: how a source wants to be cited is no content.
  private static func isCondition(_ content: Range<Int>, _ context: AttributionContext) -> Bool {
    guard let to = content.prefix(2).first(where: { context.tag($0) == .to }),
      to + 2 < content.upperBound
    else { return false }
    return context.document.isOne(of: Self.conditions, to + 2)
  }

  private static let conditions: WordSet = ["named", "identified", "quoted", "anonymous"]

  /// “three men accused of spying”: the noun before is whom it is done to.
  private static func isReducedPassive(_ cue: Cue, _ context: AttributionContext) -> Bool {
    guard cue.group.lowerBound == cue.verb.lowerBound,
      cue.verb.upperBound < context.document.tokens.count
    else { return false }
    let verb = context.knowledge.lexicons.cueVerbs[cue.entry]
    return context.flags(cue.verb.lowerBound).contains(.verbParticiple)
      && verb.prepositions.contains("of")
      && !verb.frames.contains(.that) && !verb.frames.contains(.clause)
      && context.word(cue.verb.upperBound) == context.knowledge.words.of
  }

  /// “this step, which confirms the alliance”: no “that”, no quotation, and “which”.
  private static func isDescription(
    _ cue: Cue, _ content: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    cue.group.lowerBound > 0
      && context.word(cue.group.lowerBound - 1) == context.knowledge.words.which
      && context.kind(content.lowerBound) != .openQuote
      && !context.flags(content.lowerBound - 1).contains(.that)
  }

  /// Whether a phrase stands for somebody: a name, a role, a pronoun.
  private static func isAnimate(_ phrase: Range<Int>, _ context: AttributionContext) -> Bool {
    phrase.contains { token in
      context.tag(token) == .pronoun || context.tag(token) == .name
        || context.resolution.mentionOfToken[token] >= 0
    }
  }

  private static func hasAuxiliary(_ cue: Cue, _ context: AttributionContext) -> Bool {
    cue.group.lowerBound < cue.verb.lowerBound
  }

  /// “will announce”, “to say”: nothing has been said yet.
  private static func isFutureOrInfinitive(_ cue: Cue, _ context: AttributionContext) -> Bool {
    if cue.isModal {
      for token in cue.group where context.flags(token).contains(.modal) {
        return !context.document.isOne(of: Self.reporting, token)
      }
    }
    return cue.isInfinitive
  }

  /// “could say”: modals under which something has been said.
  private static let reporting: WordSet = ["would", "could", "wouldn't", "can"]

  /// The source of the clause that a participle or a coordinated verb goes on.
  private static func sharedSource(
    _ cue: Cue, _ index: Int, _ cues: [Cue], _ found: [Attribution],
    _ sentence: Document.SentenceTokens, _ subjects: SubjectFinder, _ context: AttributionContext
  ) -> Range<Int>? {
    let before = cue.group.lowerBound - 1
    guard before >= sentence.tokens.lowerBound || cue.isGerund else { return nil }
    let tag = before >= sentence.tokens.lowerBound ? context.tag(before) : .comma
    guard
      cue.isGerund
        ? tag == .comma || tag == .quote || tag == .subordinator || tag == .coordinator
        : tag == .coordinator || tag == .comma
    else { return nil }
    let earlier = found.filter { $0.cue.upperBound <= cue.group.lowerBound }
    let outer = earlier.last { attribution in
      !earlier.contains { $0.content.contains { $0.contains(attribution.cue.lowerBound) } }
    }
    if let outer { return outer.source }
    // “C, S said, adding that”
    let quotes = PrecedingContent(context: context)
    if let before = cues[..<index].last(where: { !$0.isInfinitive && !$0.isGerund }),
      !context.document.isInQuote(before.verb.lowerBound),
      let (source, boundary) = quotes.source(of: before, in: sentence.tokens),
      boundary > sentence.tokens.lowerBound,
      context.tag(boundary - 1) == .comma || context.tag(boundary - 1) == .quote
    {
      return source
    }
    return mainSubject(before: cue.group.lowerBound, sentence, subjects, context)
  }

  /// Whoever stands before a gerund that opens a quotation: “footage of Reke saying, ‘…’”,
  /// “Reke nodded before asking, ‘…’”.
  private static func quotingSource(
    _ cue: Cue, before end: Int, _ sentence: Document.SentenceTokens, _ subjects: SubjectFinder,
    _ context: AttributionContext
  ) -> Range<Int>? {
    guard cue.isGerund, cue.group.lowerBound > sentence.tokens.lowerBound,
      let content = ContentFinder(context: context).following(cue, before: end)?.content,
      context.kind(content.lowerBound) == .openQuote
    else { return nil }
    let before = cue.group.lowerBound
    if context.tag(before - 1).isHead {
      return context.phrases.phrase(endingBefore: before, from: sentence.tokens.lowerBound)
    }
    return mainSubject(before: before, sentence, subjects, context)
  }

  /// The subject of the first finite verb of the sentence.
  private static func mainSubject(
    before end: Int, _ sentence: Document.SentenceTokens, _ subjects: SubjectFinder,
    _ context: AttributionContext
  ) -> Range<Int>? {
    for token in sentence.tokens where token < end {
      if context.tag(token) == .verb || context.tag(token) == .auxiliary {
        return subjects.subject(before: token, in: sentence.tokens)
      }
    }
    // Its verb may be one that the tables do not hold: a name that opens it is its subject.
    let first = context.phrases.phrase(startingAt: sentence.tokens.lowerBound, before: end)
    return first.flatMap { context.phrases.isPerson(at: $0.upperBound - 1) ? $0 : nil }
  }

  /// Where the content must end: at a later cue that goes on with the same source, or
  /// with one of its own behind “, but”.
  private static func limit(
    of cue: Cue, _ index: Int, _ cues: [Cue], _ end: Int, _ context: AttributionContext
  ) -> Int {
    for later in cues[(index + 1)...] {
      let first = later.group.lowerBound
      if context.document.isInQuote(later.verb.lowerBound) { continue }
      guard first > cue.group.upperBound + (later.isGerund ? 0 : 1) else { continue }
      let before = first - 1
      if later.isGerund, context.tag(before) == .comma { return before }
      if later.isGerund, context.kind(before) == .closeQuote, context.tag(before - 1) == .comma {
        return first
      }
      if later.isGerund, context.tag(before) == .coordinator, before > cue.group.upperBound {
        return context.tag(before - 1) == .comma ? before - 1 : before
      }
      if !later.isInfinitive, context.tag(before) == .coordinator,
        context.flags(before).contains(.and)
          || context.document.tokens[before].word == context.knowledge.words.but
      {
        return before > 0 && context.tag(before - 1) == .comma ? before - 1 : before
      }
      // A coordinated clause with a subject of its own: “…, but the West has threatened …”.
      if let subject = SubjectFinder(context: context).subject(
        before: first, in: cue.group.upperBound..<end),
        subject.lowerBound > cue.group.upperBound + 1
      {
        let mark = subject.lowerBound - 1
        if opensAnotherClause(mark, context) { return mark }
        let word = context.document.tokens[mark].word
        if word == context.knowledge.words.but || word == context.knowledge.words.and,
          context.tag(mark) == .coordinator
        {
          return mark > 0 && context.tag(mark - 1) == .comma ? mark - 1 : mark
        }
      }
    }
    return end
  }

  /// “…; advisers say”, “…, while the Kremlin called”.
  private static func opensAnotherClause(_ mark: Int, _ context: AttributionContext) -> Bool {
    context.kind(mark) == .semicolon
      || context.word(mark) == context.knowledge.words.while && context.tag(mark - 1) == .comma
  }

  private static func contentEnd(of sentence: Range<Int>, _ context: AttributionContext) -> Int {
    var end = sentence.upperBound
    while end > sentence.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    return end
  }

  private static func trimmed(_ range: Range<Int>, _ context: AttributionContext) -> Range<Int> {
    var range = range
    while let last = range.last,
      context.tag(last) == .comma || context.tag(last) == .dash
        || context.tag(last) == .colon || context.tag(last) == .coordinator
    {
      range = range.dropLast()
    }
    while let first = range.first, context.tag(first) == .comma || context.tag(first) == .colon {
      range = range.dropFirst()
    }
    return range
  }
}
