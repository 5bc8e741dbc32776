import EventData
import Lexicons

/// Makes events of the predicates of one sentence.
struct SentenceCoder {
  let context: AttributionContext
  let sentence: Range<Int>
  let statements: ArraySlice<Statement>
  /// Entities of the article by the ids of their actors.
  let speakers: [String: Int]
  let arguments: ArgumentFinder

  private var document: Document { context.document }

  func events(of predicates: [Predicate]) -> [Event] {
    let tail = Clause.tail(of: sentence, context)
    var events: [Event] = []
    var seen = Set<String>()
    var governed = sentence.lowerBound
    for (number, predicate) in predicates.enumerated() {
      // What is asked for, promised or refused is no event of its own.
      if predicate.verb.lowerBound < governed { continue }
      let reporting = reporting(predicate)
      let clause = clause(of: predicate, reporting, before: tail)
      let inner = predicates[(number + 1)...].prefix {
        $0.verb.lowerBound < clause.scope.upperBound
      }
      if governs(predicate) { governed = clause.scope.upperBound }
      let deed = inner.first { Stance.of($0.frame) == nil }
      let found = code(predicate, clause, reporting, deed.map { [$0.frame.cameo] } ?? [])
      let isMain = isMain(predicate, in: clause)
      for event in found where isMain || event.source != nil && event.target != nil {
        let key = "\(event.source?.id ?? "") \(event.target?.id ?? "") \(event.category.rawValue)"
        if seen.insert(key).inserted { events.append(event) }
      }
    }
    return events
  }

  /// Words about deeds take the deeds within them along.
  private func governs(_ predicate: Predicate) -> Bool {
    Stance.of(predicate.frame) != nil || predicate.frame.category == .accuse
  }

  /// The innermost statement that says it.
  private func reporting(_ predicate: Predicate) -> Statement? {
    let span = document.span(predicate.verb)
    return statements.last { statement in statement.contentSpans.contains { $0.contains(span) } }
  }

  private func clause(
    of predicate: Predicate, _ reporting: Statement?, before tail: Int
  ) -> Clause {
    var limits = sentence
    if let content = reporting?.contentSpans.first(where: {
      $0.contains(document.span(predicate.verb))
    }) {
      let first = sentence.first { Int(document.tokens[$0].start) >= content.start }
      let end = sentence.last { Int(document.tokens[$0].end) <= content.end }
      limits = (first ?? limits.lowerBound)..<((end ?? limits.upperBound - 1) + 1)
    }
    if predicate.verb.lowerBound < tail, limits.lowerBound < tail {
      limits = limits.lowerBound..<min(limits.upperBound, tail)
    }
    let cueSpeaker = statements.first { statement in
      statement.cueSpans.contains { $0.overlaps(document.span(predicate.verb)) }
    }?.speaker
    return Clause(
      sentence: sentence, limits: limits,
      scope: Clause.scope(behind: predicate, in: limits, context),
      speaker: reporting?.speaker.map(argument), cueSpeaker: cueSpeaker.map(argument))
  }

  private func argument(_ speaker: ActorReference) -> Argument {
    guard let entity = speakers[speaker.id] else { return Argument(actor: speaker) }
    let actor = context.resolution.entities[entity].actor
    return Argument(actor: ActorReference(actor))
  }

  /// Whether the predicate carries a clause of its own, rather than dating or explaining
  /// another one.
  private func isMain(_ predicate: Predicate, in clause: Clause) -> Bool {
    if predicate.isNoun || predicate.isModal { return false }
    let events = context.knowledge.events
    var place = predicate.group.lowerBound
    while place > clause.limits.lowerBound {
      place -= 1
      let tag = context.tag(place)
      if tag == .relative || events.isAdjunct(context.word(place)) {
        return false
      }
      if tag == .comma || tag.isVerbal { break }
    }
    return context.tag(predicate.verb.lowerBound) != .gerund
  }

  private func code(
    _ predicate: Predicate, _ clause: Clause, _ reporting: Statement?, _ inner: [String]
  ) -> [Event] {
    let modality = Modality(context: context)
    let status = modality.status(of: predicate, in: sentence, reporting: reporting)
    let isRefused = status == .negated && modality.isRefusal(predicate)
    let frame = predicate.frame
    return arguments.pairs(of: predicate, in: clause).compactMap { source, target in
      var event = Event(
        sentence: document.span(sentence), source: source?.actor, target: target?.actor,
        category: frame.category, mode: frame.mode, cameo: frame.cameo, goldstein: 0,
        indicator: frame.indicator, status: status,
        origin: reporting?.speaker?.name ?? document.article.outlet,
        region: region(near: predicate.verb.lowerBound),
        date: DateFinder(knowledge: context.knowledge, document: document).date(in: sentence),
        rule: frame.id, spans: [document.span(predicate.verb)])
      let speaker = reporting?.speaker?.id
      let isOwn =
        status == .pledged || isRefused || source?.actor.id == speaker
        || frame.isReciprocal && target?.actor.id == speaker
      if let stance = Stance.of(frame) {
        take(stance, clause, inner, &event)
      } else if let stance = Stance.of(frame, status, isOwn: isOwn, isRefused: isRefused) {
        take(stance, clause, [frame.cameo], &event)
        event.status =
          stance == .threaten ? .threatened : stance == .reject ? .occurred : .pledged
        event.mode = nil
      } else if status == .threatened
        || status == .demanded && source?.actor.id != reporting?.speaker?.id
      {
        // The threat or the demand itself is the event.
        return nil
      }
      event.goldstein = context.knowledge.lexicons.goldsteinOfCode[event.cameo] ?? 0
      return event
    }
  }

  /// Codes an event as a stance to the matter of its clause.
  private func take(
    _ stance: EventMatter.Stance, _ clause: Clause, _ inner: [String], _ event: inout Event
  ) {
    let matcher = FrameMatcher(context: context)
    let isHostile = inner.contains { $0 >= "14" }
    let stance = stance == .intend && isHostile ? .threaten : stance
    let code = context.knowledge.events.code(stance, matcher.classes(clause.scope), inner)
    event.category = Stance.category(stance)
    if Stance.isSpecific(event.cameo) { return }
    if stance == .protest {
      if event.cameo.utf8.count == 3, let code { event.cameo += code }
    } else if let code {
      event.cameo = code
    } else if !event.cameo.hasPrefix(Stance.base(stance).prefix(2)) {
      event.cameo = Stance.base(stance)
    }
  }

  /// The first place behind the predicate, else the last one before it.
  private func region(near token: Int) -> String? {
    let resolution = context.resolution
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
