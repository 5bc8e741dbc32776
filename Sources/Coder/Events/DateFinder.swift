import EventData

/// Reads the date that a sentence gives, against the day on which the article appeared.
struct DateFinder {
  let knowledge: Knowledge
  let document: Document

  /// - Returns: Nil when the sentence gives none, or one that needs the article's date
  ///   where it has none.
  func date(in sentence: Range<Int>) -> EventDate? {
    for place in sentence {
      let token = document.tokens[place]
      let flags = token.flags
      if flags.contains(.month), token.isCapitalised, let date = month(at: place, in: sentence) {
        return date
      }
      if flags.contains(.weekday), token.isCapitalised, let date = weekday(token) { return date }
      if token.kind == .number, place > sentence.lowerBound, let year = year(at: place) {
        return year
      }
    }
    return nil
  }

  /// The last such weekday up to the article's day.
  private func weekday(_ token: Token) -> EventDate? {
    guard let published = document.published,
      let wanted = knowledge.valueOfWord[token.word]
    else { return nil }
    let back = (published.weekday - Int(wanted) + 7) % 7
    return EventDate(first: published.advanced(by: -back))
  }

  private func month(at place: Int, in sentence: Range<Int>) -> EventDate? {
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
      year = month > publishedMonth ? publishedYear - 1 : publishedYear
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
