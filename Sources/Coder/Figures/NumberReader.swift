/// Reads numbers in digits and words, with magnitudes and currencies.
struct NumberReader {
  struct Number {
    var tokens: Range<Int>
    var value: Double
    /// ISO 4217, where a sign stands before or a name behind the number.
    var currency: String?
  }

  let knowledge: Knowledge
  let document: Document

  /// - Returns: Nil where no number begins, or where it is a year, a date or part of a name.
  func number(at start: Int, before end: Int) -> Number? {
    var place = start
    var currency: String?
    if document.tokens[place].kind == .currency {
      currency = Self.currencies[document.text(place..<place + 1)]
      place += 1
      guard place < end else { return nil }
    }
    guard var value = base(&place, before: end) else { return nil }
    var hasMagnitude = false
    while place < end, let factor = magnitude(place) {
      value *= factor
      hasMagnitude = true
      place += 1
    }
    // “$20m”: without a currency it may be metres.
    if currency != nil, !hasMagnitude, place < end, document.isOne(of: Self.million, place) {
      value *= 1_000_000
      hasMagnitude = true
      place += 1
    }
    if currency == nil, place < end, let name = Self.currencyNames[word(place)] {
      currency = name
      place += 1
    }
    if currency == nil, hasMagnitude, place < end, word(place) == "in", value >= 1_000_000,
      isMoney(after: place + 1, before: end)
    {
      // The sign was lost: “31 million in material assistance”.
      currency = "money"
    }
    if currency == nil, !hasMagnitude, isNoCount(start, place, end) { return nil }
    return Number(tokens: start..<place, value: value, currency: currency)
  }

  private func base(_ place: inout Int, before end: Int) -> Double? {
    let token = document.tokens[place]
    if token.kind == .number {
      let digits = document.text(place..<place + 1).filter { $0 != "," }
      guard let value = Double(digits) else { return nil }
      place += 1
      return upperEnd(&place, before: end, above: value) ?? value
    }
    if let part = part(place, before: end) {
      place += part.length
      return part.value
    }
    let flags = token.flags
    guard token.kind == .word, flags.contains(.number),
      let value = knowledge.valueOfWord[token.word]
    else { return nil }
    place += 1
    // “twenty-five”
    if value >= 20, place + 1 < end, document.tokens[place].kind == .hyphen,
      let unit = knowledge.valueOfWord[document.tokens[place + 1].word], unit < 10
    {
      place += 2
      return value + unit
    }
    return value
  }

  /// “8,000-10,000”: the higher end, as of “between 8,000 and 10,000”.
  private func upperEnd(_ place: inout Int, before end: Int, above lower: Double) -> Double? {
    guard place + 1 < end,
      document.tokens[place].kind == .hyphen || document.tokens[place].kind == .dash,
      document.tokens[place + 1].kind == .number,
      document.tokens[place].start == document.tokens[place - 1].end,
      let upper = Double(document.text(place + 1..<place + 2).filter { $0 != "," }), upper > lower
    else { return nil }
    place += 2
    return upper
  }

  /// “a dozen”, “half a million”: what stands before the magnitude.
  private func part(_ place: Int, before end: Int) -> (value: Double, length: Int)? {
    guard document.tokens[place].kind == .word else { return nil }
    let isHalf = document.isOne(of: Self.half, place)
    let article = isHalf ? place + 1 : place
    guard article + 1 < end, document.isOne(of: Self.articles, article),
      document.tokens[article + 1].flags.contains(.magnitude)
    else { return nil }
    return (isHalf ? 0.5 : 1, article + 1 - place)
  }

  private static let half: WordSet = ["half"]
  private static let articles: WordSet = ["a"]
  private static let million: WordSet = ["m", "mn"]

  private func magnitude(_ place: Int) -> Double? {
    let token = document.tokens[place]
    guard token.flags.contains(.magnitude) else { return nil }
    return knowledge.valueOfWord[token.word]
  }

  /// A year, a day of a month, a time, an age, a per cent value, or “30-day”.
  private func isNoCount(_ start: Int, _ end: Int, _ limit: Int) -> Bool {
    if document.tokens[start].kind == .number, end == start + 1,
      YearReader.year(document, start) != nil
    {
      return true
    }
    if start > 0 {
      let before = document.tokens[start - 1]
      if before.kind == .hyphen { return true }
      if before.flags.contains(.month), before.isCapitalised {
        return true
      }
    }
    guard end < limit else { return false }
    let after = document.tokens[end]
    if after.kind == .hyphen || after.kind == .colon { return true }
    return after.flags.contains(.month) && after.isCapitalised
  }

  private func isMoney(after place: Int, before end: Int) -> Bool {
    (place..<min(end, place + 6)).contains { Self.moneyWords.contains(word($0)) }
  }

  private func word(_ place: Int) -> String { document.text(place..<place + 1).lowercased() }

  private static let moneyWords: Set<String> = [
    "assistance", "aid", "funding", "loans", "loan", "support", "grants", "investment", "damage",
    "damages", "sanctions", "revenue", "exports", "weapons",
  ]
  private static let currencies = ["$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"]
  private static let currencyNames = [
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP",
    "rubles": "RUB", "roubles": "RUB", "yuan": "CNY", "yen": "JPY", "hryvnia": "UAH",
    "rupees": "INR", "naira": "NGN", "birr": "ETB", "bolivars": "VES", "shekels": "ILS",
    "rials": "IRR", "lira": "TRY",
  ]
}
