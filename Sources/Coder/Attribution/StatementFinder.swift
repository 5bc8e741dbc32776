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
    statements.reserveCapacity(attributions.count)
    for (place, isInner) in InnerCues.find(in: attributions).enumerated() {
      let sentence = document.sentence(of: attributions[place].cue.lowerBound)
      let speaker = attributions[place].source.flatMap {
        speakers.speaker(
          of: $0, sentence: sentence, isInner: isInner, besides: attributions[place].addressee,
          in: &resolution)
      }
      statements.append(statement(attributions[place], sentence, speaker, isInner: isInner))
    }
    return statements
  }

  private func attributions(_ resolution: Resolution) -> [Attribution] {
    let context = AttributionContext(
      knowledge: knowledge, document: document, resolution: resolution)
    let cueFinder = CueFinder(knowledge: knowledge)
    let channels = ChannelFinder(context: context)
    let rules = AttributionRules.standard
    var all: [Attribution] = []
    var cues: [Cue] = []
    for sentence in document.sentences where mayReport(sentence) {
      cueFinder.find(in: sentence.tokens, document, into: &cues)
      let first = all.count
      for rule in rules {
        let found = rule.attributions(in: sentence, cues: cues, context)
        for place in found.indices {
          let cue = found[place].cue
          if (first..<all.count).contains(where: { all[$0].cue.overlaps(cue) }) { continue }
          all.append(found[place])
          if found[place].via == nil {
            all[all.count - 1].via = channels.channel(
              outside: found[place].content, found[place].addressee, in: sentence.tokens)
          }
        }
      }
      if all.count - first > 1 {
        TailDenialRule.part(&all, from: first)
        all[first...].sort { $0.cue.lowerBound < $1.cue.lowerBound }
        ReportedClause.part(&all[first...], context)
      }
    }
    return all
  }

  /// A sentence without a cue word reports nothing.
  func mayReport(_ sentence: Document.SentenceTokens) -> Bool {
    if document.paragraphs[sentence.paragraph].isHeading { return false }
    let wanted: WordFlags = [.cueVerb, .cueNoun, .accordingTo, .opensCue]
    let first = sentence.tokens.lowerBound
    return !sentence.flags.isDisjoint(with: wanted)
      || document.paragraphs[sentence.paragraph].isTitle
      || first > 0 && document.tags[first] == .dash && document.isInQuote(first - 1)
      || TranscriptRule.speaker(of: sentence, document) != nil
      || sentence.kinds.contains(.colon)
        && sentence.tokens.contains {
          document.tokens[$0].kind == .colon && ColonQuoteRule.opensQuote($0, document)
        }
  }

  private func statement(
    _ attribution: Attribution, _ sentence: Int, _ speaker: ActorReference?, isInner: Bool
  ) -> Statement {
    let spans = attribution.content.map { document.span($0) }
    return Statement(
      sentence: document.span(document.sentences[sentence].tokens), speaker: speaker,
      speakerSpan: attribution.source.map { document.span($0) },
      cueSpans: attribution.cueParts.isEmpty
        ? [document.span(attribution.cue)] : attribution.cueParts.map { document.span($0) },
      contentSpans: spans, kind: kind(of: attribution), act: attribution.act,
      addressee: attribution.addressee.map { document.text($0) },
      via: attribution.via.map { document.text(withoutDeterminer($0)) }, isInner: isInner,
      rule: attribution.rule)
  }

  private func withoutDeterminer(_ phrase: Range<Int>) -> Range<Int> {
    phrase.count > 1 && document.tags[phrase.lowerBound] == .determiner
      ? phrase.dropFirst() : phrase
  }

  /// Direct when nine letters of ten stand in quotation marks, indirect below one in fifty.
  ///
  /// Where marks were lost, the first person shows whose words they are.
  private func kind(of attribution: Attribution) -> Statement.Kind {
    if attribution.isVerbatim { return .direct }
    var quoted = 0
    var all = 0
    var hasTrace = false
    for range in attribution.content {
      for place in range {
        let token = document.tokens[place]
        if token.kind == .word {
          let letters = Int(token.end - token.start)
          all += letters
          if document.isInQuote(place) { quoted += letters }
          if knowledge.words.isFirstPerson(token.word) { hasTrace = true }
        } else if token.kind == .closeQuote, !document.isInQuote(place) {
          hasTrace = true
        }
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
}
