import EventData

/// A coded event as the ledger reads it: one sentence of one article.
package struct LedgerEntry: Hashable, Sendable, Identifiable {
  /// The row of the event; two entries with the same row are the same entry.
  package var row: Int64
  package var article: Int64
  package var event: Event
  /// The day on which the article was published; nil when it is not known.
  package var published: Day?
  package var outlet: String?
  /// The text of the sentence.
  package var sentence: String

  package var id: Int64 { row }

  package init(
    row: Int64, article: Int64, event: Event, published: Day?, outlet: String?, sentence: String
  ) {
    self.row = row
    self.article = article
    self.event = event
    self.published = published
    self.outlet = outlet
    self.sentence = sentence
  }

  /// The day on which the event counts: its own; where the text gives a month or a year, the day
  /// of it that is nearest to the article; where it gives nothing, the day of the article.
  package var day: Day? {
    guard let date = event.date else { return published }
    guard let published else { return date.first }
    return min(max(published, date.first), date.last)
  }

  /// Who says so: the named origin, else the outlet, else this one article.
  package var origin: String { event.origin ?? outlet ?? "article \(article)" }
}

extension EventDate {
  /// The last day of the period.
  var last: Day {
    let (year, month, _) = first.components
    return switch precision {
    case .day: first
    case .week: first.advanced(by: 6)
    case .month:
      Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? first
    case .year: Day(year: year, month: 12, day: 31) ?? first
    }
  }
}
