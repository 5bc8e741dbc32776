/// A time of day as a clock shows it, with its zone where that is given.
struct ClockTime {
  /// Since midnight.
  var second: Int
  var zone: TimeZoneName?

  /// Reads what may follow the T of ISO 8601: `10:30`, `10:30:15.250Z`, `103000+0300`.
  init?(iso text: some StringProtocol) {
    let end = text.firstIndex { !($0.isWholeNumber || $0 == ":" || $0 == ".") } ?? text.endIndex
    let rest = text[end...]
    if !rest.isEmpty {
      guard let zone = TimeZoneName(rest) else { return nil }
      self.zone = zone
    }
    let clock = text[..<end].split(separator: ".").first ?? ""
    let digits = String(clock.filter { $0 != ":" })
    guard digits.utf8.count == 4 || digits.utf8.count == 6, let number = Int(digits) else {
      return nil
    }
    let padded = digits.utf8.count == 4 ? number * 100 : number
    guard let second = Self.second(padded / 10_000, padded / 100 % 100, padded % 100) else {
      return nil
    }
    self.second = second
  }

  /// Reads `10:30`, `10:30am`, `9.05pm`, `7pm`, `12:05gmt`; lower case.
  ///
  /// - Parameter isMarked: whether a word that only stands by a time follows; without
  ///   that, `9.05` and `1430` are numbers.
  init?(_ word: some StringProtocol, isMarked: Bool) {
    let end = word.firstIndex { !($0.isWholeNumber || $0 == ":" || $0 == ".") } ?? word.endIndex
    let rest = word[end...]
    let half = Half(rest)
    if half == nil, !rest.isEmpty {
      guard let zone = TimeZoneName(rest) else { return nil }
      self.zone = zone
    }
    let parts = word[..<end].split(whereSeparator: { $0 == ":" || $0 == "." })
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count <= 2 || isMarked }) else {
      return nil
    }
    let isCertain = word.contains(":") || isMarked || !rest.isEmpty
    guard isCertain, var hour = Int(parts[0]) else { return nil }
    var minute = parts.count > 1 ? Int(parts[1]) ?? 60 : 0
    if parts.count == 1, parts[0].utf8.count == 4 { (hour, minute) = (hour / 100, hour % 100) }
    guard let second = Self.second(hour, minute, parts.count > 2 ? Int(parts[2]) ?? 60 : 0) else {
      return nil
    }
    self.second = second
    if let half { apply(half) }
  }

  enum Half {
    case am, pm

    init?(_ word: some StringProtocol) {
      switch word {
      case "am", "a.m", "a.m.": self = .am
      case "pm", "p.m", "p.m.": self = .pm
      default: return nil
      }
    }
  }

  mutating func apply(_ half: Half) {
    let hour = second / 3600
    if half == .pm, hour < 12 { second += 12 * 3600 }
    if half == .am, hour == 12 { second -= 12 * 3600 }
  }

  private static func second(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second) else {
      return nil
    }
    return hour * 3600 + minute * 60 + min(second, 59)
  }
}
