import EventData
import Lexicons

/// Finds all statements of an article: rules sentence by sentence, then the quotes that
/// no cue claims.
struct StatementFinder {
  let knowledge: Knowledge
  let document: Document

  /// - Parameter resolution: Gains the speakers whom no mention named.
  func find(_ resolution: inout Resolution) -> [Statement] {
    var attributions = attributions(resolution)
    FloatingQuotes(document: document).attach(to: &attributions)
    var speakers = SpeakerResolver(knowledge: knowledge, document: document)
    var statements: [Statement] = []
    for attribution in attributions {
      let sentence = document.sentence(of: attribution.cue.lowerBound)
      let isInner = isInner(attribution, among: attributions)
      let speaker = attribution.source.flatMap {
        speakers.speaker(
          of: $0, sentence: sentence, isInner: isInner, besides: attribution.addressee,
          in: &resolution)
      }
      statements.append(statement(attribution, sentence, speaker, isInner: isInner))
    }
    return statements
  }

  private func attributions(_ resolution: Resolution) -> [Attribution] {
    let context = AttributionContext(
      knowledge: knowledge, document: document, resolution: resolution)
    let cueFinder = CueFinder(knowledge: knowledge)
    var all: [Attribution] = []
    for sentence in document.sentences where mayReport(sentence) {
      let cues = cueFinder.cues(in: sentence.tokens, document)
      var found: [Attribution] = []
      for attribution in Self.candidates(in: sentence, cues, context)
      where !found.contains(where: { $0.cue.overlaps(attribution.cue) }) {
        found.append(attribution)
      }
      all += found.sorted { $0.cue.lowerBound < $1.cue.lowerBound }
    }
    return all
  }

  /// What the rules find in a sentence, in the order in which they may claim a cue.
  static func candidates(
    in sentence: Document.SentenceTokens, _ cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    AttributionRules.standard.flatMap { $0.attributions(in: sentence, cues: cues, context) }
  }

  /// A sentence without a cue word reports nothing.
  func mayReport(_ sentence: Document.SentenceTokens) -> Bool {
    if document.paragraphs[sentence.paragraph].isHeading { return false }
    let wanted: WordFlags = [.cueVerb, .cueNoun, .accordingTo]
    let first = sentence.tokens.lowerBound
    return document.paragraphs[sentence.paragraph].isTitle
      || first > 0 && document.tags[first] == .dash && document.isInQuote(first - 1)
      || TranscriptRule.speaker(of: sentence, document) != nil
      || sentence.tokens.contains { place in
        if document.tokens[place].kind == .colon {
          return ColonQuoteRule.opensQuote(place, document)
        }
        let word = document.tokens[place].word
        return !knowledge.vocabulary.flags[Int(word)].isDisjoint(with: wanted)
          || knowledge.cues.next(0, word) != nil
      }
  }

  private func statement(
    _ attribution: Attribution, _ sentence: Int, _ speaker: ActorReference?, isInner: Bool
  ) -> Statement {
    let spans = attribution.content.map(document.span)
    return Statement(
      sentence: document.span(document.sentences[sentence].tokens), speaker: speaker,
      speakerSpan: attribution.source.map(document.span),
      cueSpans: [document.span(attribution.cue)],
      contentSpans: spans, kind: kind(of: attribution), act: attribution.act,
      addressee: attribution.addressee.map(document.text), isInner: isInner,
      rule: attribution.rule)
  }

  /// Direct when nine letters of ten stand in quotation marks, indirect below one in fifty.
  ///
  /// Where marks were lost, the first person shows whose words they are.
  private func kind(of attribution: Attribution) -> Statement.Kind {
    if attribution.isVerbatim { return .direct }
    var quoted = 0
    var all = 0
    var hasTrace = false
    for token in attribution.content.joined() {
      if document.tokens[token].kind == .word {
        let letters = Int(document.tokens[token].end - document.tokens[token].start)
        all += letters
        if document.isInQuote(token) { quoted += letters }
        if knowledge.words.isFirstPerson(document.tokens[token].word) { hasTrace = true }
      } else if document.tokens[token].kind == .closeQuote, !document.isInQuote(token) {
        hasTrace = true
      }
    }
    if all == 0 { return .indirect }
    let share = Double(quoted) / Double(all)
    if share > 0.02 { return share >= 0.9 ? .direct : .mixed }
    guard hasTrace, let source = attribution.source,
      !source.contains(where: { knowledge.words.isFirstPerson(document.tokens[$0].word) })
    else { return .indirect }
    let comesFirst = attribution.content[0].upperBound <= attribution.cue.lowerBound
    return comesFirst ? .direct : .mixed
  }

  /// Whether the cue stands in the content of another, whose speaker reports it.
  private func isInner(_ inner: Attribution, among all: [Attribution]) -> Bool {
    all.contains { outer in
      outer.cue != inner.cue
        && outer.content.contains { $0.contains(inner.cue.lowerBound) }
        && !inner.content.contains { $0.contains(outer.cue.lowerBound) }
    }
  }
}
