import EventData

/// Tells history from news: what is dated long before the article.
struct Background {
  let context: AttributionContext

  /// Whether a year, or “years ago”, dates a predicate.
  func isPast(_ predicate: Int, in sentence: Range<Int>) -> Bool {
    let history = Self.history
    for place in sentence {
      switch context.kind(place) {
      case .number where isPastYear(place, predicate) && dates(place, predicate, in: sentence):
        return true
      case .word
      where context.flags(place).contains(.timeNoun)
        && (isLongAgo(place, predicate) || isLater(place, predicate, in: sentence))
        && dates(place, predicate, in: sentence):
        return true
      case .word
      where context.document.isOne(of: history, place) && isHistory(place, predicate)
        && dates(place, predicate, in: sentence):
        return true
      default: continue
      }
    }
    return false
  }

  /// “forces fighting in Riga”: which forces they are, known before.
  func isWhereabouts(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    let (first, next) = (predicate.verb.lowerBound, predicate.verb.upperBound)
    guard context.document.isOne(of: Self.fighting, first), first > sentence.lowerBound,
      next < sentence.upperBound, context.knowledge.events.isLocative(context.word(next))
    else { return false }
    let mention = context.resolution.mentionOfToken[first - 1]
    return mention >= 0
      && context.tag(context.resolution.mentions[Int(mention)].tokens.upperBound - 1) == .noun
  }

  private static let fighting: WordSet = ["fighting"]

  /// “in 2014”, “since 2008”, “in the 1967 war”; “the 2014 war” dates what comes behind it, if
  /// the year is well before the article's; “in August 1990”, if that is months ago.
  private func isPastYear(_ place: Int, _ predicate: Int) -> Bool {
    let document = context.document
    guard let year = YearReader.year(document, place) else { return false }
    let isDate = place > 0 && document.isOne(of: Self.yearPrepositions, place - 1)
    let month =
      place > 0 && context.flags(place - 1).contains(.month)
      ? context.knowledge.valueOfWord[context.word(place - 1)].map { Int($0) } : nil
    let isNamed =
      place > 1 && context.word(place - 1) == context.knowledge.words.the
      && document.isOne(of: Self.yearPrepositions, place - 2)
    if !isDate, month == nil, !isNamed, predicate < place { return false }
    guard let published = document.published else { return isDate || month != nil || isNamed }
    let (publishedYear, publishedMonth, _) = published.components
    if let month { return publishedYear * 12 + publishedMonth - year * 12 - month > Self.recent }
    return year < publishedYear - (isDate ? 0 : 1)
  }

  /// “eight years ago”, “last year”, “two decades after …”, “occupied for 18 years”.
  private func isLongAgo(_ place: Int, _ predicate: Int) -> Bool {
    let document = context.document
    guard place > 0 else { return false }
    let next = place + 1
    // “Three months after Oslo attacked Riga, …”
    if document.isOne(of: Self.months, place), predicate > next,
      document.isOne(of: Self.relating, next), isCounted(place)
    {
      return true
    }
    guard document.isOne(of: Self.longTimes, place) else { return false }
    // “Two years after Oslo attacked Riga, …”
    if predicate > next, document.isOne(of: Self.relating, next),
      document.isOne(of: Self.decades, place) || isCounted(place)
    {
      return true
    }
    guard place > 1 else { return false }
    if isDuration(place, of: predicate) { return true }
    return document.isOne(of: Self.last, place - 1)
      && !document.isOne(of: Self.comparing, place - 2)
      || place + 1 < document.tokens.count && document.isOne(of: Self.ago, place + 1)
  }

  /// “…, who seized the town in 2012, withdrew a year later”: later than what is past, and past.
  private func isLater(_ place: Int, _ predicate: Int, in sentence: Range<Int>) -> Bool {
    guard sentence.contains(place + 1), context.document.isOne(of: Self.later, place + 1) else {
      return false
    }
    return sentence.before(place).contains { date in
      context.kind(date) == .number && context.document.published != nil
        && isPastYear(date, predicate)
    }
  }

