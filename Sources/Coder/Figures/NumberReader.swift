/// Reads numbers in digits and words, with magnitudes, ranges and currencies.
struct NumberReader {
  struct Number {
    var tokens: Range<Int>
    /// Of a range the upper end.
    var value: Double
    /// The lower end of a range.
    var lower: Double?
    /// ISO 4217, where a sign stands before or a name behind the number.
    var currency: String?
    /// Whether a word multiplies it: “million”.
    fileprivate var hasMagnitude = false
  }

  let knowledge: Knowledge
  let document: Document

  /// - Returns: Nil where no number begins, or where it is a year, a date or part of a name.
  func number(at start: Int, before end: Int) -> Number? {
    guard let first = plainNumber(at: start, before: end) else { return nil }
    return range(from: first, before: end) ?? first
  }

  // MARK: One number

  private func plainNumber(at start: Int, before end: Int) -> Number? {
    var place = start
    var currency: String?
    if document.tokens[place].kind == .currency {
      currency = Self.currencies[document.text(place..<place + 1)]
      place += 1
      guard place < end else { return nil }
    }
    guard var (value, lower) = base(&place, before: end) else { return nil }
    var hasMagnitude = false
    while place < end, let factor = magnitude(place) {
      value *= factor
      lower = lower.map { $0 * factor }
      hasMagnitude = true
      place += 1
    }
    // “$20m”, “2.5m lira”: without a currency it may be metres.
    if !hasMagnitude, place < end, document.isOne(of: Self.million, place),
      currency != nil || currencyName(at: place + 1, before: end) != nil
    {
      value *= 1_000_000
      lower = lower.map { $0 * 1_000_000 }
      hasMagnitude = true
      place += 1
    }
    if currency == nil, place < end, let (name, length) = currencyName(at: place, before: end) {
      currency = name
      place += length
    }
    if currency == nil, hasMagnitude, place < end, word(place) == "in", value >= 1_000_000,
      isMoney(after: place + 1, before: end)
    {
      // The sign was lost: “31 million in material assistance”.
      currency = "money"
    }
    if currency == nil, !hasMagnitude, isNoCount(start, place, end) { return nil }
    return Number(
      tokens: start..<place, value: value, lower: lower, currency: currency,
      hasMagnitude: hasMagnitude)
  }

  private func base(_ place: inout Int, before end: Int) -> (value: Double, lower: Double?)? {
    let token = document.tokens[place]
    if token.kind == .number {
      guard let value = decimal(place) else { return nil }
      place += 1
      return upperEnd(&place, before: end, above: value).map { ($0, value) } ?? (value, nil)
    }
    let words = NumberWords(knowledge: knowledge, document: document)
    if let part = part(place, before: end) {
      place += part.length
      return (part.value == 1 ? words.read(&place, before: end, after: 1) : part.value, nil)
    }
    return words.read(&place, before: end).map { ($0, nil) }
  }

