import EventData

/// What begins or ceases to count, summed: an archive has a hundred thousand phases, and few days.
///
/// Whole millionths, so that taking back what was posted leaves what was there before.
package struct LedgerPosting: Hashable, Sendable {
  /// When the sum changes, of which indicator, and since when its points halve; days by number.
  package struct Place: Hashable, Sendable {
    package var change: Int
    package var indicator: Int
    package var day: Int

    package init(change: Int, indicator: Int, day: Int) {
      self.change = change
      self.indicator = indicator
      self.day = day
    }
  }

  package var points = 0
  package var variance = 0
  /// Reports, and those of events with one voice.
  package var reports = 0
  package var single = 0

  package init(points: Int = 0, variance: Int = 0, reports: Int = 0, single: Int = 0) {
    self.points = points
    self.variance = variance
    self.reports = reports
    self.single = single
  }

  package var isZero: Bool { self == LedgerPosting() }

  package static func += (sum: inout Self, posting: Self) {
    sum.points += posting.points
    sum.variance += posting.variance
    sum.reports += posting.reports
    sum.single += posting.single
  }
}

/// The postings of many phases, by their places.
package struct LedgerPostings: Sendable {
  package private(set) var sums: [LedgerPosting.Place: LedgerPosting] = [:]

  package init() {}

  /// Posts a phase, or takes it back.
  package mutating func post(_ phase: LedgerPhase, isBack: Bool = false) {
    let sign = isBack ? -1 : 1
    for (change, sign) in [(phase.since, sign), (phase.until, -sign)] {
      guard let change else { continue }
      add(
        LedgerPosting(
          points: sign * phase.microPoints, variance: sign * phase.microVariance,
          reports: sign * phase.origins, single: phase.origins == 1 ? sign : 0),
        at: LedgerPosting.Place(
          change: change.number, indicator: phase.indicator, day: phase.day.number))
    }
  }

  package mutating func add(_ posting: LedgerPosting, at place: LedgerPosting.Place) {
    var sum = sums[place] ?? LedgerPosting()
    sum += posting
    sums[place] = sum.isZero ? nil : sum
  }
}
