import EventData
import Lexicons

/// Finds events by predicate frames: who did what to whom, how real, when and where.
struct EventFinder {
  let knowledge: Knowledge
  let document: Document

  func find(_ found: FoundStatements, _ resolution: Resolution) -> [Event] {
    let statements = found.statements
    let context = AttributionContext(
      knowledge: knowledge, document: document, resolution: resolution)
    let matcher = FrameMatcher(context: context)
    let arguments = ArgumentFinder(context: context)
    let modality = Modality(context: context)
    let dates = DateFinder(knowledge: knowledge, document: document)
    var events: [Event] = []
    var firstStatement = 0
    for sentence in document.sentences {
      if document.paragraphs[sentence.paragraph].isHeading { continue }
      let span = document.span(sentence.tokens)
      while firstStatement < statements.count, statements[firstStatement].sentence.end <= span.start
      {
        firstStatement += 1
      }
      var lastStatement = firstStatement
      while lastStatement < statements.count, statements[lastStatement].sentence.start < span.end {
        lastStatement += 1
      }
      let nearby = firstStatement..<lastStatement
      var seen: [(source: Int?, target: Int?, category: EventCategory)] = []
      for predicate in matcher.predicates(in: sentence.tokens) {
        let verb = document.span(predicate.verb)
        let reportingPlace = nearby.last { place in
          statements[place].contentSpans.contains { $0.contains(verb) }
        }
        let reporting = reportingPlace.map { statements[$0] }
        let status = modality.status(of: predicate, in: sentence.tokens, reporting: reporting)
        let cueSpeaker = nearby.first { place in
          statements[place].cueSpans.contains { $0.overlaps(verb) }
        }.flatMap { found.speakers[$0] }
        let speaker = reportingPlace.flatMap { found.speakers[$0] }
        for (source, target) in arguments.pairs(
          of: predicate, in: sentence.tokens, speaker: speaker, cueSpeaker: cueSpeaker)
        {
          let key = (source: source, target: target, category: predicate.frame.category)
          if seen.contains(where: { $0 == key }) { continue }
          seen.append(key)
          let coded = event(
            predicate, source.map { resolution.reference($0) },
            target.map { resolution.reference($0) }, status,
            reporting, sentence.tokens, span, dates, resolution)
          if let event = Intention.recast(coded, reportedBy: reporting?.speaker) {
            events.append(event)
          }
        }
      }
    }
    return events
  }

  private func event(
    _ predicate: Predicate, _ source: ActorReference?, _ target: ActorReference?,
    _ status: Event.Status, _ reporting: Statement?, _ sentence: Range<Int>, _ span: Span,
    _ dates: DateFinder, _ resolution: Resolution
  ) -> Event {
    let frame = predicate.frame
    return Event(
      sentence: span, source: source, target: target, category: frame.category, mode: frame.mode,
      cameo: frame.cameo, goldstein: frame.goldstein, indicator: frame.indicator, status: status,
      origin: reporting?.speaker?.name ?? document.outlet,
      region: region(near: predicate.verb.lowerBound, in: sentence, resolution),
      date: dates.date(in: sentence),
      rule: frame.id, spans: [document.span(predicate.verb)])
  }

  /// The first place behind the predicate, else the last one before it.
  private func region(near token: Int, in sentence: Range<Int>, _ resolution: Resolution) -> String?
  {
    func region(_ place: Int) -> String? {
      let mention = resolution.mentionOfToken[place]
      guard mention >= 0 else { return nil }
      let region = resolution.regionOfMention[Int(mention)]
      return region < 0 ? nil : resolution.regions[Int(region)].region.name
    }
    return (token..<sentence.upperBound).lazy.compactMap(region).first
      ?? (sentence.lowerBound..<token).reversed().lazy.compactMap(region).first
  }
}
