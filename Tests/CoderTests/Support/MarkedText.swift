import EventData
import Testing

/// A text with marks in it, written as `{name marked text}`; marks may be nested.
///
///     {source Putin} {cue warned} that {content {actor Kyiv} would answer}.
struct MarkedText: CustomTestStringConvertible, Sendable {
  struct Mark: Hashable, Sendable {
    let name: String
    let span: Span
  }

  private(set) var text = ""
  /// In the order in which they begin, an outer mark before the ones inside.
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var open: [(place: Int, name: String, start: Int)] = []
    var rest = marked[...]
    while let character = rest.popFirst() {
      switch character {
      case "{":
        let name = rest.prefix { $0 != " " }
        rest = rest.dropFirst(name.count + 1)
        open.append((marks.count, String(name), text.utf8.count))
        marks.append(Mark(name: String(name), span: Span(0, 0)))
      case "}":
        let (place, name, start) = open.removeLast()
        marks[place] = Mark(name: name, span: Span(start, text.utf8.count))
      default: text.append(character)
      }
    }
    precondition(open.isEmpty, "a mark is not closed in: \(marked)")
  }

  /// The spans of all marks of a name, in the order of the text.
  subscript(name: String) -> [Span] { marks.filter { $0.name == name }.map(\.span) }

  var testDescription: String { text }
}

@Suite("Marked text")
struct MarkedTextTests {
  @Test("gives the plain text and the spans of its marks")
  func marks() {
    let marked = MarkedText("{source Zoë} {cue said} {content {actor Kyiv} waits {actor here}}.")
    #expect(marked.text == "Zoë said Kyiv waits here.")
    #expect(marked["source"] == [Span(0, 4)])
    #expect(marked["content"] == [Span(10, 25)])
    #expect(marked["actor"] == [Span(10, 14), Span(21, 25)])
    #expect(marked.marks.map(\.name) == ["source", "cue", "content", "actor", "actor"])
    #expect(marked["none"] == [])
  }
}
