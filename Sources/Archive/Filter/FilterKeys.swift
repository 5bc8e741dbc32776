import EventData

extension FilterParser {
  /// Why a value cannot stand after its key.
  struct Refusal: Error {
    var problem: FilterError.Problem
  }

  typealias Reading = @Sendable (FilterWords) -> Result<FilterTerm, Refusal>

  /// What can stand before a colon.
  static let keys: [String: Reading] = [
    "actor": { .success(.actor($0)) },
    "region": { .success(.region($0)) },
    "outlet": { .success(.outlet($0)) },
    "indicator": { .success(.indicator($0)) },
    "about": { .success(.about($0)) },
    "act": { one(of: Statement.Act.allCases.map { ($0.rawValue, .act($0)) }, $0, key: "act") },
    "is": { one(of: states, $0, key: "is") },
    "tag": { .success(.tag($0)) },
    "has": { one(of: [("note", .noted)], $0, key: "has") },
    "saved": { .success(.saved($0)) },
    "since": { days($0).map { .since($0.lowerBound) } },
    "until": { days($0).map { .until($0.upperBound) } },
  ]

  /// Of events, and of articles for who reads them.
  private static let states: [(String, FilterTerm)] =
    Event.Status.allCases.map { ($0.rawValue, .status($0)) }
    + [("unread", .unread), ("read", .read), ("starred", .starred)]

  private static func one(
    of values: [(name: String, term: FilterTerm)], _ words: FilterWords, key: String
  ) -> Result<FilterTerm, Refusal> {
    let text = words.text.lowercased()
    if let value = values.first(where: { $0.name == text }) { return .success(value.term) }
    return .failure(
      Refusal(problem: .unknownValue(words.text, key: key, known: values.map(\.name))))
  }

  /// The days of `2022`, `2022-01` or `2022-01-15`.
  private static func days(_ words: FilterWords) -> Result<ClosedRange<Day>, Refusal> {
    let parts = words.text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.allSatisfy(\.isNumber) ? Int($0) : nil
    }
    let refusal = Refusal(problem: .badDay(words.text))
    guard (1...3).contains(parts.count), let year = parts[0],
      let month = parts.count > 1 ? parts[1] : 1, let day = parts.count > 2 ? parts[2] : 1,
      let first = Day(year: year, month: month, day: day)
    else { return .failure(refusal) }
    switch parts.count {
    case 3: return .success(first...first)
    case 2:
      let last = (28...31).reversed().lazy.compactMap { Day(year: year, month: month, day: $0) }
      return .success(first...(last.first ?? first))
    default: return .success(first...(Day(year: year, month: 12, day: 31) ?? first))
    }
  }
}
