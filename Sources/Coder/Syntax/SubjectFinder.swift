/// Finds the subject of a verb group, without a parser.
struct SubjectFinder {
  let context: AttributionContext

  private var document: Document { context.document }

  /// The noun phrase before the group, past appositions, relative clauses and adverbials.
  ///
  /// - Parameter sentence: The tokens in which to look.
  func subject(before group: Int, in sentence: Range<Int>) -> Range<Int>? {
    let end = skipAdverbials(before: group, from: sentence.lowerBound)
    guard end > sentence.lowerBound else { return nil }
    let last = end - 1
    if isReducedRelative(last, from: sentence.lowerBound) {
      return context.phrases.phrase(endingBefore: last, from: sentence.lowerBound)
    }
    switch document.tags[last] {
    case .comma, .dash, .bracket: return acrossInsertion(closedAt: last, in: sentence)
    case .relative:
      let before = last > sentence.lowerBound && document.tags[last - 1] == .comma ? last - 1 : last
      return context.phrases.phrase(endingBefore: before, from: sentence.lowerBound)
    // “the attack on them killed …”
    case .pronoun where isObject(last, from: sentence.lowerBound):
      return context.phrases.phrase(endingBefore: last - 1, from: sentence.lowerBound)
    default:
      return context.phrases.phrase(endingBefore: end, from: sentence.lowerBound)
        .flatMap { isJudgement($0, from: sentence.lowerBound) ? nil : $0 }
        .map { beforeModifier($0, from: sentence.lowerBound) }
    }
  }

  /// “dismissed *as nonsense* claims that”: what something is said to be does nothing.
  private func isJudgement(_ phrase: Range<Int>, from start: Int) -> Bool {
    let asWord = phrase.lowerBound - 1
    return asWord > start && context.word(asWord) == context.knowledge.words.as
      && context.flags(asWord - 1).contains(.cueVerb) && document.tags[asWord - 1].isVerbal
  }

  private func isObject(_ pronoun: Int, from start: Int) -> Bool {
    pronoun - 1 > start && document.tags[pronoun - 1] == .preposition
      && context.flags(pronoun).contains(.objectPronoun)
      && !context.flags(pronoun).contains(.subjectPronoun)
  }

  /// “troops *stationed in Norway* attacked”, “blasts *that shook the city* killed”, “Oslo
  /// *along with Riga* asked”: the subject stands before what only describes it.
  private func beforeModifier(_ phrase: Range<Int>, from start: Int) -> Range<Int> {
    var verb = phrase.lowerBound - 1
    let isPlaced = verb > start && document.tags[verb] == .preposition
    if isPlaced { verb -= 1 }
    guard verb > start else { return phrase }
    // “jets *using guided missiles* killed”: the participle belongs to the noun.
    if document.tags[verb] != .gerund, document.tags[verb - 1] == .gerund,
      context.flags(verb).contains(.verbParticiple), verb - 1 > start
    {
      verb -= 1
    }
    let isBeside = isPlaced && document.isOne(of: Self.beside, verb)
    let isReduced =
      (isPlaced || document.tags[verb] == .gerund) && document.tags[verb].isVerbal
      && (document.tags[verb - 1] == .noun || document.tags[verb - 1] == .name)
      && !context.flags(verb).isDisjoint(with: [.verbParticiple, .verbGerund])
    let isRelative =
      !isPlaced && document.tags[verb].isVerbal && document.tags[verb - 1] == .relative
      && !context.flags(verb).contains(.cueVerb)
    guard isBeside || isReduced || isRelative else { return phrase }
    return context.phrases.phrase(endingBefore: isRelative ? verb - 1 : verb, from: start)
      ?? phrase
  }

  private static let beside: WordSet = ["along", "together"]

  /// “a report *published* Friday warned”: a participle between a noun and the verb.
  private func isReducedRelative(_ place: Int, from start: Int) -> Bool {
    place > start && document.tags[place].isVerbal && document.tags[place - 1] == .noun
      && context.flags(place).contains(.verbParticiple)
  }

  /// “Putin on Tuesday said”, “the ministry late Sunday said”: the token after the subject.
  private func skipAdverbials(before group: Int, from start: Int) -> Int {
    var end = group
    while end > start {
      let last = end - 1
      if document.tags[last] == .adverb {
        end = last
      } else if document.tags[last] == .time
        || document.tags[last] == .number && last > start && document.tags[last - 1] == .time
        || context.flags(last).contains(.timeNoun) && end - start > 1
      {
        var first = last
        while first > start, isTimeModifier(first - 1) { first -= 1 }
        guard first > start else { return end }
        end = first
      } else {
        break
      }
    }
    return end
  }

  private func isTimeModifier(_ token: Int) -> Bool {
    if document.tags[token] == .time || document.tags[token] == .number { return true }
    return document.isOne(of: Self.timeModifiers, token)
  }

  private static let timeModifiers: WordSet = [
    "on", "late", "early", "last", "this", "in", "at", "next", "earlier", "later", "of", "the",
    "every", "same",
  ]

  /// The noun phrase before an insertion between commas, dashes or brackets:
  /// “Reke, the region's governor, said”.
  private func acrossInsertion(closedAt close: Int, in sentence: Range<Int>) -> Range<Int>? {
    let tag = document.tags[close]
    var nearest: Range<Int>?
    var place = close - 1
    while place > sentence.lowerBound, close - place < 45 {
      if document.tags[place] == .quote, document.quoteOfToken[place] >= 0,
        !document.quotes[Int(document.quoteOfToken[place])].isSingle
      {
        break
      }
      if document.tags[place] == tag, opensInsertion(after: place),
        let phrase = context.phrases.phrase(endingBefore: place, from: sentence.lowerBound)
      {
        let last = phrase.upperBound - 1
        if context.phrases.isPerson(at: last) { return phrase }
        let mention = context.resolution.mentionOfToken[last]
        if mention >= 0, context.resolution.entityOfMention[Int(mention)] >= 0 {
          if nearest == nil { nearest = phrase }
        } else if nearest == nil, document.tags[last] == .noun || document.tags[last] == .name {
          nearest = phrase
        }
      }
      place -= 1
    }
    return nearest
  }

  /// What may open an apposition or a relative clause.
  private func opensInsertion(after mark: Int) -> Bool {
    guard mark + 1 < document.tags.count else { return false }
    switch document.tags[mark + 1] {
    case .determiner, .relative, .number, .noun, .name, .participle, .gerund, .preposition,
      .adverb, .possessive, .pronoun:
      return true
    // “Lavrov, quoted by the agency, said”
    case .verb:
      return context.flags(mark + 1).contains(.verbParticiple) && mark + 2 < document.tags.count
        && context.word(mark + 2) == context.knowledge.words.by
    default: return false
    }
  }
}