  /// “two years”, “a year”, “more than a year”.
  private func isCounted(_ unit: Int) -> Bool {
    context.tag(unit - 1) == .number
      || context.knowledge.valueOfWord[context.word(unit - 1)] != nil
      || context.document.isOne(of: Self.one, unit - 1)
  }

  /// “occupied the valley for 18 years”
  private func isDuration(_ unit: Int, of predicate: Int) -> Bool {
    guard unit > predicate, unit - predicate < 9,
      context.flags(predicate).contains(.verbPast),
      !(max(0, predicate - 3)..<predicate).contains(where: { context.tag($0) == .auxiliary }),
      !(predicate + 1..<unit).contains(where: { context.tag($0).isVerbal })
    else { return false }
    return (max(0, unit - 3)..<unit).contains { context.word($0) == context.knowledge.words.for }
  }

  /// “historically”, “during the Cold War”, “the anniversary of the invasion”: whether a word
  /// of history means what it may.
  private func isHistory(_ place: Int, _ predicate: Int) -> Bool {
    let document = context.document
    if document.isOne(of: Self.wars, place) {
      return place > 0 && document.isOne(of: Self.pastWars, place - 1)
    }
    return !document.isOne(of: Self.anniversaries, place)
      || predicate > place && predicate - place < 7
  }

  /// Whether a date belongs to the clause of a predicate.
  func dates(_ date: Int, _ predicate: Int, in sentence: Range<Int>) -> Bool {
    guard abs(date - predicate) < Self.reach else { return false }
    if date > predicate { return !hasVerb(between: predicate, and: date) }
    // “In 2014, Oslo …”, “However, in 2014 …”
    let opensSentence =
      date - sentence.lowerBound < 3
      || sentence.before(date).allSatisfy { context.tag($0) == .adverb || isLead($0) }
    // “Oslo, which …, …”: the main verb behind a relative clause has its own time.
    let isInserted = sentence.before(date).dropFirst().contains {
      context.tag($0) == .relative && context.tag($0 - 1) == .comma
    }
    return opensSentence
      || !(date..<predicate).contains {
        opensClause($0, before: predicate) || isInserted && context.tag($0) == .comma
      }
  }

  /// A mark or a preposition before the date that opens a sentence.
  private func isLead(_ place: Int) -> Bool {
    switch context.tag(place) {
    case .comma, .preposition, .determiner, .coordinator, .time, .quote: true
    default: false
    }
  }

  /// Another clause's verb; what follows “since” dates the clause before it.
  private func hasVerb(between predicate: Int, and date: Int) -> Bool {
    for place in predicate + 1..<date {
      if context.document.isOne(of: Self.since, place) { return false }
      // Neither “Latvian-backed” nor “Norwegian forces” is a verb.
      let isWithinName =
        context.tag(place - 1) == .hyphen || context.resolution.mentionOfToken[place] >= 0
        || context.flags(place - 1).contains(.stateAdjective)
      if context.tag(place).headsClause, !isWithinName { return true }
      // “accused him of taking bribes in 2016”
      if context.tag(place) == .gerund, context.tag(place - 1) == .preposition { return true }
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
  /// Up to how many months back a month is news.
  private static let recent = 6
  private static let yearPrepositions: WordSet = [
    "in", "since", "between", "from", "until", "during",
  ]
  private static let decades: WordSet = ["decades", "decade", "century"]
  private static let relating: WordSet = ["after", "before", "since"]
  private static let wars: WordSet = ["war"]
  private static let pastWars: WordSet = ["cold", "world"]
  private static let anniversaries: WordSet = ["anniversary", "anniversaries"]
  private static let history: WordSet = [
    "war", "anniversary", "anniversaries", "historically", "1940s", "1950s", "1960s", "1970s",
    "1980s", "1990s", "2000s", "2010s",
  ]
  private static let since: WordSet = ["since"]
  private static let ago: WordSet = ["ago"]
  private static let later: WordSet = ["later", "afterwards", "after"]
  private static let one: WordSet = ["a", "an"]
  private static let last: WordSet = ["last"]
  private static let comparing: WordSet = ["than", "with", "from", "to", "as"]
  private static let longTimes: WordSet = ["year", "years", "decade", "decades", "century"]
  private static let months: WordSet = ["months"]
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
