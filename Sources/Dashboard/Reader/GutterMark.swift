import Terminal

/// What stands beside a line of an article.
struct GutterMark: Hashable, Sendable {
  /// The sentence of an event begins in it.
  var hasEvent = false
  /// A statement begins in it.
  var opensStatement = false
  /// A statement stands in it, or a part of one.
  var holdsStatement = false

  /// The marks of all lines of a text.
  static func marks(of document: ReaderDocument, in text: WrappedText) -> [GutterMark] {
    var marks = Array(repeating: GutterMark(), count: text.lines.count)
    guard !marks.isEmpty else { return [] }
    for event in document.events { marks[text.line(ofSource: event.start)].hasEvent = true }
    for statement in document.statements {
      let extent = statement.extent
      guard !extent.isEmpty else { continue }
      let first = text.line(ofSource: extent.start)
      marks[first].opensStatement = true
      for line in first...text.line(ofSource: extent.end - 1) { marks[line].holdsStatement = true }
    }
    return marks
  }
}
