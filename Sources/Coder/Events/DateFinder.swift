import EventData

/// Reads the date that a sentence gives, against the day on which the article appeared.
struct DateFinder {
  let knowledge: Knowledge
  let document: Document

  /// The date in the clause of a predicate, else the first day or week that the sentence
  /// gives.
  ///
  /// - Parameters:
  ///   - isAhead: whether a date lies ahead of the article: the next Friday, not the last.
  ///   - dates: whether a date belongs to the clause of the predicate.
  ///   - isOfSaying: whether it dates not what is told but the telling: “said on Friday that …”.
  /// - Returns: Nil when there is none, or one that needs the article's date where it has
  ///   none.
  func date(
    of predicate: Int, in sentence: Range<Int>, isAhead: (_ date: Int) -> Bool,
    where dates: (_ date: Int) -> Bool, except isOfSaying: (_ date: Int) -> Bool
  ) -> EventDate? {
    var nearest: (date: EventDate, distance: Int)?
    var first: EventDate?
    for place in sentence {
      guard isDate(place), !isOfSaying(place),
        let date = date(at: place, in: sentence, isAhead: isAhead(place))
      else { continue }
      let distance = abs(place - predicate)
      if dates(place), nearest.map({ distance < $0.distance }) ?? true {
        nearest = (date, distance)
      }
      if first == nil, date.precision == .day || date.precision == .week { first = date }
    }
    return nearest?.date ?? first
  }

  /// Whether a token may be the heart of a date.
  private func isDate(_ place: Int) -> Bool {
    let token = document.tokens[place]
    return !token.flags.isDisjoint(with: [.month, .weekday, .timeNoun]) || token.kind == .number
  }

  private func date(at place: Int, in sentence: Range<Int>, isAhead: Bool) -> EventDate? {
    let token = document.tokens[place]
    let flags = token.flags
    if flags.contains(.month), token.isCapitalised,
      let date = month(at: place, in: sentence, isAhead: isAhead)
    {
      return date
    }
    if flags.contains(.weekday), token.isCapitalised {
      let isNext = place > sentence.lowerBound && document.isOne(of: Self.next, place - 1)
      return weekday(token, isAhead: isAhead, isNext: isNext)
    }
    if flags.contains(.timeNoun) { return relative(at: place, in: sentence, isAhead: isAhead) }
    return token.kind == .number && place > sentence.lowerBound ? year(at: place) : nil
  }

  /// “yesterday”, “last week”, “two months ago”, against the article's day.
  private func relative(
    at place: Int, in sentence: Range<Int>, isAhead: Bool
  ) -> EventDate? {
    guard let published = document.published else { return nil }
    if let days = Self.days.first(where: { document.isOne(of: $0.words, place) })?.shift {
      return EventDate(first: published.advanced(by: days))
    }
    guard let unit = Self.units.first(where: { document.isOne(of: $0.words, place) })?.precision
    else { return nil }
    let ahead = isAhead ? countAhead(of: place, in: sentence) : nil
    guard let back = ahead.map({ -$0 }) ?? count(of: place, in: sentence), abs(back) < 1000 else {
      return nil
    }
    return published.shifted(by: -back, unit)
  }

  /// How many units back: 1 in “last week”, 0 in “this week”, 2 in “two weeks ago”.
  private func count(of unit: Int, in sentence: Range<Int>) -> Int? {
    guard unit > sentence.lowerBound else { return nil }
    if sentence.contains(unit + 1), document.isOne(of: Self.ago, unit + 1) {
      return number(unit - 1, in: sentence)
        ?? knowledge.valueOfWord[document.tokens[unit - 1].word].map { Int($0) }
    }
    return Self.shifts.first { document.isOne(of: $0.words, unit - 1) }?.count
  }

  /// How many units on: 2 in “in two weeks”.
  private func countAhead(of unit: Int, in sentence: Range<Int>) -> Int? {
    guard unit - 2 >= sentence.lowerBound, document.isOne(of: Self.within, unit - 2) else {
      return nil
    }
    return number(unit - 1, in: sentence)
      ?? knowledge.valueOfWord[document.tokens[unit - 1].word].map { Int($0) }
  }

