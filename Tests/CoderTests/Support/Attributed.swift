import EventData
import Testing

/// The three parts of a statement, as spans with their text.
struct Attributed: Equatable, CustomTestStringConvertible {
  var source: [String] = []
  var cue: [String] = []
  var content: [String] = []

  init(_ statement: Statement, in text: String) {
    source = (statement.speakerSpan.map { [$0] } ?? []).map { Self.part($0, text) }
    cue = statement.cueSpans.map { Self.part($0, text) }
    content = statement.contentSpans.map { Self.part($0, text) }
  }

  /// The parts that a text marks as `{source …}`, `{cue …}` and `{content …}`.
  ///
  /// Digits behind the name tell statements apart: `{source12 She}` is the source of the
  /// first and of the second one.
  static func all(in marked: MarkedText) -> [Attributed] {
    var found: [Character: Attributed] = [:]
    for mark in marked.marks {
      let kind = mark.name.prefix { !$0.isNumber }
      let numbers = mark.name.dropFirst(kind.count)
      for number in numbers.isEmpty ? "1" : numbers {
        let part = part(mark.span, marked.text)
        switch kind {
        case "source": found[number, default: Attributed()].source.append(part)
        case "cue": found[number, default: Attributed()].cue.append(part)
        case "content": found[number, default: Attributed()].content.append(part)
        default: continue
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private init() {}

  private static func part(_ span: Span, _ text: String) -> String {
    "\(text.text(of: span)) @\(span.start)"
  }

  var testDescription: String {
    [source, cue, content].map { $0.joined(separator: " … ") }.joined(separator: " | ")
  }
}

/// Codes a marked text and expects the statements that it marks, no more and no others.
///
/// - Parameter rule: The id of the rule that must have found each of them.
func expectStatements(
  _ marked: String, title: String? = nil, by rule: String? = nil,
  at sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let example = MarkedText(marked)
  let coded = try code(example.text, published: "2022-01-26", title: title)
  let found = coded.statements.sorted {
    ($0.cueSpans.first ?? $0.sentence) < ($1.cueSpans.first ?? $1.sentence)
  }
  #expect(
    found.map { Attributed($0, in: coded.article.text) } == Attributed.all(in: example),
    sourceLocation: sourceLocation)
  if let rule {
    #expect(
      found.allSatisfy { $0.rule == rule }, "\(found.map(\.rule))", sourceLocation: sourceLocation)
  }
}
