import EventData

/// The distance of a named zone from UTC, where the name leaves no doubt.
///
/// Names with more than one meaning are left out (IST is Indian, Irish and Israeli, CST
/// is American and Chinese): such a time is not used, only its day.
struct TimeZoneName {
  private enum Rule {
    case fixed(minutes: Int)
    /// American zones that write one name in summer and winter; standard time.
    case american(minutes: Int)
  }

  private let rule: Rule

  /// Reads `gmt`, `et`, `z`, `+03:00`, `+0300`, `utc+3`; lower case.
  init?(_ word: some StringProtocol) {
    if let minutes = Self.fixed[String(word)] {
      rule = .fixed(minutes: minutes)
    } else if let minutes = Self.american[String(word)] {
      rule = .american(minutes: minutes)
    } else if let minutes = Self.offset(word) {
      rule = .fixed(minutes: minutes)
    } else {
      return nil
    }
  }

  /// Seconds to add to UTC to get the local time of that day.
  func seconds(on day: Day) -> Int {
    switch rule {
    case .fixed(let minutes): minutes * 60
    case .american(let minutes): (minutes + (Self.isAmericanSummer(day) ? 60 : 0)) * 60
    }
  }

  private static let fixed: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "trt": 180, "pkt": 300, "sgt": 480, "hkt": 480, "jst": 540,
    "kst": 540, "aest": 600, "aedt": 660, "est": -300, "edt": -240, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420,
  ]

  private static let american = ["et": -300, "ct": -360, "mt": -420, "pt": -480]

  private static func offset(_ word: some StringProtocol) -> Int? {
    var rest = Array(word.utf8)
    for prefix in ["utc", "gmt"] where rest.starts(with: prefix.utf8) { rest.removeFirst(3) }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard (1...4).contains(digits.count), digits.count != 3, digits.allSatisfy(\.isASCIIDigit)
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let minutes = digits.count == 4 ? number / 100 * 60 + number % 100 : number * 60
    guard minutes <= 14 * 60 else { return nil }
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// From the second Sunday of March to the first of November, since 2007.
  private static func isAmericanSummer(_ day: Day) -> Bool {
    func sunday(_ count: Int, ofMonth month: Int) -> Day? {
      guard let first = Day(year: day.year, month: month, day: 1) else { return nil }
      return first.advanced(by: 6 - first.weekday + 7 * (count - 1))
    }
    guard let start = sunday(2, ofMonth: 3), let end = sunday(1, ofMonth: 11) else { return false }
    return start <= day && day < end
  }
}
