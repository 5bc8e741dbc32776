import EventData

/// A date that is one word: `2022-01-26`, `20220126`, `26.01.2022`, with or without a
/// time behind a T.
struct NumericDate {
  var day: Day
  var time: ClockTime?

  /// - Parameter word: lower case. An order of day and month that cannot be told from
  ///   the numbers is not guessed: `03/04/2022` is no date, `26/01/2022` is.
  init?(_ word: some StringProtocol) {
    guard word.utf8.first?.isASCIIDigit == true else { return nil }
    let bytes = Array(word.utf8)
    let split = bytes.firstIndex(of: UInt8(ascii: "t")) ?? bytes.count
    guard let day = Self.day(bytes[..<split]) else { return nil }
    self.day = day
    guard split < bytes.count else { return }
    guard let time = ClockTime(iso: String(decoding: bytes[(split + 1)...], as: UTF8.self)) else {
      return nil
    }
    self.time = time
  }

  private static func day(_ bytes: ArraySlice<UInt8>) -> Day? {
    let parts = bytes.split(omittingEmptySubsequences: false) { "-/.".utf8.contains($0) }
    let numbers = parts.compactMap { part -> Int? in
      guard (1...8).contains(part.count), part.allSatisfy(\.isASCIIDigit) else { return nil }
      return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 1 where bytes.count == 8:
      return checked(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    case 3 where parts[parts.startIndex].count == 4:
      return checked(numbers[0], numbers[1], numbers[2])
    case 3 where parts[parts.endIndex - 1].count == 4:
      let (a, b, year) = (numbers[0], numbers[1], numbers[2])
      // A full stop stands between day and month only where the day comes first.
      let isDayFirst = a > 12 || a == b || bytes.contains(UInt8(ascii: "."))
      guard isDayFirst || b > 12 else { return nil }
      return isDayFirst ? checked(year, b, a) : checked(year, a, b)
    default: return nil
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard DateReading.years.contains(year) else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
