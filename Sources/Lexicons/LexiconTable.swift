/// One table of `Resources/lexicons/`, read but not yet understood.
///
/// The form is described in `Documentation/lexicons.md`.
package struct LexiconTable: Sendable {
  package struct Row: Sendable {
    package let line: Int
    package let fields: [String]

    /// The parts of a field that holds a list; none for an empty field.
    package func list(_ column: Int) -> [String] {
      var field = fields[column]
      if field.isEmpty { return [] }
      return field.withUTF8 { LexiconTable.parts(of: $0, at: UInt8(ascii: "|")) }
    }
  }

  /// What the table states about itself: looking up `surface` must give `expected`.
  package struct Sample: Hashable, Sendable {
    package let line: Int
    package let surface: String
    package let expected: String
  }

  package let file: String
  package private(set) var rows: [Row] = []
  package private(set) var samples: [Sample] = []

  /// - Parameter columns: The names that the table's first row must have, in order.
  /// - Throws: ``LexiconError/malformed(file:line:reason:)``.
  package init(file: String, bytes: [UInt8], columns: [String]) throws(LexiconError) {
    self.file = file
    var line = 0
    var hasHeader = false
    for text in Self.lines(of: bytes) {
      line += 1
      if text.isEmpty { continue }
      if text.first == UInt8(ascii: "#") {
        try readSample(String(decoding: text, as: UTF8.self), line: line)
        continue
      }
      let fields = text.withUnsafeBufferPointer { Self.parts(of: $0, at: 0x09) }
      if !hasHeader {
        guard fields == columns else {
          throw .malformed(
            file: file, line: line, reason: "the columns must be \(columns.joined(separator: " "))")
        }
        hasHeader = true
        continue
      }
      guard fields.count == columns.count else {
        throw .malformed(
          file: file, line: line,
          reason: "\(fields.count) fields where the table has \(columns.count) columns")
      }
      rows.append(Row(line: line, fields: fields))
    }
    guard hasHeader else {
      throw .malformed(file: file, line: max(1, line), reason: "no row that names the columns")
    }
  }

  private mutating func readSample(_ comment: String, line: Int) throws(LexiconError) {
    guard comment.hasPrefix("# sample: ") else { return }
    guard let arrow = comment.range(of: " => ") else {
      throw .malformed(file: file, line: line, reason: "a sample is written SURFACE => ID")
    }
    samples.append(
      Sample(
        line: line, surface: String(comment.dropFirst(10)[..<arrow.lowerBound]),
        expected: String(comment[arrow.upperBound...])))
  }

  /// The lines without their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let stop = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      lines.append(bytes[start..<stop])
      start = end + 1
    }
    return lines
  }

  /// The texts between the separators, empty ones included.
  private static func parts(of bytes: UnsafeBufferPointer<UInt8>, at separator: UInt8) -> [String] {
    var parts: [String] = []
    var start = 0
    for place in 0...bytes.count where place == bytes.count || bytes[place] == separator {
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + 1
    }
    return parts
  }

  package func malformed(_ row: Row, _ reason: String) -> LexiconError {
    .malformed(file: file, line: row.line, reason: reason)
  }

  /// Checks every sample with `lookUp`, which gives all ids for a surface.
  ///
  /// - Throws: ``LexiconError/failedSample(file:line:surface:expected:)``.
  package func checkSamples(_ lookUp: (String) -> [String]) throws(LexiconError) {
    for sample in samples where !lookUp(sample.surface).contains(sample.expected) {
      throw .failedSample(
        file: file, line: sample.line, surface: sample.surface, expected: sample.expected)
    }
  }
}

extension String {
  fileprivate func range(of pattern: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(pattern) {
        return start..<index(start, offsetBy: pattern.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