  /// “1,200”, “2.5”: digits with commas, and one point at most.
  private func decimal(_ token: Int) -> Double? {
    let digits = document.span(token..<token + 1).range
    guard digits.count <= 15 else {
      return Double(document.text(token..<token + 1).filter { $0 != "," })
    }
    var value = 0
    var scale: Double?
    for byte in document.bytes[digits] {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value * 10 + Int(digit)
        scale = scale.map { $0 * 10 }
      } else if byte == UInt8(ascii: "."), scale == nil {
        scale = 1
      } else if byte != UInt8(ascii: ",") {
        return nil
      }
    }
    // Fifteen digits are exact, and so is the scale: only the division rounds.
    return Double(value) / (scale ?? 1)
  }

  /// “8,000-10,000”: the higher end, as of “between 8,000 and 10,000”.
  private func upperEnd(_ place: inout Int, before end: Int, above lower: Double) -> Double? {
    guard place + 1 < end,
      document.tokens[place].kind == .hyphen || document.tokens[place].kind == .dash,
      document.tokens[place + 1].kind == .number,
      document.tokens[place].start == document.tokens[place - 1].end,
      let upper = decimal(place + 1), upper > lower
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

  // MARK: Two numbers

  /// “between 40 and 50”, “twelve to fifteen”, “two or three”: from the first to the second;
  /// “rose from 40 to 50” is only the second. Nil where no second belongs to it.
  private func range(from first: Number, before end: Int) -> Number? {
    let joint = first.tokens.upperBound
    guard first.lower == nil, joint + 1 < end, document.isOne(of: Self.joints, joint),
      first.currency == nil || first.currency != "money"
    else { return nil }
    let before = first.tokens.lowerBound - 1
    let isBetween = before >= 0 && document.isOne(of: Self.between, before)
    if document.isOne(of: Self.and, joint), !isBetween { return nil }
    guard var second = plainNumber(at: joint + 1, before: end) else { return nil }
    // “2 to 3 million”
    var lower = first.value
    if second.hasMagnitude, !first.hasMagnitude, lower < 1000,
      let factor = magnitude(second.tokens.upperBound - 1)
    {
      lower *= factor
    }
    let isChange = before >= 0 && document.isOne(of: Self.from, before) && tellsChange(before)
    guard isChange || lower < second.value else { return nil }
    second.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    second.lower = isChange ? nil : lower
    second.currency = second.currency ?? first.currency
    return second
  }

  private func tellsChange(_ place: Int) -> Bool {
    (max(0, place - 4)..<place).contains { document.isOne(of: Self.changes, $0) }
  }

  private static let joints: WordSet = ["to", "and", "or"]
  private static let and: WordSet = ["and"]
  private static let between: WordSet = ["between"]
  private static let from: WordSet = ["from"]
  private static let changes: WordSet = [
    "rise", "rises", "rose", "risen", "rising", "grow", "grows", "grew", "grown", "growing",
    "increase", "increases", "increased", "increasing", "fall", "falls", "fell", "fallen",
    "falling", "drop", "drops", "dropped", "dropping", "climb", "climbs", "climbed", "cut",
    "raise", "raised", "raising", "reduce", "reduced", "reducing", "went", "up", "down", "jumped",
    "doubled", "swelled", "decreased", "declined",
  ]

  // MARK: What is no count

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

  // MARK: Money

  private func isMoney(after place: Int, before end: Int) -> Bool {
    (place..<min(end, place + 6)).contains { Self.moneyWords.contains(word($0)) }
  }

  /// “roubles”, “Swiss francs”: the currency and how many tokens name it.
  private func currencyName(at place: Int, before end: Int) -> (String, Int)? {
    guard place < end, document.tokens[place].kind == .word,
      document.isOne(of: Self.openingCurrencies, place)
    else { return nil }
    if let name = Self.currencyNames[word(place)] { return (name, 1) }
    guard place + 1 < end, document.tokens[place].isCapitalised,
      let name = Self.currencyNames["\(word(place)) \(word(place + 1))"]
    else { return nil }
    return (name, 2)
  }

  private func word(_ place: Int) -> String { document.text(place..<place + 1).lowercased() }

  /// The first words of ``currencyNames``.
  private static let openingCurrencies = WordSet(
    currencyNames.keys.map { String($0.prefix { $0 != " " }) })
  private static let moneyWords: Set<String> = [
    "assistance", "aid", "funding", "loans", "loan", "support", "grants", "investment", "damage",
    "damages", "sanctions", "revenue", "exports", "weapons",
  ]
  private static let currencies = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH",
    "₺": "TRY", "₪": "ILS", "₩": "KRW", "₦": "NGN",
  ]
  private static let currencyNames = [
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP",
    "rubles": "RUB", "roubles": "RUB", "yuan": "CNY", "yen": "JPY", "hryvnia": "UAH",
    "rupees": "INR", "naira": "NGN", "birr": "ETB", "bolivars": "VES", "shekels": "ILS",
    "rials": "IRR", "lira": "TRY", "zloty": "PLN", "won": "KRW", "riyals": "SAR", "dirhams": "AED",
    "nakfa": "ERN", "kronor": "SEK", "kroner": "NOK", "swiss francs": "CHF", "cfa francs": "XOF",
    "congolese francs": "CDF", "rwandan francs": "RWF", "guyanese dollars": "GYD",
    "canadian dollars": "CAD", "australian dollars": "AUD", "taiwan dollars": "TWD",
    "taiwanese dollars": "TWD", "pakistani rupees": "PKR", "sudanese pounds": "SDG",
    "egyptian pounds": "EGP", "lebanese pounds": "LBP", "syrian pounds": "SYP",
    "serbian dinars": "RSD", "iraqi dinars": "IQD", "kenyan shillings": "KES",
    "american dollars": "USD", "iranian rials": "IRR", "omani rials": "OMR", "yemeni rials": "YER",
    "turkish lira": "TRY", "qatari riyals": "QAR",
  ]
}
