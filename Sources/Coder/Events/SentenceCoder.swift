import EventData
import Lexicons

/// Makes events of the predicates of one sentence.
struct SentenceCoder {
  let context: AttributionContext
  let sentence: Range<Int>
  let statements: ArraySlice<Statement>
  let arguments: ArgumentFinder

  func events(of predicates: [Predicate]) -> [Event] {
    let tail = Clause.tail(of: sentence, context)
    let coding = Coding(context: context)
    var events: [Event] = []
    var governed = sentence.lowerBound
    for (number, predicate) in predicates.enumerated() {
      // What is asked for, promised or refused is no event of its own.
      if predicate.verb.lowerBound < governed { continue }
      let reporting = reporting(predicate)
      let clause = clause(of: predicate, reporting, before: tail)
      let deed = predicates[(number + 1)...].first { Stance.of($0.frame) == nil }
        .flatMap { clause.scope.contains($0.verb.lowerBound) ? $0.frame : nil }
      if governs(predicate) { governed = clause.scope.upperBound }
      var pairs = arguments.pairs(of: predicate, in: clause)
      if !isMain(predicate, in: clause) {
        pairs.removeAll { $0.source == nil || $0.target == nil }
      }
      if pairs.isEmpty { continue }
      let statement = reporting.map { statements[$0] }
      let reality = coding.reality(of: predicate, in: sentence, statement)
      for (source, target) in pairs {
        let isOwn =
          source?.actor.id == clause.speaker?.actor.id
          || predicate.frame.isReciprocal && target?.actor.id == clause.speaker?.actor.id
        guard
          let coded = coding.code(predicate.frame, reality, isOwn: isOwn, deed: deed, in: clause)
        else { continue }
        let isKnown = events.contains {
          $0.category == coded.category && $0.source?.id == source?.actor.id
            && $0.target?.id == target?.actor.id
        }
        if isKnown { continue }
        events.append(event(predicate, coded, source?.actor, target?.actor, statement))
      }
    }
    return events
  }

  /// Words about deeds take the deeds within them along.
  private func governs(_ predicate: Predicate) -> Bool {
    Stance.of(predicate.frame) != nil || predicate.frame.category == .accuse
  }

  /// The innermost statement that says it.
  private func reporting(_ predicate: Predicate) -> Int? {
    let span = context.document.span(predicate.verb)
    return statements.indices.last { statement in
      statements[statement].contentSpans.contains { $0.contains(span) }
    }
  }

  private func clause(of predicate: Predicate, _ reporting: Int?, before tail: Int) -> Clause {
    let span = context.document.span(predicate.verb)
    let tokens = context.document.tokens
    var limits = sentence
    if let reporting,
      let content = statements[reporting].contentSpans.first(where: { $0.contains(span) })
    {
      let first = sentence.first { Int(tokens[$0].start) >= content.start }
      let end = sentence.last { Int(tokens[$0].end) <= content.end }
      limits = (first ?? limits.lowerBound)..<((end ?? limits.upperBound - 1) + 1)
    }
    if predicate.verb.lowerBound < tail, limits.lowerBound < tail {
      limits = limits.lowerBound..<min(limits.upperBound, tail)
    }
    let cue = statements.indices.first { statement in
      statements[statement].cueSpans.contains { $0.overlaps(span) }
    }
    return Clause(
      sentence: sentence, limits: limits,
      scope: Clause.scope(behind: predicate, in: limits, context),
      speaker: reporting.flatMap { statements[$0].speaker }.map { Argument(actor: $0) },
      cueSpeaker: cue.flatMap { statements[$0].speaker }.map { Argument(actor: $0) })
  }

  /// Whether the predicate carries a clause of its own, rather than dating or explaining
  /// another one.
  private func isMain(_ predicate: Predicate, in clause: Clause) -> Bool {
    if predicate.isNoun || predicate.isModal { return false }
    var place = predicate.group.lowerBound
    while place > clause.limits.lowerBound {
      place -= 1
      let tag = context.tag(place)
      if tag == .comma || tag.isVerbal { break }
      if tag == .relative || context.knowledge.events.isAdjunct(context.word(place)) {
        return false
      }
    }
    return context.tag(predicate.verb.lowerBound) != .gerund
  }

  private func event(
    _ predicate: Predicate, _ coded: Coding.Code, _ source: ActorReference?,
    _ target: ActorReference?, _ statement: Statement?
  ) -> Event {
    let dates = DateFinder(knowledge: context.knowledge, document: context.document)
    return Event(
      sentence: context.document.span(sentence), source: source, target: target,
      category: coded.category, mode: coded.mode, cameo: coded.cameo,
      goldstein: context.knowledge.lexicons.goldsteinOfCode[coded.cameo] ?? 0,
      indicator: predicate.frame.indicator, status: coded.status,
      origin: statement?.speaker?.name ?? context.document.outlet,
      region: region(near: predicate.verb.lowerBound), date: dates.date(in: sentence),
      rule: predicate.frame.id, spans: [context.document.span(predicate.verb)])
  }

  /// The first place behind the predicate, else the last one before it.
  private func region(near token: Int) -> String? {
    func region(_ place: Int) -> String? {
      let mention = context.resolution.mentionOfToken[place]
      guard mention >= 0 else { return nil }
      let region = context.resolution.regionOfMention[Int(mention)]
      return region < 0 ? nil : context.resolution.regions[Int(region)].region.name
    }
    return (token..<sentence.upperBound).lazy.compactMap(region).first
      ?? (sentence.lowerBound..<token).reversed().lazy.compactMap(region).first
  }
}
