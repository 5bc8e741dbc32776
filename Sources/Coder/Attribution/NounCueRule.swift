import EventData
import Lexicons

/// A noun that reports: “Russia's claims that C”, “a warning from S that C”, “Putin's
/// call for C”, “Western allegations it provides support”.
enum NounCueRule: AttributionRule {
  static let id = "noun-cue"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    guard sentence.flags.contains(.cueNoun) else { return [] }
    var found: [Attribution] = []
    var end = sentence.tokens.upperBound
    while end > sentence.tokens.lowerBound, context.tag(end - 1) == .stop { end -= 1 }
    for place in sentence.tokens
    where context.flags(place).contains(.cueNoun) && context.tag(place) == .noun
      && !context.document.isInQuote(place)
    {
      let entry = Int(context.knowledge.cueNounOfWord[Int(context.word(place))])
      guard entry >= 0, let source = source(of: place, in: sentence.tokens, context) else {
        continue
      }
      guard let content = content(of: place, before: end, context) else { continue }
      found.append(
        Attribution(
          cue: place..<place + 1, source: source, content: [content],
          act: context.knowledge.lexicons.cueVerbs[entry].act, rule: Self.id))
    }
    return found
  }

  /// The possessor, the state adjectives before the noun, or the phrase behind “from” or “by”.
  private static func source(
    of noun: Int, in sentence: Range<Int>, _ context: AttributionContext
  ) -> Range<Int>? {
    var place = noun - 1
    while place >= sentence.lowerBound, context.tag(place) == .noun || context.tag(place) == .number
    {
      place -= 1
    }
    guard place >= sentence.lowerBound else { return nil }
    if context.tag(place) == .apostrophe {
      return context.phrases.phrase(endingBefore: place, from: sentence.lowerBound)
    }
    if context.tag(place) == .possessive { return place..<place + 1 }
    if isAdjectiveOfActor(place, context) {
      // “Ukrainian and Western allegations”
      if place > sentence.lowerBound + 1, context.word(place - 1) == context.knowledge.words.and,
        isAdjectiveOfActor(place - 2, context)
      {
        return place - 2..<place + 1
      }
      return place..<place + 1
    }
    if noun + 2 < sentence.upperBound,
      context.word(noun + 1) == context.knowledge.words.from
        || context.word(noun + 1) == context.knowledge.words.by
    {
      return context.phrases.phrase(startingAt: noun + 2, before: sentence.upperBound)
    }
    return nil
  }

  private static func isAdjectiveOfActor(_ place: Int, _ context: AttributionContext) -> Bool {
    let mention = context.resolution.mentionOfToken[place]
    return context.tag(place) == .name && mention >= 0
      && context.resolution.entityOfMention[Int(mention)] >= 0
  }

  private static func content(of noun: Int, before end: Int, _ context: AttributionContext)
    -> Range<Int>?
  {
    var place = noun + 1
    guard place < end else { return nil }
    if context.word(place) == context.knowledge.words.from
      || context.word(place) == context.knowledge.words.by,
      let phrase = context.phrases.phrase(startingAt: place + 1, before: end)
    {
      place = phrase.upperBound
    }
    guard place < end else { return nil }
    // An insertion between dashes or commas: “claims -- rejected by Kyiv -- that”.
    if context.tag(place) == .dash || context.tag(place) == .comma,
      let close = (place + 1..<min(end, place + 16)).first(where: {
        context.tag($0) == context.tag(place)
      })
    {
      place = close + 1
      guard place < end, context.flags(place).contains(.that) else { return nil }
    }
    if context.flags(place).contains(.that) {
      guard place + 1 < end else { return nil }
      let stop = clauseEnd(from: place + 1, before: end, context)
      return place + 1..<(mainVerb(behind: place + 1, before: stop, context) ?? stop)
    }
    if context.tag(place) == .to || context.word(place) == context.knowledge.words.for {
      return place + 1 < end ? place..<clauseEnd(from: place + 1, before: end, context) : nil
    }
    if context.tag(place) == .pronoun {
      return place..<clauseEnd(from: place, before: end, context)
    }
    if context.word(place) == context.knowledge.words.of, place + 1 < end,
      context.tag(place + 1) == .gerund
    {
      return place + 1..<clauseEnd(from: place + 1, before: end, context)
    }
    return nil
  }

  /// “the warning that fuel would run out *was rejected*”: the second verb has the noun for its
  /// subject.
  private static func mainVerb(behind start: Int, before end: Int, _ context: AttributionContext)
    -> Int?
  {
    func isFinite(_ place: Int) -> Bool {
      (context.tag(place) == .verb || context.tag(place) == .auxiliary)
        && !context.document.isInQuote(place)
    }
    guard let first = (start..<end).first(where: isFinite),
      let verb = (first..<end).first(where: {
        context.tag($0) != .auxiliary && context.tag($0) != .adverb
      }), !context.flags(verb).contains(.cueVerb)
    else { return nil }
    for place in verb + 1..<max(verb + 1, end) {
      switch context.tag(place) {
      case .coordinator, .subordinator, .relative, .pronoun, .colon, .dash: return nil
      case .auxiliary:
        let isBeOrHave = !context.flags(place).isDisjoint(with: [.be, .have])
        return isBeOrHave ? place : nil
      case .verb: return nil
      default: continue
      }
    }
    return nil
  }

  private static func clauseEnd(from place: Int, before end: Int, _ context: AttributionContext)
    -> Int
  {
    (place..<end).first {
      context.tag($0) == .comma && !context.document.isInQuote($0)
    } ?? end
  }
}
