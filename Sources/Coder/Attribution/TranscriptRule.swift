import EventData

/// The name that opens a paragraph of a transcript: “ILLYN: The corridor stays open.”
enum TranscriptRule: AttributionRule {
  static let id = "transcript"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    guard let source = Self.speaker(of: sentence, context.document) else { return [] }
    let colon = source.upperBound
    let paragraph = context.document.paragraphs[sentence.paragraph]
    guard paragraph.tokens.upperBound - colon > 2 else { return [] }
    return [
      Attribution(
        cue: colon..<colon + 1, source: source, content: [colon + 1..<paragraph.tokens.upperBound],
        act: .assert, rule: Self.id, isVerbatim: true)
    ]
  }

  /// A few words in capitals from the start of a paragraph to a colon.
  static func speaker(of sentence: Document.SentenceTokens, _ document: Document) -> Range<Int>? {
    let paragraph = document.paragraphs[sentence.paragraph]
    var start = sentence.tokens.lowerBound
    guard start == paragraph.tokens.lowerBound, !paragraph.isTitle else { return nil }
    if document.tokens[start].kind == .openQuote { start += 1 }
    var place = start
    while place < paragraph.tokens.upperBound, place - start < 6 {
      let token = document.tokens[place]
      if token.kind == .colon, place > start { return start..<place }
      let isName = token.kind == .word && !token.shape.contains(.hasLower)
      guard isName || token.kind == .period, token.end - token.start > 1 || token.kind == .period
      else { return nil }
      place += 1
    }
    return nil
  }
}
