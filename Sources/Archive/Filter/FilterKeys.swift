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
    "act": { one(of: Statement.Act.allCases, $0, key: "act").map(FilterTerm.act) },
    "is": { one(of: Event.Status.allCases, $0, key: "is").map(FilterTerm.status) },
    "since": { days($0).map { .since($0.lowerBound) } },
    "until": { days($0).map { .until($0.upperBound) } },
  ]

  private static func one<Value: RawRepresentable<String>>(
    of values: [Value], _ words: FilterWords, key: String
  ) -> Result<Value, Refusal> {
    let text = words.text.lowercased()
    if let value = Value(rawValue: text) { return .success(value) }
    return .failure(
      Refusal(problem: .unknownValue(words.text, key: key, known: values.map(\.rawValue))))
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
