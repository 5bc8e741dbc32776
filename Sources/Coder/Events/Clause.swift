import EventData

/// The part of a sentence in which the words of one predicate stand.
struct Clause {
  let sentence: Range<Int>
  /// Where its arguments may stand: what the speaker says, or the sentence around it.
  let limits: Range<Int>
  /// From the predicate to the end of what it governs.
  var scope: Range<Int>
  /// Who reports it; “it” and “they” in what they say are they.
  let speaker: Argument?
  /// Who speaks, where the predicate is itself the cue of a statement.
  let cueSpeaker: Argument?
  /// Whether the speaker denies it.
  let isDenied: Bool

  /// Whether who reports an event is who would bring it about.
  func isBySpeaker(_ source: Argument?, _ target: Argument?, _ predicate: Predicate) -> Bool {
    guard let speaker = speaker?.actor.id else { return false }
    return source?.actor.id == speaker
      || predicate.frame.isReciprocal && target?.actor.id == speaker
  }

  /// Whether it is reported by somebody of another side than who would bring it about.
  func isForetold(of source: Argument?) -> Bool {
    guard let speaker, let source, speaker.isKnown, source.isKnown else { return false }
    return speaker.actor.body != source.actor.body
  }

  /// “… unless Riga gives way”: an intention under that condition is a threat.
  func hasUnless(_ context: AttributionContext) -> Bool {
    limits.contains { context.document.isOne(of: Self.unless, $0) }
  }

  private static let unless: WordSet = ["unless"]

  /// What a predicate governs: up to a word that opens another clause, or the next verb
  /// that a comma or “and” coordinates. A protest has all that is said of its reasons.
  static func scope(
    behind predicate: Predicate, in limits: Range<Int>, _ context: AttributionContext
  ) -> Range<Int> {
    var end = predicate.verb.upperBound
    if case .protest = predicate.frame.category, !predicate.isNoun {
      return end..<max(end, limits.upperBound)
    }
    // “accusations that Oslo plans to …” goes on as a verb would.
    let hasClause = end < limits.upperBound && context.flags(end).contains(.that)
    while end < limits.upperBound, end - predicate.verb.upperBound < 60 {
      let tag = context.tag(end)
      if tag == .stop || tag == .colon || tag == .dash { break }
      // “a request to leave” goes on, “a request came” does not.
      let endsNoun = tag == .comma || tag.headsClause && context.tag(end - 1) != .to
      if predicate.isNoun, !hasClause, endsNoun { break }
      if tag != .noun, context.knowledge.events.isAdjunct(context.word(end)) { break }
      if tag == .comma || tag == .coordinator, opensClause(end + 1, in: limits, context) { break }
      if tag == .coordinator, !predicate.isNoun, hasSubject(end + 1, in: limits, context) { break }
      end += 1
    }
    return predicate.verb.upperBound..<max(end, predicate.verb.upperBound)
  }

  /// “… and Riga condemned”: a name with a verb of its own behind it.
  private static func hasSubject(
    _ place: Int, in limits: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    let rest = limits.from(place)
    let end = rest.prefix(5).first { !context.tag($0).isNominal } ?? place
    return end > place && context.tag(end).headsClause
      && context.resolution.mentionOfToken[end - 1] >= 0
  }

  private static func opensClause(
    _ place: Int, in limits: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    guard place < limits.upperBound else { return false }
    switch context.tag(place) {
    case .relative, .verb, .auxiliary, .gerund, .pronoun: return true
    case .coordinator:
      return opensClause(place + 1, in: limits, context)
        || opensReport(place + 1, in: limits, context)
    default: return false
    }
  }

  /// “…, and late on Monday the palace said”: who speaks there begins a clause of its own.
  private static func opensReport(
    _ place: Int, in limits: Range<Int>, _ context: AttributionContext
  ) -> Bool {
    let rest = limits.from(place).prefix(9)
    guard let verb = rest.first(where: { context.tag($0).headsClause }), verb > place else {
      return false
    }
    return context.flags(verb).contains(.cueVerb) && context.tag(verb - 1).isNominal
  }

  /// Where “…, officials said on Monday” begins at the end of a sentence; its end where
  /// nothing of the kind stands there.
  static func tail(of sentence: Range<Int>, _ context: AttributionContext) -> Int {
    var place = sentence.upperBound - 1
    while place > sentence.lowerBound, isTimeWord(place, context) { place -= 1 }
    place = beforeAddressee(place, in: sentence, context)
    guard context.tag(place) == .verb, context.flags(place).contains(.cueVerb) else {
      return sentence.upperBound
    }
    while place > sentence.lowerBound {
      place -= 1
      if context.tag(place) == .comma { return place }
      if context.tag(place) == .relative || context.tag(place) == .auxiliary { break }
    }
    return sentence.upperBound
  }

  /// “told reporters”, “told the Courier”: the verb rather than whom it was told.
  private static func beforeAddressee(
    _ place: Int, in sentence: Range<Int>, _ context: AttributionContext
  ) -> Int {
    var verb = place
    while verb > sentence.lowerBound, place - verb < 5, context.tag(verb).isNominal { verb -= 1 }
    return context.document.isOne(of: tellings, verb) ? verb : place
  }

  private static let tellings: WordSet = ["told", "tells"]

  private static func isTimeWord(_ place: Int, _ context: AttributionContext) -> Bool {
    switch context.tag(place) {
    case .stop, .time, .adverb, .preposition, .number, .quote: true
    default: context.flags(place).contains(.timeNoun)
    }
  }
}
