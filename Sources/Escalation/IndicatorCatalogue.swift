/// A line of the catalogue that cannot be read.
package struct CatalogueError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case headerMissing
    case columnsDiffer(expected: [String], found: [String])
    case fieldCount(expected: Int, found: Int)
    case value(column: String, text: String)
    case duplicate(id: String, firstLine: Int)
    case empty
  }

  package var file: String
  /// Counted from 1.
  package var line: Int
  package var problem: Problem
}

/// All indicators, in the order of their file.
///
/// The file is tab-separated: lines that begin with `#` are comments, the first other line names
/// the columns, each further line is an indicator.
package struct IndicatorCatalogue: Hashable, Sendable {
  static let columns = [
    "id", "family", "name", "direction", "track", "weight", "half_life", "tripwire", "cameo",
    "plover", "trigger", "not_this", "example", "qty",
  ]

  package let indicators: [Indicator]
  private let places: [String: Int]

  /// Nil when the catalogue has no such indicator.
  package subscript(_ id: String) -> Indicator? { places[id].map { indicators[$0] } }

  /// How far back an event can have an effect, in days: older ones need not be read.
  package var horizon: Int {
    Int((indicators.map(\.halfLife).max() ?? 0) * Indicator.lifetime)
  }

  /// - Parameter file: how errors name the file.
  package init(_ text: String, file: String) throws(CatalogueError) {
    var indicators: [Indicator] = []
    var lines: [String: Int] = [:]
    var hasHeader = false
    var last = 0
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let row = CatalogueRow(file: file, line: index + 1, line)
      last = row.line
      if line.isEmpty || line.hasPrefix("#") { continue }
      if !hasHeader {
        try row.checkHeader(Self.columns)
        hasHeader = true
        continue
      }
      let indicator = try row.indicator(Self.columns)
      if let first = lines.updateValue(row.line, forKey: indicator.id) {
        throw row.error(.duplicate(id: indicator.id, firstLine: first))
      }
      indicators.append(indicator)
    }
    guard hasHeader else {
      throw CatalogueError(file: file, line: max(1, last), problem: .headerMissing)
    }
    guard !indicators.isEmpty else {
      throw CatalogueError(file: file, line: last, problem: .empty)
    }
    self.indicators = indicators
    places = Dictionary(uniqueKeysWithValues: zip(indicators.map(\.id), indicators.indices))
  }
}

/// One line, on its way to become an indicator.
private struct CatalogueRow {
  let file: String
  let line: Int
  let fields: [String]

  init(file: String, line: Int, _ text: Substring) {
    self.file = file
    self.line = line
    fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  func error(_ problem: CatalogueError.Problem) -> CatalogueError {
    CatalogueError(file: file, line: line, problem: problem)
  }

  func checkHeader(_ columns: [String]) throws(CatalogueError) {
    guard fields == columns else {
      throw error(.columnsDiffer(expected: columns, found: fields))
    }
  }

  func indicator(_ columns: [String]) throws(CatalogueError) -> Indicator {
    guard fields.count == columns.count else {
      throw error(.fieldCount(expected: columns.count, found: fields.count))
    }
    let family: IndicatorFamily = try value(1, columns) { IndicatorFamily(rawValue: $0) }
    return Indicator(
      id: try value(0, columns) { $0.isEmpty ? nil : $0 }, family: family, name: fields[2],
      direction: try value(3, columns) {
        Indicator.Direction(rawValue: $0)
          .flatMap { ($0 == .calms) == (family == .deEscalation) ? $0 : nil }
      },
      track: try value(4, columns) { Indicator.Track(rawValue: $0) },
      weight: try value(5, columns) { Double($0).flatMap { $0 > 0 && $0 <= 10 ? $0 : nil } },
      halfLife: try value(6, columns) {
        Double($0).flatMap { $0 >= 1 && $0 <= 3650 ? $0 : nil }
      },
      tripwire: try value(7, columns) { Int($0).flatMap { (0...3).contains($0) ? $0 : nil } },
      cameo: fields[8].split(separator: " ").map(String.init),
      plover: fields[9].split(separator: ";").map { String($0.trimmingPrefix(" ")) },
      trigger: fields[10], notThis: fields[11], example: fields[12],
      quantities: fields[13].split(separator: ";").map(String.init))
  }

  private func value<Value>(
    _ index: Int, _ columns: [String], _ read: (String) -> Value?
  ) throws(CatalogueError) -> Value {
    guard let value = read(fields[index]) else {
      throw error(.value(column: columns[index], text: fields[index]))
    }
    return value
  }
}
