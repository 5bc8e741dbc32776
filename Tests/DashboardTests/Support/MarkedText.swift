import EventData

/// A text with marks in it, written as `{kind:argument marked text}`; marks may be nested.
///
///     {speaker:marden Ilse Marden} {cue:deny denied} {content that ships had left {r:amelin Port Amelin}}.
struct MarkedText {
  struct Mark: Hashable {
    let kind: String
    let argument: String
    let span: Span
  }

  private(set) var text = ""
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var open: [(kind: String, argument: String, start: Int)] = []
    var rest = marked[...]
    while let character = rest.popFirst() {
      switch character {
      case "{":
        let head = rest.prefix { $0 != " " }
        rest = rest.dropFirst(head.count + 1)
        let parts = head.split(separator: ":", maxSplits: 1)
        open.append(
          (String(parts[0]), parts.count > 1 ? String(parts[1]) : "", text.utf8.count))
      case "}":
        let mark = open.removeLast()
        marks.append(
          Mark(kind: mark.kind, argument: mark.argument, span: Span(mark.start, text.utf8.count)))
      default: text.append(character)
      }
    }
  }
}
