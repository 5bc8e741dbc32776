import EventData

/// An answer that names what it denies by a pronoun or a noun of saying alone: “Oslo denied it”,
/// “…, a charge that Oslo rejected”.
struct Denial {
  let verb: Range<Int>
  let denier: Argument
  /// Whether what is denied stands in the same sentence, before it.
  let isTail: Bool
}

/// Finds such answers.
struct DenialFinder {
  let context: AttributionContext
  let arguments: ArgumentFinder

  func find(in sentence: Range<Int>) -> Denial? {
    for place in sentence
    where context.flags(place).contains(.cueVerb)
      && context.document.isOne(of: Self.denials, place)
    {
      if let found = denial(at: place, in: sentence) { return found }
    }
    return nil
  }

  private func denial(at place: Int, in sentence: Range<Int>) -> Denial? {
    let group = group(of: place, from: sentence.lowerBound)
    let isWhole = place + 1 >= sentence.upperBound || endsClause(place + 1)
    guard isWhole || isAnaphor(behind: place, before: sentence.upperBound),
      var subject = SubjectFinder(context: context).subject(before: group, in: sentence)
    else { return nil }
    if isWhole, !isClause(about: subject.lowerBound, from: sentence.lowerBound) {
      guard let answer = TailDenialRule.answer(by: subject, in: sentence, context) else {
        return nil
      }
      subject = answer.source
    }
    return denial(by: subject, at: place, isTail: isWhole, in: sentence)
  }

  private func denial(
    by subject: Range<Int>, at verb: Int, isTail: Bool, in sentence: Range<Int>
  ) -> Denial? {
    let clause = Clause(
      sentence: sentence, limits: sentence, scope: verb + 1..<verb + 1, speaker: nil,
      cueSpeaker: nil, isDenied: false)
    guard let denier = arguments.actors(subject, in: clause).last, denier.isKnown else {
      return nil
    }
    return Denial(verb: verb..<verb + 1, denier: denier, isTail: isTail)
  }

  private func group(of verb: Int, from start: Int) -> Int {
    var first = verb
    while first > start, context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb {
      first -= 1
    }
    return first
  }

  /// “…, which Oslo denies”, “…, a charge that Oslo rejected”, “…, something Oslo denies”
  private func isClause(about subject: Int, from start: Int) -> Bool {
    let before = subject - 1
    guard before > start else { return false }
    if context.document.isOne(of: Self.sayings, before) { return true }
    guard context.tag(before) == .relative || context.flags(before).contains(.that) else {
      return false
    }
    return context.tag(before - 1) == .comma || context.document.isOne(of: Self.sayings, before - 1)
  }

  /// “it”, “the accusation”
  private func isAnaphor(behind verb: Int, before end: Int) -> Bool {
    var place = verb + 1
    if context.document.isOne(of: Self.pronouns, place) {
      return place + 1 >= end || endsClause(place + 1)
    }
    guard context.tag(place) == .determiner || context.tag(place) == .possessive else {
      return false
    }
    place += 1
    return place < end && context.document.isOne(of: Self.sayings, place)
      && (place + 1 >= end || endsClause(place + 1))
  }

  private func endsClause(_ place: Int) -> Bool {
    switch context.tag(place) {
    case .stop, .comma, .dash, .coordinator, .adverb, .time: true
    default: context.knowledge.events.isAdjunct(context.word(place))
    }
  }

  private static let denials: WordSet = [
    "deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "rejecting", "dismiss",
    "dismisses", "dismissed", "dismissing", "refute", "refutes", "refuted", "dispute", "disputes",
    "disputed",
  ]
  private static let pronouns: WordSet = ["it", "this", "that", "them", "these", "both"]
  private static let sayings: WordSet = [
    "something", "charge", "charges", "accusation", "accusations", "allegation", "allegations",
    "claim", "claims", "assertion", "assertions", "report", "reports",
  ]
}
