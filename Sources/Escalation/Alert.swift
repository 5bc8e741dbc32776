import EventData

/// Something that a person should look at, and the rule that says so.
package struct Alert: Hashable, Sendable, Identifiable {
  /// The weightiest first.
  package enum Rule: String, Sendable, CaseIterable {
    /// R3: an event that by itself demands HIGH or CRITICAL.
    case tripwire
    /// R1: the highest mean of a year, and clearly above its median.
    case record
    /// R2: far above the moving mean.
    case surprise
    /// Half as many texts as the week before: what is quiet may only be unread.
    case silence
    /// Somebody asserts and somebody denies the same.
    case contradiction
    /// R1 of pairs of parties and of places: more is told in a week than in any of a year.
    case surge
    /// R1 of figures: no higher one in a year.
    case figure
    /// A figure of a lasting condition has grown.
    case growth
    /// Two voices give figures that differ.
    case dispute
    /// Talks were set for a day, and nobody tells that they were held.
    case expected
    /// An article tells as done what lies after its own date.
    case date

    /// Raised by the reports of one event alone.
    package var isOfEvent: Bool {
      switch self {
      case .contradiction, .growth, .dispute: true
      default: false
      }
    }
  }

  package var rule: Rule
  /// What it is about: all, a family, an indicator, a pair of parties, a place, an article.
  package var scope: String
  /// When it was first so.
  package var day: Day
  /// When it was so last, and on how many days.
  package var last: Day
  package var days: Int
  /// The greatest of these days.
  package var value: Double
  package var threshold: Double
  /// The event of the ledger that shows it, when one does.
  package var event: Int64?

  package init(
    rule: Rule, scope: String, day: Day, last: Day? = nil, days: Int = 1, value: Double,
    threshold: Double, event: Int64? = nil
  ) {
    self.rule = rule
    self.scope = scope
    self.day = day
    self.last = last ?? day
    self.days = days
    self.value = value
    self.threshold = threshold
    self.event = event
  }

  /// The same whenever the same archive is read, so that an acknowledgement holds.
  package var id: Int64 {
    var digest = Digest()
    digest.combine(rule.rawValue)
    digest.combine(scope)
    digest.combine(day.number)
    // A record stays the same when a greater figure makes it stronger.
    digest.combine(rule == .figure ? 0 : event.map { Int($0) } ?? 0)
    return digest.value
  }
}
