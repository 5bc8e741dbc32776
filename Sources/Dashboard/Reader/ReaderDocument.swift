import Archive
import EventData
import Terminal

/// An article made ready for reading: its text, and what to show where in it.
struct ReaderDocument: Sendable {
  let key: ArticleKey
  /// Title, outlet, day and address.
  let article: Article
  let text: SafeText
  /// The later wins where two overlap.
  let highlights: [Highlight]
  /// In the order of the text.
  let statements: [Statement]
  /// Where each of them stands in the list of the article.
  let places: [Int]
  /// The sentences of events, in the order of the text.
  let events: [Span]
  /// Who is mentioned where, in the order of the first mentions.
  let mentions: [Mentioned]
  /// The other articles of the same text, the newest first.
  let copies: [ArticleRow]
  /// How many earlier versions there are, and what has changed since the last of them, paragraph
  /// by paragraph.
  let versions: Int
  let changes: [SafeText]
  /// What a person has noted of it, and of sentences in it.
  let marks: Marks
  let sentenceMarks: [SentenceMarks]

  /// An actor with all places of the text that mean it, at least one.
  struct Mentioned: Sendable {
    let actor: PoliticalActor
    let places: [Span]
  }

  init(_ stored: StoredArticle) {
    let coded = stored.coded
    key = stored.key
    article = coded.article
    text = SafeText(coded.article.text)
    copies = stored.copies
    versions = stored.versions.count
    changes =
      stored.versions.first.map { before in
        VersionDiff.paragraphs(from: before.text, to: coded.article.text).map { SafeText($0) }
      } ?? []
    marks = stored.marks
    sentenceMarks = stored.sentenceMarks
    let order = coded.statements.enumerated().sorted { $0.element.extent < $1.element.extent }
    statements = order.map(\.element)
    places = order.map(\.offset)
    events = coded.events.map(\.sentence).sorted()
    mentions = coded.actors.map { found in
      Mentioned(actor: found.actor, places: found.mentions.map(\.span).sorted())
    }.filter { !$0.places.isEmpty }.sorted { $0.places[0] < $1.places[0] }
    highlights = Self.highlights(of: coded)
  }

  /// From what covers most to what says most.
  private static func highlights(of coded: CodedArticle) -> [Highlight] {
    let titleEnd = coded.article.bodyStart
    var spans: [(Span, Role)] = titleEnd > 0 ? [(Span(0, titleEnd), .title)] : []
    spans += coded.article.headings.map { ($0, .heading) }
    spans += coded.statements.flatMap { statement in
      statement.contentSpans.map { ($0, statement.kind == .indirect ? .statement : .quotation) }
    }
    spans += coded.figures.flatMap(\.spans).map { ($0, .figure) }
    spans += coded.events.flatMap(\.spans).map { ($0, .event) }
    spans += coded.regions.flatMap(\.mentions).map { ($0.span, .region) }
    spans += coded.statements.flatMap { $0.cueSpans + [$0.speakerSpan].compactMap(\.self) }
      .map { ($0, .cue) }
    spans += coded.actors.flatMap(\.mentions).map { ($0.span, .actor) }
    return spans.filter { !$0.0.isEmpty }.map { Highlight(source: $0.0.range, role: $0.1) }
  }

  /// Where each paragraph of the text begins, in bytes.
  var paragraphStarts: [Int] {
    var starts = [0]
    var newlines = 0
    for (offset, byte) in article.text.utf8.enumerated() {
      if byte == UInt8(ascii: "\n") {
        newlines += 1
      } else {
        if newlines > 1 { starts.append(offset) }
        newlines = 0
      }
    }
    return starts
  }
}

extension Statement {
  /// From the first to the last of its parts; the sentence when it has none.
  var extent: Span {
    let parts = contentSpans + cueSpans + [speakerSpan].compactMap(\.self)
    return parts.dropFirst().reduce(parts.first ?? sentence) { $0.union($1) }
  }
}
