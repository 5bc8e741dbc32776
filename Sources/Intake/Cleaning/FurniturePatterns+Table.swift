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
    var samples: [(line: Int, text: ArraySlice<UInt8>)] = []
    var patterns: [Pattern] = []
    var hasColumns = false
    let lines = Array(table.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      if line.first == UInt8(ascii: "#") {
        let comment = line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
        if comment.starts(with: "sample: ".utf8) { samples.append((number, comment.dropFirst(8))) }
        headers.formUnion(Self.headers.filter { comment.starts(with: "\($0):".utf8) })
      } else if !hasColumns, !line.isEmpty {
        guard line.elementsEqual(Self.columns.utf8) else {
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
  fileprivate static let ellipsis = Array("\u{2026}".utf8)

  private func check(
    _ sample: ArraySlice<UInt8>, line: Int, file: String
  ) throws(FurnitureTableError) {
    let sides = sample.split(at: Array("=>".utf8), maxSplits: 1).map(\.trimmingBlanks)
    let expected = sides.count == 2 ? String(decoding: sides[1], as: UTF8.self) : ""
    let found = pattern(matching: Folding.fold(sides[0]))?.kind?.rawValue ?? Self.keep
    guard found == expected else {
      let text = String(decoding: sides[0], as: UTF8.self)
      throw .init(
        file: file, line: line,
        reason: .sampleFails(sample: text, expected: expected, found: found))
    }
  }
}

extension FurniturePatterns.Pattern {
  fileprivate struct RowError: Error {
    var reason: FurnitureTableError.Reason
  }

  fileprivate init(row: ArraySlice<UInt8>) throws(RowError) {
    let tab: UInt8 = 0x09
    guard let first = row.firstIndex(of: tab), let last = row.lastIndex(of: tab),
      row[(first + 1)...].firstIndex(of: tab) == last
    else { throw RowError(reason: .wrongFieldCount(row.count { $0 == tab } + 1)) }
    let pattern = row[..<first]
    let kind = String(decoding: row[(first + 1)..<last], as: UTF8.self)
    let match = String(decoding: row[(last + 1)...], as: UTF8.self)
    if kind != FurniturePatterns.keep {
      guard let kind = Furniture.Kind(rawValue: kind) else {
        throw RowError(reason: .unknownKind(kind))
      }
      self.kind = kind
    }
    guard let match = FurniturePatterns.Match(rawValue: match) else {
      throw RowError(reason: .unknownMatch(match))
    }
    self.match = match
    parts = []
    for part in pattern.split(at: FurniturePatterns.ellipsis) where !part.isEmpty {
      parts.append(Folding.fold(part.trimmingBlanks))
    }
    let isWhole = match != .exact || parts.count == 1
    guard !parts.isEmpty, isWhole, parts.allSatisfy({ $0.count >= 2 }) else {
      throw RowError(reason: .badPattern(String(decoding: pattern, as: UTF8.self)))
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes between the signs, at least one piece.
  fileprivate func split(at sign: [UInt8], maxSplits: Int = .max) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = self
    var from = startIndex
    while pieces.count < maxSplits, let place = self[from...].firstIndex(of: sign[0]) {
      if self[place...].starts(with: sign) {
        pieces.append(rest[..<place])
        from = place + sign.count
        rest = self[from...]
      } else {
        from = place + 1
      }
    }
    pieces.append(rest)
    return pieces
  }

  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}

extension Substring {
  var trimmingBlanks: Substring {
    var rest = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
    return rest
  }
}
