import EventData
import Testing

@testable import Coder

/// The three parts of a statement, as spans of a text.
struct Attributed: Equatable, CustomDebugStringConvertible {
  var source: [Span] = []
  var cue: [Span] = []
  var content: [Span] = []
  let text: String

  init(_ statement: Statement, in text: String) {
    source = statement.speakerSpan.map { [$0] } ?? []
    cue = statement.cueSpans
    content = statement.contentSpans
    self.text = text
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
        switch kind {
        case "source": found[number, default: .init(marked.text)].source.append(mark.span)
        case "cue": found[number, default: .init(marked.text)].cue.append(mark.span)
        case "content": found[number, default: .init(marked.text)].content.append(mark.span)
        default: continue
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The statements of an article in the order of their cues.
  static func all(in coded: CodedArticle) -> [Attributed] {
    coded.statements.map { Attributed($0, in: coded.article.text) }.sorted { $0.place < $1.place }
  }

  static func == (a: Attributed, b: Attributed) -> Bool {
    a.source == b.source && a.cue == b.cue && a.content == b.content
  }

  private init(_ text: String) {
    self.text = text
  }

  private var place: Span { cue.first ?? content.first ?? Span(0, 0) }

  var debugDescription: String {
    [source, cue, content].map { spans in
      spans.map { "‘\(text.text(of: $0))’@\($0.start)" }.joined(separator: " … ")
    }.joined(separator: " | ")
  }

  /// Whether source and cue overlap with another's and the contents have more letters in
  /// common than not.
  func isClose(to other: Attributed) -> Bool {
    let mine = Letters(of: content, in: text)
    let others = Letters(of: other.content, in: text)
    let overlap =
      mine.isEmpty && others.isEmpty || Letters.shared(mine, others) > 0.5
    return overlap && Letters.overlap(cue, other.cue)
      && (source.isEmpty && other.source.isEmpty || Letters.overlap(source, other.source))
  }
}

/// Codes a marked text and expects the statements that it marks, no more and no others.
///
/// - Parameter rule: The id of the rule that must have found each of them.
func expectStatements(
  _ marked: String, by rule: String? = nil,
  at sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let example = MarkedText(marked)
  let coded = try code(example.text, published: "2022-01-26")
  #expect(
    Attributed.all(in: coded) == Attributed.all(in: example), sourceLocation: sourceLocation)
  guard let rule else { return }
  #expect(Set(coded.statements.map(\.rule)) == [rule], sourceLocation: sourceLocation)
}
