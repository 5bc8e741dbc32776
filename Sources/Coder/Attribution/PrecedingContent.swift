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
      let verb = context.knowledge.lexicons.cueVerbs[cue.entry]
      guard verb.frames.contains(.quotation) || verb.frames.contains(.clause) else { continue }
      guard let (source, boundary) = source(of: cue, in: sentence.tokens),
        let content = contents.preceding(boundary, in: sentence.tokens),
        content.count > 1
      else { continue }
      let isQuoted = context.document.tokens[content.upperBound - 1].kind == .closeQuote
      guard isQuoted == quoted, isQuoted || verb.frames.contains(.clause), !cue.isPassive else {
        continue
      }
      var ranges = [content]
      if let rest = continuation(after: cue, source, in: sentence.tokens) {
        ranges.append(rest)
      }
      found.append(
        Attribution(
          cue: cue.group, source: source, content: ranges,
          act: StatementAct.of(cue, context.knowledge),
          rule: rule))
    }
    return found
  }

  /// The source and the token at which source and cue begin.
  private func source(
    of cue: Cue, in sentence: Range<Int>
  ) -> (Range<Int>, Int)? {
    let before = cue.group.lowerBound - 1
    let opens =
      before < sentence.lowerBound || context.tag(before) == .comma || context.tag(before) == .quote
      || context.tag(before) == .stop || context.tag(before) == .dash
    if opens, !cue.isGerund,
      let phrase = context.phrases.phrase(
        startingAt: cue.group.upperBound, before: sentence.upperBound)
    {
      return (phrase, cue.group.lowerBound)
    }
    guard
      let subject = SubjectFinder(context: context).subject(
        before: cue.group.lowerBound, in: sentence)
    else { return nil }
    return (subject, subject.lowerBound)
  }

  /// A second quote behind source and cue: “C,” S said, “C.”
  private func continuation(
    after cue: Cue, _ source: Range<Int>, in sentence: Range<Int>
  ) -> Range<Int>? {
    let start = max(cue.group.upperBound, source.upperBound)
    for token in start..<max(start, sentence.upperBound)
    where context.kind(token) == .openQuote && context.document.isInQuote(token) {
      let quote = context.document.quotes[Int(context.document.quoteOfToken[token])]
      guard quote.tokens.lowerBound == token, token > start else { return nil }
      let mark = context.tag(token - 1)
      guard mark == .comma || mark == .colon || mark == .dash || mark == .stop else { return nil }
      return token..<max(quote.tokens.upperBound, token + 1)
    }
    return nil
  }
}
