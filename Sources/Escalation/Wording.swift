/// What the index says about itself, in words: the same on paper and on the screen.
extension LevelState {
  /// Why the level is what it is.
  ///
  /// - Parameter wire: what the event that holds the level counts for, where one does.
  package func reason(_ wire: LedgerPhase?, _ catalogue: IndicatorCatalogue) -> String {
    let method = catalogue.method
    func whole(_ number: Double) -> String { "\(Int(number.rounded()))" }
    switch cause {
    case .index where level == .routine: return "BX is below \(whole(method.threshold(.watch)))"
    case .index: return "BX has reached \(whole(method.threshold(level)))"
    case .held:
      let limit = method.threshold(level) - method["level.margin"]
      return "held until BX is below \(whole(limit)) for \(method.days("level.days")) days"
    case .thin: return "held: the evidence is too thin to call it calm"
    case .tripwire:
      guard let wire else { return "a tripwire" }
      let indicator = catalogue.indicators[wire.indicator]
      return "\(indicator.id), \(indicator.name.prefix(1).lowercased())"
        + "\(indicator.name.dropFirst()), on \(wire.day.iso)"
    }
  }
}

extension Alert {
  /// What happened, with the number and its threshold.
  ///
  /// - Parameter names: what parties and countries are called, by their codes.
  package func text(_ catalogue: IndicatorCatalogue, names: [String: String]) -> String {
    func tenths(_ number: Double) -> String {
      let parts = Int((number * 10).rounded())
      return "\(parts / 10).\(abs(parts % 10))"
    }
    func percent(_ number: Double) -> String { "\(Int((number * 100).rounded())) %" }
    let name = catalogue[scope].map { "\($0.id) \($0.name)" } ?? scope
    let lasting = days > 1 ? ", for \(days) days" : ""
    switch rule {
    case .record:
      return "\(AlertScope.name(scope, names)): highest weekly mean in a year, "
        + "\(tenths(value)) over \(tenths(threshold))\(lasting)"
    case .surprise:
      return "\(scope): \(tenths(value)) deviations above its mean, limit "
        + "\(tenths(threshold))\(lasting)"
    case .tripwire: return "\(scope) by a single event\(lasting)"
    case .contradiction: return "claimed and denied: \(name)"
    case .growth: return "figure grown by \(percent(threshold)) or more: \(name)"
    case .dispute: return "figures differ by \(percent(value)): \(name)"
    case .figure:
      return "highest figure in a year, \(tenths(value)) times the usual size, "
        + "\(tenths(threshold)) before: \(name)"
    case .date: return "tells as done what happens \(Int(value)) days after its date: \(scope)"
    case .expected: return "nobody tells that it was held: \(name)"
    case .silence:
      return "\(Int(value)) texts in a fortnight, half of those before would be "
        + "\(tenths(threshold))\(lasting)"
    }
  }
}
