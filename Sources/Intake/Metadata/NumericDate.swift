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
    var numbers = [Number()]
    for byte in bytes {
      if byte.isASCIIDigit {
        numbers[numbers.count - 1].append(byte)
      } else if "-/.".utf8.contains(byte) {
        numbers.append(Number())
      } else {
        return nil
      }
    }
    guard numbers.allSatisfy({ (1...8).contains($0.digits) }) else { return nil }
    let first = numbers[0]
    if numbers.count == 1, first.digits == 8 {
      return checked(first.value / 10_000, first.value / 100 % 100, first.value % 100)
    }
    guard numbers.count == 3 else { return nil }
    let (second, third) = (numbers[1].value, numbers[2].value)
    if first.digits == 4 { return checked(first.value, second, third) }
    guard numbers[2].digits == 4 else { return nil }
    // A full stop stands between day and month only where the day comes first.
    let isDayFirst =
      first.value > 12 || first.value == second || bytes.contains(UInt8(ascii: "."))
    guard isDayFirst || second > 12 else { return nil }
    return isDayFirst ? checked(third, second, first.value) : checked(third, first.value, second)
  }

  private struct Number {
    var value = 0
    var digits = 0

    /// Counts digits of any number, but keeps the value of eighteen.
    mutating func append(_ digit: UInt8) {
      digits += 1
      if digits <= 18 { value = value * 10 + Int(digit - 0x30) }
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard DateReading.years.contains(year) else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