  private static let within: WordSet = ["in", "within"]
  private static let next: WordSet = ["next"]

  private static let days: [(words: WordSet, shift: Int)] = [
    (["today", "tonight"], 0), (["yesterday"], -1), (["tomorrow"], 1),
  ]
  private static let units: [(words: WordSet, precision: EventDate.Precision)] = [
    (["day", "days"], .day), (["week", "weeks"], .week), (["month", "months"], .month),
    (["year", "years"], .year),
  ]
  private static let shifts: [(words: WordSet, count: Int)] = [
    (["last"], 1), (["this"], 0), (["next"], -1),
  ]
  private static let ago: WordSet = ["ago"]

  /// The last such weekday up to the article's day, or the first from it on.
  private func weekday(_ token: Token, isAhead: Bool, isNext: Bool) -> EventDate? {
    guard let published = document.published,
      let wanted = knowledge.valueOfWord[token.word]
    else { return nil }
    if isAhead {
      let on = (Int(wanted) - published.weekday + 7) % 7
      return EventDate(first: published.advanced(by: isNext && on == 0 ? 7 : on))
    }
    let back = (published.weekday - Int(wanted) + 7) % 7
    return EventDate(first: published.advanced(by: -back))
  }

  private func month(at place: Int, in sentence: Range<Int>, isAhead: Bool) -> EventDate? {
    guard let month = knowledge.valueOfWord[document.tokens[place].word].map({ Int($0) }) else {
      return nil
    }
    // “Jan. 12”: the dot belongs to the month.
    let isAbbreviated =
      sentence.contains(place + 1) && document.tokens[place + 1].kind == .period
      && document.tokens[place + 1].start == document.tokens[place].end
    let next = isAbbreviated ? place + 2 : place + 1
    let after = number(next, in: sentence)
    let before = number(place - 1, in: sentence)
    let day =
      after.flatMap { (1...31).contains($0) ? $0 : nil }
      ?? before.flatMap { (1...31).contains($0) ? $0 : nil }
    let yearPlace = day != nil && after == day ? next + 1 : next
    var year = [yearPlace, yearPlace + 1].lazy.compactMap { place in
      sentence.contains(place) && document.tokens[place].kind == .number
        ? YearReader.year(document, place) : nil
    }.first
    if year == nil, let published = document.published {
      let (publishedYear, publishedMonth, _) = published.components
      year =
        isAhead
        ? (month < publishedMonth ? publishedYear + 1 : publishedYear)
        : month > publishedMonth ? publishedYear - 1 : publishedYear
    }
    guard let year else { return nil }
    if let day, let exact = Day(year: year, month: month, day: day) {
      return EventDate(first: exact)
    }
    return Day(year: year, month: month, day: 1).map { EventDate(first: $0, precision: .month) }
  }

  private static let yearPrepositions: WordSet = ["in", "since", "from"]

  private func year(at place: Int) -> EventDate? {
    guard let year = YearReader.year(document, place) else { return nil }
    guard document.isOne(of: Self.yearPrepositions, place - 1) else { return nil }
    return Day(year: year, month: 1, day: 1).map { EventDate(first: $0, precision: .year) }
  }

  private func number(_ place: Int, in sentence: Range<Int>) -> Int? {
    guard sentence.contains(place), document.tokens[place].kind == .number else { return nil }
    return Int(document.text(place..<place + 1))
  }
}

extension Day {
  /// The period of so many units later, or earlier, that the day would be in.
  fileprivate func shifted(by count: Int, _ unit: EventDate.Precision) -> EventDate? {
    let (year, month, _) = components
    switch unit {
    case .day: return EventDate(first: advanced(by: count))
    case .week:
      return EventDate(first: advanced(by: 7 * count - weekday), precision: .week)
    case .month:
      let months = year * 12 + month - 1 + count
      return Day(year: months / 12, month: months % 12 + 1, day: 1)
        .map { EventDate(first: $0, precision: .month) }
    case .year:
      return Day(year: year + count, month: 1, day: 1)
        .map { EventDate(first: $0, precision: .year) }
    }
  }
}
