import EventData

/// What a line says about when an article was published.
///
///     Jan 26, 2022                               a day
///     Published: 26 January 2022 10:30 AM GMT    a moment
///     Updated 3 hours ago                        a date line, but no date
///     14:05 GMT                                  the same
///
/// A day that is not written is not invented: a line without its year has no date, and
/// a time without its zone is not used.
struct DateReading {
  enum Label { case published, updated }

  /// Years of which news is written; other numbers are not years.
  static let years = 1900...2100

  var date: PublicationDate?
  var label: Label?
  /// Whether the line speaks of a date or a time at all.
  var isDateLike = false
  /// How many words of the line the date does not explain.
  var residue = 0

  private var year: Int?
  private var month: Int?
  private var monthDay: Int?
  private var time: ClockTime?
  private var loose = 0

  init(_ line: some StringProtocol) {
    let words = Self.words(line)
    let isRelative = words.contains("ago") || words.contains("yesterday")
    for index in words.indices {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : ""
      if let found = DateWords.label(word) {
        // What follows a second label is another date, and the first has won.
        if date != nil || year != nil { break }
        label = label ?? found
      } else if isRelative,
        word == "ago" || word == "yesterday" || Int(word) != nil
          || DateWords.spans.contains(word)
      {
        isDateLike = true
      } else if !read(word, next) {
        residue += 1
      }
    }
    finish()
  }

  /// The date of a metadata field, whatever stands around it.
  static func date(_ text: some StringProtocol) -> PublicationDate? {
    // `2022-01-26`, as nearly every data set has it, needs no look at its words.
    if text.utf8.count == 10, let whole = NumericDate(text), whole.time == nil {
      return PublicationDate(day: whole.day)
    }
    if let number = Int(text), text.utf8.count >= 9 { return date(epoch: number) }
    return DateReading(text).date
  }

  /// - Parameter epoch: seconds since 1970, or milliseconds when that is too many.
  static func date(epoch: Int) -> PublicationDate? {
    let seconds = epoch > 100_000_000_000 ? epoch / 1000 : epoch
    let day = Day(number: Int((Double(seconds) / 86_400).rounded(.down)))
    guard years.contains(day.year) else { return nil }
    return PublicationDate(day: day, secondOfDay: seconds - day.number * 86_400)
  }

  /// False when the word has nothing to do with a date.
  private mutating func read(_ word: String, _ next: String) -> Bool {
    if DateWords.isWeekday(word) || DateWords.fillers.contains(word) { return true }
    if month == nil, let found = DateWords.month(word) {
      month = found
      return true
    }
    if date == nil, year == nil, let whole = NumericDate(word) {
      date = PublicationDate(day: whole.day)
      time = whole.time ?? time
      return true
    }
    if let half = ClockTime.Half(word), time != nil {
      time?.apply(half)
      return true
    }
    if var clock = time, let zone = TimeZoneName(word) {
      clock.zone = clock.zone ?? zone
      time = clock
      return true
    }
    return readNumber(word, next)
  }

  private mutating func readNumber(_ word: String, _ next: String) -> Bool {
    guard word.utf8.first?.isASCIIDigit == true else { return false }
    let digits = word.utf8.prefix { $0.isASCIIDigit }
    let ending = word.utf8[digits.endIndex...]
    let isMarked = ClockTime.Half(next) != nil || TimeZoneName(next) != nil
    // Digits alone are no time where nothing marks them as one.
    if time == nil, isMarked || !ending.isEmpty, let clock = ClockTime(word, isMarked: isMarked) {
      time = clock
      return true
    }
    if let number = Int(word), Self.years.contains(number), word.utf8.count == 4, year == nil {
      year = number
      return true
    }
    let isWhole =
      ending.isEmpty || ["st", "nd", "rd", "th"].contains { ending.elementsEqual($0.utf8) }
    if isWhole, let number = Int(Substring(digits)), (1...31).contains(number), monthDay == nil {
      monthDay = number
      loose += 1
      return true
    }
    return false
  }

  private mutating func finish() {
    if let year, let month, let monthDay, date == nil {
      date = Day(year: year, month: month, day: monthDay).map { PublicationDate(day: $0) }
      if date == nil { residue += 1 }
    }
    isDateLike =
      isDateLike || date != nil || time != nil
      || (month != nil && (monthDay != nil || year != nil))
    if month == nil { residue += loose }
    guard let day = date?.day, let time, let zone = time.zone else { return }
    let utc = day.number * 86_400 + time.second - zone.seconds(on: day)
    date = Self.date(epoch: utc)
  }

  /// Lower case, without the signs that part the pieces of a byline.
  private static func words(_ line: some StringProtocol) -> [String] {
    if line.utf8.allSatisfy({ $0 < 0x80 }) { return words(ascii: Array(line.utf8)) }
    let parted = line.lowercased().unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || ",|·•—–()@;[]".unicodeScalars.contains(scalar)
    }
    return parted.compactMap { part in
      var word = part
      while let last = word.last, last == "." || last == ":" { word.removeLast() }
      let text = String(word)
      return text.isEmpty || text == "-" ? nil : text
    }
  }

  /// The same, of a line in plain letters, without looking for characters of several bytes.
  private static func words(ascii line: [UInt8]) -> [String] {
    let parted = line.split { byte in
      byte == 0x20 || (0x09...0x0D).contains(byte) || ",|()@;[]".utf8.contains(byte)
    }
    return parted.compactMap { part in
      var word = part
      while let last = word.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") {
        word.removeLast()
      }
      if word.isEmpty || word.elementsEqual("-".utf8) { return nil }
      return String(decoding: word.map(\.asciiLowercased), as: UTF8.self)
    }
  }
}
