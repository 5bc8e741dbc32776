import EventData
import Lexicons

/// Finds events by predicate frames: who did what to whom, how real, when and where.
struct EventFinder {
  let knowledge: Knowledge
  let document: Document

  func find(_ statements: [Statement], _ resolution: Resolution) -> [Event] {
    let context = AttributionContext(
      knowledge: knowledge, document: document, resolution: resolution)
    let matcher = FrameMatcher(context: context)
    let arguments = ArgumentFinder(context: context)
    var events: [Event] = []
    var firstStatement = 0
    for sentence in document.sentences {
      if sentence.flags.isDisjoint(with: [.eventVerb, .eventNoun]) { continue }
      if document.paragraphs[sentence.paragraph].isHeading { continue }
      let span = document.span(sentence.tokens)
      while firstStatement < statements.count, statements[firstStatement].sentence.end <= span.start
      {
        firstStatement += 1
      }
      let predicates = matcher.predicates(in: sentence.tokens)
      if predicates.isEmpty || isCaption(sentence.tokens) { continue }
      let nearby = statements[firstStatement...].prefix { $0.sentence.start < span.end }
      SentenceCoder(
        context: context, sentence: sentence.tokens, statements: nearby, arguments: arguments
      ).code(predicates, into: &events)
    }
    return events
  }

  /// “In this handout photo, …”, “… (Agency/Getty Images)”: what a picture shows.
  private func isCaption(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(6).contains { document.isOne(of: Self.pictures, $0) }
      && sentence.prefix(3).contains { document.isOne(of: Self.showing, $0) }
      || sentence.contains { document.isOne(of: Self.agencies, $0) }
  }

  private static let pictures: WordSet = [
    "photo", "photograph", "picture", "image", "photos", "photographs", "pictures", "images",
  ]
  private static let showing: WordSet = ["this", "these"]
  private static let agencies: WordSet = ["getty", "shutterstock"]
}
