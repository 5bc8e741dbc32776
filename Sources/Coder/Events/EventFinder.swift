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
    let (getty, shutterstock) = Self.agencies
    let namesAgency = document.tokens.withUnsafeBufferPointer { tokens in
      tokens.contains { $0.hash == getty || $0.hash == shutterstock }
    }
    var events: [Event] = []
    var predicates: [Predicate] = []
    let denials = DenialFinder(context: context, arguments: arguments)
    var earlier = 0
    var firstStatement = 0
    for sentence in document.sentences {
      let first = events.count
      defer { earlier = first }
      if sentence.flags.isDisjoint(with: [.eventVerb, .eventNoun, .cueVerb]) { continue }
      if document.paragraphs[sentence.paragraph].isHeading { continue }
      let span = document.span(sentence.tokens)
      while firstStatement < statements.count, statements[firstStatement].sentence.end <= span.start
      {
        firstStatement += 1
      }
      predicates.removeAll(keepingCapacity: true)
      matcher.find(in: sentence.tokens, into: &predicates)
      let answer =
        sentence.flags.contains(.cueVerb) ? denials.find(in: sentence.tokens) : nil
      if predicates.isEmpty && answer == nil || isCaption(sentence.tokens, namesAgency) { continue }
      let nearby = statements[firstStatement...].prefix { $0.sentence.start < span.end }
      let coder = SentenceCoder(
        context: context, sentence: sentence.tokens, mayBeDated: mayBeDated(sentence),
        statements: nearby, arguments: arguments)
      coder.code(predicates, answer: answer, into: &events)
      if let answer { coder.deny(answer, &events, from: first, earlier: earlier) }
    }
    return events
  }

  private func mayBeDated(_ sentence: Document.SentenceTokens) -> Bool {
    sentence.kinds.contains(.number)
      || !sentence.flags.isDisjoint(with: [.month, .weekday, .timeNoun])
  }

  /// “In this handout photo, …”, “… (Agency/Getty Images)”: what a picture shows.
  ///
  /// - Parameter namesAgency: whether an agency of pictures is named somewhere.
  private func isCaption(_ sentence: Range<Int>, _ namesAgency: Bool) -> Bool {
    let (showing, pictures) = (Self.showing, Self.pictures)
    return sentence.prefix(3).contains { document.isOne(of: showing, $0) }
      && sentence.prefix(6).contains { document.isOne(of: pictures, $0) }
      || namesAgency
        && sentence.contains {
          document.tokens[$0].hash == Self.agencies.0
            || document.tokens[$0].hash == Self.agencies.1
        }
  }

  private static let pictures: WordSet = [
    "photo", "photograph", "picture", "image", "photos", "photographs", "pictures", "images",
  ]
  private static let showing: WordSet = ["this", "these"]
  private static let agencies = (Vocabulary.hash("getty"), Vocabulary.hash("shutterstock"))
}
