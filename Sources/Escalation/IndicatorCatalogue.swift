/// All indicators, in the order of their file, and how an index is made of them.
package struct IndicatorCatalogue: Hashable, Sendable {
  static let columns = [
    "id", "family", "name", "direction", "track", "weight", "half_life", "tripwire", "state",
    "own", "cameo", "plover", "trigger", "not_this", "example", "qty", "basis",
  ]

  package let indicators: [Indicator]
  package let method: EscalationMethod
  /// Names what this catalogue says, a person's changes included: stored with every level.
  package let version: String
  private let places: [String: Int]

  /// Nil when the catalogue has no such indicator.
  package subscript(_ id: String) -> Indicator? { places[id].map { indicators[$0] } }

  /// Where the indicator stands in ``indicators``.
  package func place(of id: String) -> Int? { places[id] }

  /// - Parameters:
  ///   - files: the shipped file, then a person's own: its rows replace those of the same id.
  ///   - methodFiles: the same for the constants.
  /// - Throws: ``CatalogueError`` for the first line that cannot be read.
  package init(
    _ files: [CatalogueFile], method methodFiles: [CatalogueFile]
  ) throws(CatalogueError) {
    var indicators: [Indicator] = []
    var places: [String: Int] = [:]
    for file in files {
      for row in try CatalogueTable(file.text, file: file.path, columns: Self.columns).rows {
        let indicator = try Indicator(row)
        if let place = places[indicator.id] {
          indicators[place] = indicator
        } else {
          places[indicator.id] = indicators.count
          indicators.append(indicator)
        }
      }
    }
    self.indicators = indicators
    self.places = places
    method = try EscalationMethod(methodFiles)
    var digest = Digest()
    for file in files + methodFiles { digest.combine(file.text) }
    version = String(UInt64(bitPattern: digest.value), radix: 16)
  }
}

extension Indicator {
  fileprivate init(_ row: CatalogueTable.Row) throws(CatalogueError) {
    let fields = row.fields
    let family: IndicatorFamily = try row.value(1) { IndicatorFamily(rawValue: $0) }
    self.init(
      id: fields[0], family: family, name: fields[2],
      direction: try row.value(3) {
        Direction(rawValue: $0).flatMap {
          ($0 == .calms) == (family == .deEscalation) ? $0 : nil
        }
      },
      track: try row.value(4) { Track(rawValue: $0) },
      weight: try row.value(5) { Double($0).flatMap { $0 > 0 && $0 <= 10 ? $0 : nil } },
      halfLife: try row.value(6) { Double($0).flatMap { $0 >= 1 && $0 <= 3650 ? $0 : nil } },
      tripwire: try row.value(7) { Int($0).flatMap { (0...3).contains($0) ? $0 : nil } },
      isState: try row.value(8) { $0.isEmpty ? false : $0 == "yes" ? true : nil },
      isDoubted: try row.value(9) { $0.isEmpty ? false : $0 == "doubted" ? true : nil },
      cameo: fields[10].split(separator: " ").map(String.init),
      plover: fields[11].split(separator: ";").map { String($0.trimmingPrefix(" ")) },
      trigger: fields[12], notThis: fields[13], example: fields[14],
      quantities: try row.value(15, Quantity.list), basis: fields[16])
  }
}

extension Indicator.Quantity {
  /// Reads `killed:5;wounded:10`; nil when a part is not of that form.
  fileprivate static func list(_ text: String) -> [Self]? {
    let parts = text.split(separator: ";").map { part -> Self? in
      let fields = part.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count == 2, !fields[0].isEmpty, let usual = Double(fields[1]),
        usual > 0, usual.isFinite
      else { return nil }
      return Self(name: String(fields[0]), usual: usual)
    }
    let read = parts.compactMap { $0 }
    return read.count == parts.count ? read : nil
  }
}
