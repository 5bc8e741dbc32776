import Archive
import EventData
import Terminal

extension Action.ID {
  static let nextStatement: Self = "next-statement"
  fileprivate static let previousStatement: Self = "previous-statement"
  fileprivate static let furniture: Self = "furniture"
  fileprivate static let changes: Self = "version-changes"
  fileprivate static let original: Self = "original"
  fileprivate static let nextHit: Self = "next-hit"
  fileprivate static let previousHit: Self = "previous-hit"
  fileprivate static let nextMention: Self = "next-mention"
  fileprivate static let previousMention: Self = "previous-mention"
  fileprivate static let nextActor: Self = "next-actor"
}

/// One article, with what was found in it.
package struct ReaderPane: Pane {
  package struct Content: Sendable {
    let key: ArticleKey
    /// Nil when the archive no longer has the article.
    let document: ReaderDocument?
    /// What it was before it was read; nil unless asked for.
    var original: SafeText?
  }

  package static let id: PaneID = "reader"
  package static let title = "Article"
  package static let placement = Placement(
    ofTwo: 1, ofThree: 1, minimumRows: 7, weight: 5, companion: "articles")
  package static let actions = [
    Action(
      .find, "Find words in this article", hint: "find", keys: [.character("/")], in: .pane(id)),
    Action(
      .nextHit, "To the next place found", hint: "next found", keys: [.character("n")],
      in: .finding(id)),
    Action(
      .previousHit, "To the place found before", hint: "before", keys: [.character("N")],
      in: .finding(id)),
    Action(.endFinding, "Find no longer", hint: "done", keys: [.escape], in: .finding(id)),
    Action(
      .nextStatement, "Next statement", hint: "statement",
      keys: [.character("]"), .character("}")],
      in: .pane(id)),
    Action(
      .previousStatement, "Previous statement", keys: [.character("["), .character("{")],
      in: .pane(id)),
    Action(
      .nextMention, "Next mention of the same actor", hint: "mention", keys: [.character(")")],
      in: .pane(id)),
    Action(
      .previousMention, "Mention of the same actor before", keys: [.character("(")],
      in: .pane(id)),
    Action(.nextActor, "Follow another actor", keys: [.character("a")], in: .pane(id)),
    Action(
      .furniture, "Show or fold the page around the article", hint: "furniture",
      keys: [.character("F")], in: .pane(id)),
    Action(
      .changes, "Show what changed since the last version",
      keys: [.character("V")], in: .pane(id)),
    Action(
      .original, "Show the article as it came, or as read", keys: [.character("R")],
      in: .pane(id), capability: .reveals),
  ]

  private(set) var document: ReaderDocument?
  private var text: ReaderText?
  private var size = Size(columns: 0, rows: 0)
  /// The first line that is seen.
  var top = 0
  /// The statement under the cursor, as an index of the document's.
  private var statement: Int?
  /// What is marked beside the text: that statement, or the sentence that was asked for.
  private(set) var marked: Span?
  /// Words that are looked for in the text.
  var found: TextSearch?
  /// Where the reader stood before somebody began to look for words.
  var beforeFinding: Stand?
  /// The id of the actor whose mentions are gone through.
  var follows: String?
  /// Where to go when the article is here.
  private var target: Span?
  var showsFurniture = false
  var showsChanges = false
  /// What the article was before it was read, while it is shown.
  var original: SafeText?
  /// True when the archive no longer has the article.
  private var isGone = false

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    let page = max(1, rows - 1)
    switch action {
    case .down: scroll(to: top + 1)
    case .up: scroll(to: top - 1)
    case .pageDown: scroll(to: top + page)
    case .pageUp: scroll(to: top - page)
    case .halfPageDown: scroll(to: top + max(1, page / 2))
    case .halfPageUp: scroll(to: top - max(1, page / 2))
    case .first: scroll(to: 0)
    case .last: scroll(to: .max)
    case .nextStatement: return turnStatement(by: 1)
    case .previousStatement: return turnStatement(by: -1)
    case .furniture: return toggleFurniture()
    case .changes: return toggleChanges()
    case .original: return toggleOriginal()
    case .nextHit: return turnHit(by: 1)
    case .previousHit: return turnHit(by: -1)
    case .endFinding: found = nil
    case .nextMention: return turnMention(by: 1, in: view)
    case .previousMention: return turnMention(by: -1, in: view)
    case .nextActor: return turnActor(in: view)
    default: return nil
    }
    return []
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .selected(let key):
      target = nil
      if let key {
        let urgency: Load.Urgency = view.isFocused ? .now : .whenStill
        return document?.key == key ? [] : [load(key, urgency)]
      }
      document = nil
      text = nil
    case .opened(let key, let span):
      target = span
      if document?.key != key { return [load(key, .now), .focus] }
      goToTarget()
      return [.focus]
    case .archiveChanged: return view.article.map { [load($0, .later)] } ?? []
    case .resized:
      size = view.size
      wrap()
    case .scopeChanged, .profiled, .step, .failed: return nil
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    if case .wheel(let lines) = gesture.kind { scroll(to: top + lines) }
    return []
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    // Whoever asked may have gone on meanwhile.
    guard content.key == view.article else { return [] }
    if document?.key != content.key {
      top = 0
      statement = nil
      marked = nil
      showsChanges = false
      original = nil
      found = nil
      follows = nil
    }
    if let original = content.original {
      self.original = original
      top = 0
    }
    document = content.document
    isGone = content.document == nil
    if let statement, statement >= document?.statements.count ?? 0 {
      self.statement = nil
      marked = nil
    }
    wrap()
    goToTarget()
    return []
  }

  /// Where it stands: what is marked, or else the first that can be seen.
  var place: Span { marked ?? Span(firstByte, firstByte + 1) }

  package var isFinding: Bool { found != nil }

  package func subject(in view: PaneView) -> MarkSubject? {
    guard let statement, let document else { return nil }
    return .statement(document.places[statement], ofArticle: document.key.row)
  }

  package func position(in view: PaneView) -> String {
    if let found {
      let place = found.hits.isEmpty ? "nothing" : "\(found.current + 1) of \(found.hits.count)"
      return "“\(found.query)”: \(place)"
    }
    guard let text, text.lines.count > rows else { return document == nil ? "" : "all" }
    let last = min(text.lines.count, top + rows)
    return "\(last) of \(text.lines.count) · \(last * 100 / text.lines.count)%"
  }

  private func load(_ key: ArticleKey, _ urgency: Load.Urgency) -> PaneRequest {
    Self.load("article", urgency) { source in
      Content(key: key, document: try source.archive.article(key.row).map(ReaderDocument.init))
    }
  }

  // MARK: Moving

  /// Rows for text: the last one tells about the statement under the cursor.
  private var rows: Int { max(1, size.rows - (statement == nil ? 0 : 1)) }

  private mutating func scroll(to line: Int) {
    top = max(0, min(line, (text?.lines.count ?? 0) - rows))
  }

  /// Wraps the text anew; what was at the top stays there.
  mutating func wrap() {
    let first = text.flatMap { text in
      (top..<max(top, text.lines.count)).lazy.compactMap { text.source(ofLine: $0) }.first
    }
    let wasAtStart = top == 0
    text = document.map {
      ReaderText(
        $0, columns: size.columns, showsFurniture: showsFurniture,
        instead: original.map { [$0] } ?? (showsChanges && $0.versions > 0 ? $0.changes : nil))
    }
    if let first, let text, !wasAtStart { top = text.line(ofSource: first.lowerBound) }
    scroll(to: top)
  }

  private mutating func goToTarget() {
    guard let target, let document else { return }
    self.target = nil
    statement = document.statements.firstIndex { $0.extent == target || $0.sentence == target }
    marked = target
    show(target)
  }

  /// The first byte of the text that can be seen.
  var firstByte: Int {
    guard let text, top > 0 else { return 0 }
    return (top..<max(top, text.lines.count)).lazy
      .compactMap { text.source(ofLine: $0)?.lowerBound }.first ?? 0
  }

  struct Stand: Hashable, Sendable {
    let top: Int
    let statement: Int?
    let marked: Span?
  }

  var stand: Stand {
    get { Stand(top: top, statement: statement, marked: marked) }
    set {
      (statement, marked) = (newValue.statement, newValue.marked)
      scroll(to: newValue.top)
    }
  }

  /// Marks a place and brings it into sight.
  mutating func look(at span: Span) {
    statement = nil
    marked = span
    show(span)
  }

  /// Brings a span into sight, with some lines before it, unless it is there already.
  private mutating func show(_ span: Span) {
    guard let text else { return }
    let first = text.line(ofSource: span.start)
    let last = text.line(ofSource: max(span.start, span.end - 1))
    if first < top || last >= top + rows { scroll(to: first - rows / 3) }
  }

  private mutating func turnStatement(by step: Int) -> [PaneRequest] {
    guard let document, let text else { return [] }
    guard !document.statements.isEmpty else { return [.say("No statements in this article")] }
    let next =
      statement.map { $0 + step }
      ?? document.statements.firstIndex { text.line(ofSource: $0.extent.start) >= top }
      ?? document.statements.count - 1
    guard document.statements.indices.contains(next) else {
      return [.say(step > 0 ? "This is the last statement" : "This is the first statement")]
    }
    statement = next
    marked = document.statements[next].extent
    show(document.statements[next].extent)
    return []
  }

  // MARK: Drawing

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard let document, let text else {
      let note: [SafeText] =
        view.article == nil
        ? ["No article chosen."]
        : isGone ? ["This article is no longer in the archive."] : EmptyNote.loading
      return EmptyNote.draw(note, in: &canvas)
    }
    let gutter = min(ReaderText.gutterColumns, canvas.columns)
    let spare = canvas.columns - gutter - text.wrapped.width.count
    let left = max(0, spare / 2 - 1)
    let hits = found?.hits.map { Highlight(source: $0.range, role: .hit) } ?? []
    let seen = top..<min(top + rows, text.lines.count)
    let sources = seen.compactMap { text.source(ofLine: $0) }
    let shown = (sources.first?.lowerBound ?? 0)..<(sources.last?.upperBound ?? 0)
    let highlights = (document.highlights + hits).filter { $0.source.overlaps(shown) }
    for row in 0..<seen.count {
      switch text.lines[top + row] {
      case .aside(let aside, let role):
        canvas.write(
          aside, at: left + gutter, row, role: role, limit: text.wrapped.width)
      case .text(let index):
        let line = Rectangle(
          column: left + gutter, row: row, columns: text.wrapped.width.count, rows: 1)
        canvas.inside(line) {
          _ = $0.write(text.wrapped, from: index, highlights: highlights)
        }
        drawGutter(of: index, in: text, &canvas, at: left, row)
      }
    }
    if let statement { drawFooter(document, statement, in: &canvas) }
  }

  /// Marks beside a line: `•` for an event, `“` where a statement begins, a bar where it goes on.
  private func drawGutter(
    of line: Int, in text: ReaderText, _ canvas: inout Canvas, at column: Int, _ row: Int
  ) {
    let source = text.wrapped.lines[line].source
    let mark = text.gutter[line]
    if mark.hasEvent { canvas.write("•", at: column, row, role: .heading) }
    if let marked, marked.range.overlaps(source) {
      let begins = source.contains(marked.start)
      canvas.write(begins ? "▸" : "┃", at: column + 1, row, role: .focusedBorder)
    } else if mark.opensStatement {
      canvas.write("“", at: column + 1, row, role: .statement)
    } else if mark.holdsStatement {
      canvas.write("│", at: column + 1, row, role: .statement)
    }
  }

  /// Who says what how, for the statement under the cursor.
  private func drawFooter(_ document: ReaderDocument, _ index: Int, in canvas: inout Canvas) {
    let statement = document.statements[index]
    canvas.write(
      [
        Run(" \(index + 1)/\(document.statements.count)  ", .dim),
        Run(SafeText(statement.speaker?.name ?? "Somebody unnamed"), .actor),
        Run(SafeText(" " + statement.act.verb), statement.act.role),
        Run(SafeText(statement.addressee.map { " to \($0)" } ?? "")),
        Run(SafeText(statement.via.map { " · via \($0)" } ?? ""), .dim),
        Run(" · \(statement.kind.rawValue) · rule \(statement.rule)", .dim),
      ], at: 0, canvas.rows - 1, limit: Columns(canvas.columns))
  }
}
