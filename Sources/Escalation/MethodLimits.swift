/// What the constants of the index may be, each alone and all together: outside of these limits an
/// index would be no number between 0 and 100.
enum MethodLimits {
  /// Nil when a constant cannot have the value.
  static func admit(_ value: Double, as key: String) -> Double? {
    range(of: key).contains(value) && (!isDays(key) || value == value.rounded()) ? value : nil
  }

  /// - Parameters:
  ///   - rows: the row that counts of each key.
  ///   - file: the one read last, whose rows a person has changed.
  /// - Throws: ``CatalogueError`` for the bars or levels that do not fit together.
  static func check(
    _ method: EscalationMethod, _ rows: [String: CatalogueTable.Row], lastFile file: String?
  ) throws(CatalogueError) {
    let bars = IndicatorFamily.escalating.map { "bar.\($0.rawValue)" }
    let sum = bars.reduce(0) { $0 + method[$1] }
    if abs(sum - 100) > 0.001, let row = last(of: bars, rows, in: file) {
      throw row.error(.barsSum(sum))
    }
    let levels = EscalationLevel.allCases.dropFirst().map { "level.\($0)" }
    for (lower, higher) in zip(levels, levels.dropFirst()) where method[lower] >= method[higher] {
      guard let row = last(of: [lower, higher], rows, in: file) else { continue }
      throw row.error(.levelOrder(lower: lower, higher: higher))
    }
  }

  private static func range(of key: String) -> ClosedRange<Double> {
    if isShare(key) { return 0...1 }
    if isDays(key) { return 1...3650 }
    switch key {
    case "bar.scale", "calm.scale": return 0.1...10_000
    case "quantity.most", "denial.origins": return 1...10_000
    default: return key.hasPrefix("bar.") || key.hasPrefix("level.") ? 0.001...10_000 : 0...10_000
    }
  }

  private static func isDays(_ key: String) -> Bool {
    key.hasSuffix(".days") || key == "record.mean"
  }

  private static func isShare(_ key: String) -> Bool {
    key.hasSuffix("reality") || key.hasSuffix("credibility") || key.hasPrefix("reality.")
      || key.hasPrefix("credibility.") || shares.contains(key)
  }

  private static let shares: Set<String> = [
    "denial.factor", "thin.coverage", "surprise.weight", "silence.factor",
  ]

  /// Of several rows the last of a person's own, or of the shipped ones where none is his.
  private static func last(
    of keys: [String], _ rows: [String: CatalogueTable.Row], in file: String?
  ) -> CatalogueTable.Row? {
    let found = keys.compactMap { rows[$0] }
    let own = found.filter { $0.file == file }
    return (own.isEmpty ? found : own).max { $0.line < $1.line }
  }
}
