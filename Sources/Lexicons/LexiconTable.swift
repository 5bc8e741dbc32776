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

  /// - Parameter columns: The names that the table's first row must have, in order.
  /// - Throws: ``LexiconError/malformed(file:line:reason:)``.
  package init(file: String, bytes: [UInt8], columns: [String]) throws(LexiconError) {
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
          throw malformed(text.line, "a sample is written SURFACE => ID")
        }
        samples.append(sample)
      } else if hasHeader {
        let count = text.addRow()
        guard count == columns.count else {
          throw malformed(
            text.line, "\(count) fields where the table has \(columns.count) columns")
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
