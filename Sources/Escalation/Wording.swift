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
