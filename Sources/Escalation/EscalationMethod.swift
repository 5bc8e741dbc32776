import EventData

/// The constants of the index, from `escalation.tsv`, where each has its reason.
package struct EscalationMethod: Hashable, Sendable {
  static let columns = ["key", "value", "reason"]

  private var values: [String: Double]
  // Asked for with every report, where to put a key together would take longer than all else.
  private let realities: [Event.Status: Double]
  private let credibilities: [OriginRole: Double]

  /// How much of an event is there: κ, 0 to 1.
  package func reality(_ status: Event.Status) -> Double {
    realities[status] ?? 0
  }

  /// How far a single report of such an origin is believed: ρ, 0 to 1.
  package func credibility(_ role: OriginRole) -> Double { credibilities[role] ?? 0 }

  /// What the bar of a family can reach; RX reaches 100.
  package func maximum(_ family: IndicatorFamily) -> Double {
    family == .deEscalation ? 100 : self["bar.\(family.rawValue)"]
  }

  /// Points that fill 63 % of the bar.
  package func scale(_ family: IndicatorFamily) -> Double {
    self[family == .deEscalation ? "calm.scale" : "bar.scale"]
  }

  /// BX from which on the level holds.
  package func threshold(_ level: EscalationLevel) -> Double {
    level == .routine ? 0 : self["level.\(level)"]
  }

  /// By thresholds alone.
  package func level(index: Double) -> EscalationLevel {
    EscalationLevel.allCases.last { index >= threshold($0) } ?? .routine
  }

  /// - Precondition: `key` is one of ``keys``.
  package subscript(_ key: String) -> Double { values[key]! }

  package func days(_ key: String) -> Int { Int(self[key]) }

  /// - Throws: ``CatalogueError`` also for a key that is not known, and for one that is missing.
  init(_ files: [CatalogueFile]) throws(CatalogueError) {
    var values: [String: Double] = [:]
    var rows: [String: CatalogueTable.Row] = [:]
    for file in files {
      for row in try CatalogueTable(file.text, file: file.path, columns: Self.columns).rows {
        let key = row.fields[0]
        guard Self.keys.contains(key) else { throw row.error(.unknownKey(key)) }
        values[key] = try row.value(1) { Double($0).flatMap { MethodLimits.admit($0, as: key) } }
        rows[key] = row
      }
    }
    if let missing = Self.keys.subtracting(values.keys).min() {
      throw CatalogueError(file: files.first?.path ?? "", line: 1, problem: .missingKey(missing))
    }
    self.values = values
    func all<Key: RawRepresentable<String>>(_ keys: [Key], _ prefix: String) -> [Key: Double] {
      Dictionary(
        uniqueKeysWithValues: keys.compactMap { key in
          values["\(prefix).\(key.rawValue)"].map { (key, $0) }
        })
    }
    realities = all(Event.Status.allCases, "reality")
    credibilities = all(OriginRole.allCases, "credibility")
    try MethodLimits.check(self, rows, lastFile: files.last?.path)
  }

  private static let keys: Set<String> = Set(
    Event.Status.allCases.filter { ![.negated, .denied, .background].contains($0) }
      .map { "reality.\($0.rawValue)" }
      + OriginRole.allCases.map { "credibility.\($0.rawValue)" }
      + IndicatorFamily.escalating.map { "bar.\($0.rawValue)" }
      + EscalationLevel.allCases.dropFirst().map { "level.\($0)" }
      + [
        "credibility.most", "denial.factor", "denial.origins", "quantity.slope",
        "quantity.most", "quantity.growth", "history.days", "link.days", "copy.days",
        "restate.reality",
        "bar.scale", "calm.scale", "breadth.points",
        "interval.factor", "level.margin", "level.days", "tripwire.days", "tripwire.reality",
        "tripwire.credibility", "watch.reality", "watch.credibility", "thin.days", "thin.texts",
        "thin.coverage", "record.days", "record.mean", "record.factor", "record.least",
        "surge.points", "alert.days", "surprise.weight",
        "surprise.limit", "surprise.days", "silence.factor", "dispute.factor",
      ])
}
