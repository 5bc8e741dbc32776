/// The words that dates are made of in English-language bylines.
enum DateWords {
  /// 1 for January; names and their usual short forms, without a full stop.
  static func month(_ word: some StringProtocol) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    let index = months.firstIndex { name in
      name.utf8.starts(with: word.utf8)
        && (word.utf8.count == 3 || word.utf8.count == name.utf8.count)
    }
    return index.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static func isWeekday(_ word: some StringProtocol) -> Bool {
    guard word.utf8.count >= 3 else { return false }
    return weekdays.contains { name in
      name.utf8.starts(with: word.utf8)
        && (word.utf8.count <= 5 || word.utf8.count == name.utf8.count)
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// What stands around a date and says nothing about it.
  static let fillers: Set<String> = [
    "at", "on", "of", "the", "first", "last", "date", "time", "local", "and", "in", "est.",
    "min", "minute", "mins", "minutes", "read",
  ]

  static func label(_ word: some StringProtocol) -> DateReading.Label? {
    switch word {
    case "published", "posted", "created", "issued", "publication", "pubdate": .published
    case "updated", "modified", "edited", "revised": .updated
    default: nil
    }
  }

  /// `hour`, `hrs`, `mo`: what may stand before “ago”.
  static let spans: Set<String> = [
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
    "hrs", "h", "day", "days", "d", "week", "weeks", "wk", "month", "months", "mo", "year",
    "years", "yr", "yrs", "an", "a", "one", "two", "three", "four", "five", "six",
  ]
}
