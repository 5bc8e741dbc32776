import EventData
import Terminal

/// A document broken into the lines of a screen.
struct ReaderText: Sendable {
  enum Line: Hashable, Sendable {
    /// A line of the wrapped text, by its index.
    case text(Int)
    /// A line that is not the article's own.
    case aside(SafeText, Role)
  }

  /// The widest line that is pleasant to read, in columns.
  static let measure = 90
  /// Columns for the marks of events and statements before the text.
  static let gutterColumns = 4

  let wrapped: WrappedText
  let lines: [Line]
  /// The marks beside each line of the wrapped text.
  let gutter: [GutterMark]

  /// - Parameter instead: what is shown in place of the text, paragraph by paragraph.
  init(
    _ document: ReaderDocument, columns: Int, showsFurniture: Bool, instead: [SafeText]? = nil
  ) {
    let width = Columns(max(1, min(Self.measure, columns - Self.gutterColumns - 1)))
    let wrapped = WrappedText(document.text, width: width)
    let article = document.article
    var lines: [Line] = []
    if let instead {
      self.wrapped = wrapped
      self.lines =
        Self.details(of: document, width: width)
        + instead.flatMap {
          Self.asides(WrappedText($0, width: width), .text) + [.aside("", .text)]
        }
      gutter = []
      return
    }
    if article.bodyStart == 0 {
      let title = WrappedText(SafeText(article.title ?? "Untitled"), width: width)
      lines += Self.asides(title, .title)
    }
    let starts = document.paragraphStarts
    var furniture = showsFurniture ? article.furniture[...] : []
    var paragraph = 0
    var hasDetails = false
    for index in wrapped.lines.indices {
      let source = wrapped.lines[index].source
      if !hasDetails, source.upperBound > article.bodyStart || article.bodyStart == 0 {
        // The empty line between title and body stays above the details' own.
        while lines.last.map({ Self.isBlank($0, in: wrapped) }) == true { lines.removeLast() }
        lines += Self.details(of: document, width: width)
        hasDetails = true
      }
      while paragraph < starts.count, source.contains(starts[paragraph]) {
        lines += Self.take(&furniture, before: paragraph, width: width)
        paragraph += 1
      }
      lines.append(.text(index))
    }
    if !hasDetails { lines += Self.details(of: document, width: width) }
    lines += Self.take(&furniture, before: .max, width: width)
    self.wrapped = wrapped
    self.lines = lines
    gutter = GutterMark.marks(of: document, in: wrapped)
  }

  /// The line of the screen that shows a byte of the article.
  func line(ofSource offset: Int) -> Int {
    let target = wrapped.line(ofSource: offset)
    return lines.firstIndex(of: .text(target)) ?? 0
  }

  /// The bytes of the article that a line shows.
  func source(ofLine index: Int) -> Range<Int>? {
    guard case .text(let line) = lines[index] else { return nil }
    return wrapped.lines[line].source
  }

  private static func isBlank(_ line: Line, in wrapped: WrappedText) -> Bool {
    guard case .text(let index) = line else { return false }
    return wrapped.lines[index].shown.isEmpty
  }

  /// Outlet, day and address under the title.
  private static func details(of document: ReaderDocument, width: Columns) -> [Line] {
    let article = document.article
    let facts = [
      article.outlet, article.published.map(Wording.moment),
      document.statements.isEmpty ? nil : Wording.count(document.statements.count, "statement"),
      document.events.isEmpty ? nil : Wording.count(document.events.count, "event"),
      article.isEnglish ? nil : "not coded: in another language (\(article.language ?? ""))",
    ].compactMap(\.self)
    var lines = asides(
      WrappedText(SafeText(facts.joined(separator: " · ")), width: width), .dim)
    if let url = article.url, !url.isEmpty { lines.append(.aside(SafeText(url), .dim)) }
    if !document.copies.isEmpty {
      let others = document.copies.map { copy in
        [copy.outlet ?? "no outlet", copy.published.map { Wording.day($0.day) }].compactMap(\.self)
          .joined(separator: " ")
      }
      let copies = "Also in: " + others.joined(separator: " · ")
      lines += asides(WrappedText(SafeText(copies), width: width), .dim)
    }
    if document.versions > 0 {
      let versions = Wording.count(document.versions, "earlier version")
      lines.append(.aside(SafeText("\(versions); V shows what changed"), .dim))
    }
    for noted in MarkWording.lines(of: document) {
      lines += asides(WrappedText(SafeText(noted), width: width), .heading)
    }
    return lines + [.aside("", .text)]
  }

  /// The pieces of the page that stood before a paragraph, each named by its kind.
  private static func take(
    _ furniture: inout ArraySlice<Furniture>, before paragraph: Int, width: Columns
  ) -> [Line] {
    var lines: [Line] = []
    while let piece = furniture.first, piece.before <= paragraph {
      furniture.removeFirst()
      let text = WrappedText(SafeText("[\(piece.kind.rawValue)] \(piece.text)"), width: width)
      lines += asides(text, .furniture) + [.aside("", .text)]
    }
    return lines
  }

  private static func asides(_ text: WrappedText, _ role: Role) -> [Line] {
    text.lines.map { .aside(text.text.text(of: $0.shown), role) }
  }
}
