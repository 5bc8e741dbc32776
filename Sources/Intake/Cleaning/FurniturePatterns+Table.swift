import EventData

/// What is wrong with a table of furniture, and where.
package struct FurnitureTableError: Error, Hashable, Sendable {
  package var file: String
  /// Counted from 1; the line after the last for what is missing.
  package var line: Int
  package var reason: Reason

  package enum Reason: Hashable, Sendable {
    /// `source`, `licence` or `date` does not stand in the header.
    case missingHeader(String)
    /// The first line that is no comment must name the columns.
    case wrongColumns(expected: String)
    case wrongFieldCount(Int)
    case unknownKind(String)
    case unknownMatch(String)
    /// Shorter than two bytes, or in several parts where it is matched as a whole.
    case badPattern(String)
    /// A `# sample:` line that the table does not answer as stated.
    case sampleFails(sample: String, expected: String, found: String)
  }
}

extension FurniturePatterns {
  /// The columns of the table, in their order.
  package static let columns = "pattern\tkind\tmatch"
  /// The kind of a row that protects a line, and of a sample that is no furniture.
  package static let keep = "keep"

  /// Reads a table and checks its samples.
  ///
  /// - Parameters:
  ///   - table: UTF-8, in the form that `Documentation/lexicons.md` gives.
  ///   - file: named in errors.
  package init(parsing table: String, file: String) throws(FurnitureTableError) {
    var headers: Set<String> = []
    var samples: [(line: Int, text: Substring)] = []
    var patterns: [Pattern] = []
    var hasColumns = false
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      if line.hasPrefix("#") {
        let comment = line.drop { $0 == "#" || $0 == " " }
        if comment.hasPrefix("sample: ") { samples.append((number, comment.dropFirst(8))) }
        headers.formUnion(Self.headers.filter { comment.hasPrefix($0 + ":") })
      } else if !hasColumns, !line.isEmpty {
        guard line == Self.columns else {
          throw .init(file: file, line: number, reason: .wrongColumns(expected: Self.columns))
        }
        hasColumns = true
      } else if !line.isEmpty {
        do {
          patterns.append(try Pattern(row: line))
        } catch {
          throw .init(file: file, line: number, reason: error.reason)
        }
      }
    }
    if let missing = Self.headers.first(where: { !headers.contains($0) }) {
      throw .init(file: file, line: 1, reason: .missingHeader(missing))
    }
    guard hasColumns else {
      let reason = FurnitureTableError.Reason.wrongColumns(expected: Self.columns)
      throw .init(file: file, line: lines.count, reason: reason)
    }
    self.init(patterns: patterns)
    for sample in samples { try check(sample.text, line: sample.line, file: file) }
  }

  private static let headers = ["source", "licence", "date"]

  private func check(
    _ sample: Substring, line: Int, file: String
  ) throws(FurnitureTableError) {
    let sides = sample.split(separator: "=>", maxSplits: 1).map { side in
      String(side.trimmingBlanks)
    }
    let expected = sides.count == 2 ? sides[1] : ""
    let found = pattern(matching: Folding.fold(sides.first ?? ""))?.kind?.rawValue ?? Self.keep
    guard found == expected else {
      throw .init(
        file: file, line: line,
        reason: .sampleFails(sample: sides.first ?? "", expected: expected, found: found))
    }
  }
}

extension FurniturePatterns.Pattern {
  fileprivate struct RowError: Error {
    var reason: FurnitureTableError.Reason
  }

  fileprivate init(row: Substring) throws(RowError) {
    let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 3 else { throw RowError(reason: .wrongFieldCount(fields.count)) }
    if fields[1] != FurniturePatterns.keep {
      guard let kind = Furniture.Kind(rawValue: String(fields[1])) else {
        throw RowError(reason: .unknownKind(String(fields[1])))
      }
      self.kind = kind
    }
    guard let match = FurniturePatterns.Match(rawValue: String(fields[2])) else {
      throw RowError(reason: .unknownMatch(String(fields[2])))
    }
    self.match = match
    parts = fields[0].split(separator: "\u{2026}").map { Folding.fold($0.trimmingBlanks) }
    let isWhole = match != .exact || parts.count == 1
    guard !parts.isEmpty, isWhole, parts.allSatisfy({ $0.count >= 2 }) else {
      throw RowError(reason: .badPattern(String(fields[0])))
    }
  }
}

extension Substring {
  var trimmingBlanks: Substring {
    var rest = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
    return rest
  }
}
