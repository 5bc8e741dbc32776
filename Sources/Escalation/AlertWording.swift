import EventData

/// What alerts need to be put into words, besides themselves.
package struct AlertTerms: Sendable {
  private let catalogue: IndicatorCatalogue
  /// What parties and countries are called, by their codes.
  private let names: [String: String]
  /// The first day of the archive.
  private let first: Day?

  package init(_ catalogue: IndicatorCatalogue, names: [String: String], since first: Day?) {
    self.catalogue = catalogue
    self.names = names
    self.first = first
  }

  /// Of what time a record is one: a young archive knows no year.
  fileprivate func period(until day: Day) -> String {
    guard let first, first.distance(to: day) < catalogue.method.days("record.days") else {
      return "in a year"
    }
    return "since \(first.iso), the archive's first day"
  }

  fileprivate func name(ofIndicator id: String) -> String {
    catalogue[id].map { "\($0.id) \($0.name)" } ?? id
  }

  /// A pair of parties, a place, a family, an indicator, as people call it.
  fileprivate func name(of scope: String) -> String {
    if let family = IndicatorFamily(rawValue: scope) { return "\(scope) \(family.name)" }
    return catalogue[scope] == nil ? AlertScope.name(scope, names) : name(ofIndicator: scope)
  }
}

extension Alert {
  /// What happened, with the number and its threshold.
  ///
  /// - Parameters:
  ///   - indicator: that of ``event``.
  ///   - others: scopes of which the same is told.
  package func text(
    _ terms: AlertTerms, indicator: String? = nil, others: [String] = []
  ) -> String {
    func tenths(_ number: Double) -> String {
      let parts = Int((number * 10).rounded())
      return "\(parts / 10).\(abs(parts % 10))"
    }
    func percent(_ number: Double) -> String { "\(Int((number * 100).rounded())) %" }
    let name = terms.name(of: scope)
    let and =
      others.isEmpty ? "" : "; so too " + others.map(terms.name(of:)).joined(separator: ", ")
    let period = terms.period(until: day)
    let lasting = (days > 1 ? ", on \(days) days until \(last.iso)" : "") + and
    switch rule {
    case .record:
      return "\(name): highest weekly mean \(period), \(tenths(value)) "
        + "over \(tenths(threshold))\(lasting)"
    case .surge:
      return "\(name): most told in a week \(period), \(tenths(value)) points "
        + "over \(tenths(threshold))\(lasting)"
    case .surprise:
      return "\(name): \(tenths(value)) deviations above its mean, limit "
        + "\(tenths(threshold))\(lasting)"
    case .tripwire:
      let event = indicator.map(terms.name(ofIndicator:)) ?? "a single event"
      return "\(scope) by \(event)\(lasting)"
    case .contradiction: return "claimed and denied: \(name)\(and)"
    case .growth: return "figure grown by \(percent(threshold)) or more: \(name)\(and)"
    case .dispute: return "figures differ by \(percent(value)): \(name)\(and)"
    case .figure:
      return "\(name): highest figure \(period), \(tenths(value)) times the usual size, "
        + "\(tenths(threshold)) before\(lasting)"
    case .date:
      return "tells as done what happens \(Int(value)) days after its date: \(scope)\(and)"
    case .expected: return "nobody tells that it was held: \(name)\(and)"
    case .silence: return "\(percent(value)) fewer articles than a fortnight before\(lasting)"
    }
  }
}
