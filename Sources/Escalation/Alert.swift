import EventData

/// Something that a person should look at, and the rule that says so.
package struct Alert: Hashable, Sendable, Identifiable {
  package enum Rule: String, Sendable, CaseIterable {
    /// R1: the highest mean of a year, and clearly above its median.
    case record
    /// R2: far above the moving mean.
    case surprise
    /// R3: an event that by itself demands HIGH or CRITICAL.
    case tripwire
    /// Somebody asserts and somebody denies the same.
    case contradiction
    /// A figure of a lasting condition has grown.
    case growth
    /// Two voices give figures that differ.
    case dispute
    /// R1 of figures: no higher one in a year.
    case figure
    /// An article tells as done what lies after its own date.
    case date
    /// Talks were set for a day, and nobody tells that they were held.
    case expected
    /// Half as many texts as the week before: what is quiet may only be unread.
    case silence
  }

  package var rule: Rule
  /// What it is about: all, a family, an indicator, a pair of parties, a place, an article.
  package var scope: String
  /// When it was first so.
  package var day: Day
  package var value: Double
  package var threshold: Double
  /// The event of the ledger that shows it, when one does.
  package var event: Int64?
  /// Days in a row on which it went on being so.
  package var days: Int

  package init(
    rule: Rule, scope: String, day: Day, value: Double, threshold: Double, event: Int64? = nil,
    days: Int = 1
  ) {
    self.rule = rule
    self.scope = scope
    self.day = day
    self.value = value
    self.threshold = threshold
    self.event = event
    self.days = days
  }

  /// The same whenever the same archive is read, so that an acknowledgement holds.
  package var id: Int64 {
    var digest = Digest()
    digest.combine(rule.rawValue)
    digest.combine(scope)
    digest.combine(day.number)
    digest.combine(event.map { Int($0) } ?? 0)
    return digest.value
  }
}
