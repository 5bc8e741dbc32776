/// Who acts where a verb has no subject of its own.
extension ArgumentFinder {
  /// “said that … and demanded”: a verb whose subject stands before another one.
  func isCoordinated(_ place: Int, in clause: Clause) -> Bool {
    place > clause.sentence.lowerBound && context.tag(place - 1) == .coordinator
  }

  /// “accused Oslo of arming rebels”, “… of plotting to oust him”: who would do what stands behind
  /// “of”.
  func accused(of deed: Int, in clause: Clause) -> [Argument] {
    let isPlotted =
      context.tag(deed) == .to && deed > clause.sentence.lowerBound
      && context.tag(deed - 1) == .gerund
    let gerund = isPlotted ? deed - 1 : deed
    let of = gerund - 1
    guard context.tag(gerund) == .gerund, of > clause.sentence.lowerBound,
      context.word(of) == words.of,
      let phrase = context.phrases.phrase(endingBefore: of, from: clause.sentence.lowerBound),
      phrase.lowerBound > clause.sentence.lowerBound,
      context.document.isOne(of: Self.accusing, phrase.lowerBound - 1)
    else { return [] }
    return actors(phrase, in: clause)
  }

  private static let accusing: WordSet = [
    "accuse", "accuses", "accused", "accusing", "suspect", "suspects", "suspected", "suspecting",
  ]

  /// “declared an emergency and broke off …”: a verb of the speaker's own behind “and”.
  func isJoinedToCue(_ predicate: Predicate, in clause: Clause) -> Bool {
    let before = clause.limits.before(predicate.group.lowerBound)
    return context.tag(predicate.group.lowerBound) == .verb
      && !FrameMatcher.isBaseAlone(context.flags(predicate.group.lowerBound))
      && before.last.map { context.tag($0) == .coordinator } ?? false
      && !before.contains { context.tag($0).headsClause }
  }

  /// “Latvian efforts to arm rebels”, “Oslo's plan to leave”: whose they are; “a request
  /// for Oslo to leave”, “expects Oslo to leave”: who is to act.
  func planners(of infinitive: Int, in clause: Clause) -> [Argument] {
    let noun = infinitive - 1
    guard noun >= clause.sentence.lowerBound,
      let phrase = context.phrases.phrase(
        endingBefore: infinitive, from: clause.sentence.lowerBound)
    else { return [] }
    let before = phrase.lowerBound - 1
    let isFor =
      before >= clause.sentence.lowerBound
      && (context.word(before) == words.for || context.document.isOne(of: Self.wishes, before))
    return isFor || context.document.isOne(of: Self.plans, noun) ? actors(phrase, in: clause) : []
  }

  private static let wishes: WordSet = [
    "want", "wants", "wanted", "expect", "expects", "expected", "allow", "allows", "allowed",
    "force", "forces", "forced", "compel", "compelled", "enable", "enables", "enabled",
  ]

  private static let plans: WordSet = [
    "effort", "efforts", "plan", "plans", "attempt", "attempts", "bid", "move", "moves",
    "decision", "intention", "intentions", "vow", "vows", "pledge", "pledges", "threat", "threats",
    "proposal", "proposals", "offer", "readiness", "willingness",
  ]
}
