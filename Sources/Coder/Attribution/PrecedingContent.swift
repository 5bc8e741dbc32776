import EventData
import Lexicons

/// What both rules for content before its source share.
struct PrecedingContent {
  let context: AttributionContext

  /// - Parameter quoted: whether the content must end with a closing mark, or must not.
  func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], rule: String, quoted: Bool
  ) -> [Attribution] {
    var found: [Attribution] = []
    let contents = ContentFinder(context: context)
    for cue in cues where !cue.isInfinitive && !context.document.isInQuote(cue.verb.lowerBound) {
      let frames = context.knowledge.lexicons.cueVerbs[cue.entry].frames
      guard frames.contains(.quotation) || frames.contains(.clause),
        !isBeside(cue, cues, in: sentence.tokens)
      else { continue }
      guard let (source, boundary) = source(of: cue, in: sentence.tokens, isBehindQuote: quoted),
        let content = contents.preceding(boundary, in: sentence.tokens),
        content.count > 1
      else { continue }
      if content.lowerBound < sentence.tokens.lowerBound, boundary == sentence.tokens.lowerBound,
        !standsAlone(cue, in: sentence.tokens)
      {
        continue
      }
      let isQuoted = context.document.tokens[content.upperBound - 1].kind == .closeQuote
      guard isQuoted == quoted, isQuoted || frames.contains(.clause), !cue.isPassive else {
        continue
      }
      var ranges = [content]
      if let rest = continuation(after: cue, source, cues, in: sentence.tokens) {
        ranges.append(rest)
      } else if !quoted, cue.group.lowerBound >= source.upperBound,
        let rest = clause(around: cue, cues, in: sentence.tokens)
      {
        ranges.append(rest)
      }
      guard quoted || mayBeClause(ranges, in: sentence) else { continue }
      found.append(
        Attribution(
          cue: cue.group, source: source, content: ranges,
          act: StatementAct.of(cue, context.knowledge),
          rule: rule))
    }
    return found
  }

  /// “Like the mayor, he said”: a few words without a verb are no clause. Long ones may hold
  /// a verb that the tables do not, and titles do without.
  private func mayBeClause(_ ranges: [Range<Int>], in sentence: Document.SentenceTokens) -> Bool {
    if context.document.paragraphs[sentence.paragraph].isTitle { return true }
    let hasVerb = ranges.joined().contains {
      context.tag($0) == .verb || context.tag($0) == .auxiliary
    }
    return hasVerb
      || context.tag(sentence.tokens.lowerBound) != .preposition && ranges.joined().count > 5
  }

  /// “General Diallo, who *commands* the front, told”: what is only told of who speaks.
  private func isBeside(_ cue: Cue, _ cues: [Cue], in sentence: Range<Int>) -> Bool {
    let before = cue.group.lowerBound - 1
    return before > sentence.lowerBound && context.tag(before) == .relative
      && cues.contains {
        $0.group.lowerBound > cue.group.upperBound
          && closesRelative($0.group.lowerBound - 1, from: before)
      }
  }

  /// Whether a comma ends a relative clause that begins behind another one, at `start` or later.
  private func closesRelative(_ comma: Int, from start: Int) -> Bool {
    guard comma > start, context.tag(comma) == .comma else { return false }
    let opening = (start..<comma).last { context.tag($0) == .comma } ?? start - 1
    return opening >= start - 1 && opening >= 0 && context.tag(opening) == .comma
      && context.tag(opening + 1) == .relative
  }

  /// Whether a cue has no content behind it.
  private func standsAlone(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    let next = cue.group.upperBound
    guard next < sentence.upperBound else { return true }
    let tag = context.tag(next)
    return tag == .comma || tag == .stop || tag == .dash
      || ContentFinder(context: context).following(cue, before: sentence.upperBound) == nil
  }

  /// The source and the token at which source and cue begin.
  func source(
    of cue: Cue, in sentence: Range<Int>, isBehindQuote: Bool = true
  ) -> (Range<Int>, Int)? {
    let before = cue.group.lowerBound - 1
    let opens =
      before < sentence.lowerBound || context.tag(before) == .comma || context.tag(before) == .quote
      || context.tag(before) == .stop || context.tag(before) == .dash
    if opens, !cue.isGerund, !isTelling(cue), !closesRelative(before, from: sentence.lowerBound),
      let phrase = context.phrases.phrase(
        startingAt: cue.group.upperBound, before: sentence.upperBound)
    {
      return (phrase, cue.group.lowerBound)
    }
    let subject = SubjectFinder(context: context).subject(
      before: cue.group.lowerBound, in: sentence)
    if isBehindQuote, let found = sourceBehindQuote(cue, subject, in: sentence) { return found }
    return subject.map { ($0, $0.lowerBound) }
  }

  /// “…, told a crowd”: who stands behind such a verb is told.
  private func isTelling(_ cue: Cue) -> Bool {
    // Of the verbs of saying this is “tell” alone.
    let frames = context.knowledge.lexicons.cueVerbs[cue.entry].frames
    return frames.contains(.addressee) && frames.contains(.clause) && frames.contains(.infinitive)
      && frames.contains(.question)
  }

  /// All that stands between a closing mark and the cue: “…,” police chief Ivo Reke said;
  /// “…,” Reke (Lanwick), a member of the council, said.
  private func sourceBehindQuote(
    _ cue: Cue, _ subject: Range<Int>?, in sentence: Range<Int>
  ) -> (Range<Int>, Int)? {
    var start = cue.group.lowerBound
    while start > sentence.lowerBound, !closesSpeech(start - 1) {
      start -= 1
      let isVerb = context.tag(start) == .verb || context.tag(start) == .auxiliary
      let isRelative = start > 0 && context.tag(start - 1) == .relative
      // “retired general”: a participle may open the phrase.
      let opens = context.flags(start).contains(.verbParticiple) && closesSpeech(start - 1)
      guard !isVerb || isRelative || opens, cue.group.lowerBound - start < 40 else { return nil }
    }
    guard start > 0, closesSpeech(start - 1), start != subject?.lowerBound,
      context.tag(start) != .coordinator
    else { return nil }
    if let subject, subject.lowerBound > start, subject.upperBound <= cue.group.lowerBound,
      !(start..<subject.lowerBound).contains(where: {
        context.tag($0) == .comma || context.tag($0) == .bracket
      })
    {
      return (start..<subject.upperBound, start)
    }
    return context.phrases.phrase(startingAt: start, before: cue.group.lowerBound)
      .map { ($0, start) }
  }

  /// A closing mark with a comma, a question or an exclamation mark beside it.
  private func closesSpeech(_ token: Int) -> Bool {
    guard token > 0, context.kind(token) == .closeQuote, context.document.isInQuote(token) else {
      return false
    }
    let before = context.kind(token - 1)
    return before == .comma || before == .question || before == .exclamation
  }

  /// The rest of a clause that source and cue interrupt: “The corridor, Illyn said, is open.”
  private func clause(around cue: Cue, _ cues: [Cue], in sentence: Range<Int>) -> Range<Int>? {
    let comma = cue.group.upperBound
    guard comma + 2 < sentence.upperBound, context.tag(comma) == .comma else { return nil }
    switch context.tag(comma + 1) {
    case .gerund, .relative, .coordinator, .quote: return nil
    default: break
    }
    let later = cues.first { $0.verb.lowerBound > comma && !$0.isInfinitive }
    var end = later?.group.lowerBound ?? sentence.upperBound
    if later != nil {
      while end > comma, context.tag(end - 1) != .comma { end -= 1 }
    }
    while end > comma, context.tag(end - 1) == .stop || context.tag(end - 1) == .comma { end -= 1 }
    return end - comma > 2 ? comma + 1..<end : nil
  }

  /// A second quote behind source and cue: “C,” S said, “C.”
  private func continuation(
    after cue: Cue, _ source: Range<Int>, _ cues: [Cue], in sentence: Range<Int>
  ) -> Range<Int>? {
    let start = max(cue.group.upperBound, source.upperBound)
    for token in start..<max(start, sentence.upperBound)
    where context.kind(token) == .openQuote && context.document.isInQuote(token) {
      let quote = context.document.quotes[Int(context.document.quoteOfToken[token])]
      guard quote.tokens.lowerBound == token, token > start,
        !cues.contains(where: { start <= $0.verb.lowerBound && $0.verb.lowerBound < token })
      else { return nil }
      let isJoined =
        context.tag(token - 1) == .coordinator || context.tag(token - 1) == .subordinator
      let mark = context.tag(isJoined ? token - 2 : token - 1)
      guard mark == .comma || mark == .colon || mark == .dash || mark == .stop else { return nil }
      return token..<max(quote.tokens.upperBound, token + 1)
    }
    return nil
  }
}
