/// One table of `Resources/lexicons/`, read but not yet understood.
///
/// The form is described in `Documentation/lexicons.md`.
package struct LexiconTable: Sendable {
  /// What the table states about itself: looking up `surface` must give `expected`.
  package struct Sample: Hashable, Sendable {
    package let line: Int
    package let surface: String
    package let expected: String
  }

  package let file: String
  package let rows: Rows
  package let samples: [Sample]

  /// - Parameters:
  ///   - columns: The names that the table's first row must have, in order.
  ///   - note: Called with what is wrong in a line, which is left out if it does not throw.
  /// - Throws: ``LexiconError/malformed(file:line:reason:)``.
  package init(
    file: String, bytes: [UInt8], columns: [String],
    note: (LexiconError) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    func malformed(_ line: Int, _ reason: String) -> LexiconError {
      .malformed(file: file, line: line, reason: reason)
    }
    var text = TableText(bytes: bytes, width: columns.count)
    var samples: [Sample] = []
    var hasHeader = false
    while text.nextLine() {
      if text.first == UInt8(ascii: "#") {
        guard let comment = text.sample else { continue }
        guard let sample = Sample(comment, line: text.line) else {
          try note(malformed(text.line, "a sample is written SURFACE => ID"))
          continue
        }
        samples.append(sample)
      } else if hasHeader {
        let count = text.addRow()
        if count != columns.count {
          try note(
            malformed(text.line, "\(count) fields where the table has \(columns.count) columns"))
        }
      } else {
        guard text.fields == columns else {
          throw malformed(text.line, "the columns must be \(columns.joined(separator: " "))")
        }
        hasHeader = true
      }
    }
    guard hasHeader else {
      throw malformed(max(1, text.line), "no row that names the columns")
    }
    self.file = file
    self.samples = samples
    rows = Rows(text)
  }

  /// The name of the file without its folders.
  package var name: Substring {
    file[(file.lastIndex(of: "/").map(file.index(after:)) ?? file.startIndex)...]
  }

  package func malformed(_ row: Row, _ reason: String) -> LexiconError {
    .malformed(file: file, line: row.line, reason: reason)
  }

  /// The samples that do not hold.
  ///
  /// - Parameter lookUp: gives all ids for a surface.
  package func failedSamples(_ lookUp: (String) -> [String]) -> [LexiconError] {
    samples.filter { !lookUp($0.surface).contains($0.expected) }.map {
      .failedSample(file: file, line: $0.line, surface: $0.surface, expected: $0.expected)
    }
  }
}

extension LexiconTable.Sample {
  /// Nil when the comment has no arrow between surface and id.
  fileprivate init?(_ comment: String, line: Int) {
    let text = Array(comment.utf8)
    let arrow = Array(" => ".utf8)
    guard let place = text.indices.first(where: { text[$0...].starts(with: arrow) }) else {
      return nil
    }
    self.init(
      line: line, surface: String(decoding: text[..<place], as: UTF8.self),
      expected: String(decoding: text[(place + arrow.count)...], as: UTF8.self))
  }
}
