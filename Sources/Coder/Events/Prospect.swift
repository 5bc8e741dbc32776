import EventData

/// Tells whether a date that a sentence gives lies ahead of the article: “will meet on Friday” is
/// said of the next Friday, “met on Friday” of the last.
struct Prospect {
  let context: AttributionContext
  let sentence: Range<Int>

  /// - Parameter status: how real the event of the predicate is.
  func isAhead(_ date: Int, of predicate: Predicate, _ status: Event.Status) -> Bool {
    if date > sentence.lowerBound {
      if context.document.isOne(of: Self.coming, date - 1) { return true }
      if context.document.isOne(of: Self.gone, date - 1) { return false }
    }
    guard isPlanned(predicate, status) else { return false }
    return date < predicate.group.lowerBound
      ? opens(date, before: predicate.group.lowerBound)
      : date >= predicate.verb.upperBound && isGoverned(date, by: end(of: predicate))
  }

  /// Where what is planned has been said: behind “talks will be held”, “talks are due to resume”.
  private func end(of predicate: Predicate) -> Int {
    guard predicate.isNoun,
      let auxiliary = Supposition(context: context).auxiliary(behind: predicate, in: sentence),
      !context.document.isOne(of: Self.past, auxiliary)
    else { return predicate.verb.upperBound }
    return (auxiliary..<sentence.upperBound).first {
      context.tag($0) == .preposition || context.tag($0) == .time || context.tag($0) == .comma
    } ?? auxiliary
  }

  private func isPlanned(_ predicate: Predicate, _ status: Event.Status) -> Bool {
    switch status {
    case .pledged, .forecast, .decided, .demanded: true
    // “will send troops on Friday”; a threat itself is made, and has been.
    case .threatened: predicate.frame.category != .threaten
    case .occurred, .negated: isScheduled(predicate)
    default: false
    }
  }

  /// “Tarn meets Example on Friday”: timetables stand in the present tense.
  private func isScheduled(_ predicate: Predicate) -> Bool {
    guard predicate.frame.category == .consult, !predicate.isNoun else { return false }
    if let first = predicate.group.first, first < predicate.verb.lowerBound {
      return context.document.isOne(of: Self.present, first)
    }
    return context.flags(predicate.verb.lowerBound).contains(.verbThird)
  }

  /// “On Friday, Tarn is expected to meet …”: a date that opens the sentence, with no other verb
  /// before the predicate that it could belong to.
  private func opens(_ date: Int, before predicate: Int) -> Bool {
    date - sentence.lowerBound < 3
      && !(date..<predicate).contains {
        context.tag($0) == .verb && !context.document.isOne(of: Self.plans, $0)
      }
  }

  /// Whether nothing but infinitives stands between: “agreed to meet on Friday”.
  private func isGoverned(_ date: Int, by end: Int) -> Bool {
    !(end..<max(end, date)).contains { place in
      context.tag(place).headsClause && context.tag(place - 1) != .to
        && context.resolution.mentionOfToken[place] < 0
    }
  }

  private static let coming: WordSet = ["next", "coming", "upcoming"]
  private static let gone: WordSet = ["last", "past", "previous"]
  private static let past: WordSet = ["was", "were", "had"]
  private static let present: WordSet = ["is", "are"]
  private static let plans: WordSet = ["plans", "plan", "intends", "intend", "hopes", "hope"]
}
