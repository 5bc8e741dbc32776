import EventData

/// Tells history from news: what is dated long before the article.
struct Background {
  let context: AttributionContext

  /// Whether a year, or “years ago”, dates a predicate.
  func isPast(_ predicate: Int, in sentence: Range<Int>) -> Bool {
    for place in sentence {
      switch context.kind(place) {
      case .number where isPastYear(place, predicate) && dates(place, predicate, in: sentence):
        return true
      case .word
      where context.flags(place).contains(.timeNoun) && isLongAgo(place)
        && dates(place, predicate, in: sentence):
        return true
      default: continue
      }
    }
    return false
  }

  /// “in 2014”, “since 2008”; “the 2014 war” dates what comes behind it, if the year is
  /// well before the article's.
  private func isPastYear(_ place: Int, _ predicate: Int) -> Bool {
    guard let year = YearReader.year(context.document, place) else { return false }
    let isDate = place > 0 && context.document.isOne(of: Self.yearPrepositions, place - 1)
    if !isDate, predicate < place { return false }
    guard let published = context.document.published?.year else { return isDate }
    return year < published - (isDate ? 0 : 1)
  }

  /// “eight years ago”, “last year”, “in the last decade”.
  private func isLongAgo(_ place: Int) -> Bool {
    let document = context.document
    guard place > 1, document.isOne(of: Self.longTimes, place) else { return false }
    return document.isOne(of: Self.last, place - 1)
      && !document.isOne(of: Self.comparing, place - 2)
      || place + 1 < document.tokens.count && document.isOne(of: Self.ago, place + 1)
  }

  /// Whether a date belongs to the clause of a predicate.
  func dates(_ date: Int, _ predicate: Int, in sentence: Range<Int>) -> Bool {
    guard abs(date - predicate) < Self.reach else { return false }
    if date > predicate { return !hasVerb(between: predicate, and: date) }
    // “In 2014, Oslo …”
    let opensSentence = date - sentence.lowerBound < 3
    // “Oslo, which …, …”: the main verb behind a relative clause has its own time.
    let isInserted = sentence.before(date).dropFirst().contains {
      context.tag($0) == .relative && context.tag($0 - 1) == .comma
    }
    return opensSentence
      || !(date..<predicate).contains {
        opensClause($0, before: predicate) || isInserted && context.tag($0) == .comma
      }
  }

  /// Another clause's verb; what follows “since” dates the clause before it.
  private func hasVerb(between predicate: Int, and date: Int) -> Bool {
    for place in predicate + 1..<date {
      if context.document.isOne(of: Self.since, place) { return false }
      // Neither “Latvian-backed” nor “Norwegian forces” is a verb.
      let isWithinName =
        context.tag(place - 1) == .hyphen || context.resolution.mentionOfToken[place] >= 0
      if context.tag(place).headsClause, !isWithinName { return true }
    }
    return false
  }

  /// A mark or “and” between the date and the predicate behind which a new clause begins;
  /// “when”, a participle, or a verb alone go on with the old one.
  private func opensClause(_ place: Int, before predicate: Int) -> Bool {
    switch context.tag(place) {
    case .comma, .dash, .coordinator: break
    default: return false
    }
    let next = place + 1
    guard next < predicate else { return context.word(place) == context.knowledge.words.but }
    if context.word(place) == context.knowledge.words.but { return true }
    switch context.tag(next) {
    case .gerund, .participle, .verb, .auxiliary, .number: return false
    default:
      return !context.knowledge.events.isAdjunct(context.word(next))
        && context.tag(next) != .relative
    }
  }

  /// In tokens.
  private static let reach = 24
  private static let yearPrepositions: WordSet = ["in", "since"]
  private static let since: WordSet = ["since"]
  private static let ago: WordSet = ["ago"]
  private static let last: WordSet = ["last"]
  private static let comparing: WordSet = ["than", "with", "from", "to"]
  private static let longTimes: WordSet = ["year", "years", "decade", "decades", "century"]
}

/// Reads a number token as a year.
enum YearReader {
  static func year(_ document: Document, _ token: Int) -> Int? {
    let span = document.tokens[token]
    guard span.end - span.start == 4 else { return nil }
    var year = 0
    for byte in document.bytes[Int(span.start)..<Int(span.end)] {
      guard byte &- 0x30 < 10 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    return (1900...2100).contains(year) ? year : nil
  }
}
