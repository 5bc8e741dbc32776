import EventData
import Lexicons

/// Finds who acts and upon whom, as entities of the article.
struct ArgumentFinder {
  let context: AttributionContext

  /// - Parameters:
  ///   - speaker: who reports it; “it” and “they” in what they say are they.
  ///   - cueSpeaker: who speaks, where the predicate is itself the cue of a statement.
  ///
  /// Ordered pairs of source and target; a reciprocal event gives both orders, a
  /// compound actor one pair a member.
  func pairs(
    of predicate: Predicate, in sentence: Range<Int>, speaker: Int?, cueSpeaker: Int?
  ) -> [(source: Int?, target: Int?)] {
    var sources = cueSpeaker.map { [$0] } ?? sources(of: predicate, in: sentence, speaker: speaker)
    var targets = targets(of: predicate, in: sentence)
    if targets.isEmpty, isDirected(predicate.frame.category), !predicate.isPassive {
      targets = mentioned(after: predicate, in: sentence, besides: sources)
    }
    if predicate.frame.isReciprocal, targets.isEmpty, sources.count > 1 {
      targets = [sources.removeLast()]
    }
    // “the summit” of nobody in particular is no event between anybody.
    if predicate.isNoun, predicate.frame.isReciprocal, targets.isEmpty || sources.isEmpty {
      return []
    }
    targets.removeAll { sources.contains($0) }
    var pairs: [(source: Int?, target: Int?)] = []
    if sources.isEmpty {
      if targets.isEmpty { return [] }
      pairs = targets.map { (nil, $0) }
    } else if targets.isEmpty {
      pairs = sources.map { ($0, nil) }
    } else {
      for source in sources { for target in targets { pairs.append((source, target)) } }
    }
    if predicate.frame.isReciprocal { pairs += pairs.filter { $0.1 != nil }.map { ($0.1, $0.0) } }
    return pairs
  }

  private func sources(
    of predicate: Predicate, in sentence: Range<Int>, speaker: Int?
  ) -> [Int] {
    if predicate.isNoun {
      let possessors = possessors(of: predicate, in: sentence)
      return possessors.isEmpty && !predicate.frame.isReciprocal
        ? subjectOfLightVerb(before: predicate, in: sentence, speaker: speaker) : possessors
    }
    if predicate.isPassive {
      guard
        let by = sentence.from(predicate.verb.upperBound).prefix(8).first(where: {
          context.word($0) == context.knowledge.words.by
        })
      else { return [] }
      return context.phrases.phrase(startingAt: by + 1, before: sentence.upperBound)
        .map(entities) ?? []
    }
    return subject(of: predicate.group, in: sentence, speaker: speaker)
  }

  /// The subject of a verb; of an infinitive, a participle or a coordinated verb that of
  /// the verb before it.
  private func subject(of group: Range<Int>, in sentence: Range<Int>, speaker: Int?) -> [Int] {
    let finder = SubjectFinder(context: context)
    var place = group.lowerBound
    if context.tag(place) != .to, let phrase = finder.subject(before: place, in: sentence) {
      let found = actors(phrase, speaker: speaker)
      if !found.isEmpty { return found }
    }
    while place > sentence.lowerBound {
      place -= 1
      let tag = context.tag(place)
      guard tag == .verb || tag == .auxiliary else { continue }
      var first = place
      while first > sentence.lowerBound,
        context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb
      {
        first -= 1
      }
      if let phrase = finder.subject(before: first, in: sentence) {
        let found = actors(phrase, speaker: speaker)
        if !found.isEmpty { return found }
      }
      place = first
    }
    return []
  }

  /// The entities of a subject; a pronoun stands for who speaks.
  private func actors(_ phrase: Range<Int>, speaker: Int?) -> [Int] {
    if phrase.count == 1, context.tag(phrase.lowerBound) == .pronoun {
      return speaker.map { [$0] } ?? []
    }
    return entities(phrase)
  }

  /// “issued a strong warning”, “have stepped up accusations”: who issues and steps up.
  private func subjectOfLightVerb(
    before predicate: Predicate, in sentence: Range<Int>, speaker: Int?
  ) -> [Int] {
    var place = predicate.verb.lowerBound
    while place > sentence.lowerBound, predicate.verb.lowerBound - place < 6 {
      place -= 1
      if context.tag(place) == .verb || context.tag(place) == .participle {
        var first = place
        while first > sentence.lowerBound,
          context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb
        {
          first -= 1
        }
        return SubjectFinder(context: context).subject(before: first, in: sentence)
          .map { actors($0, speaker: speaker) } ?? []
      }
      guard
        context.tag(place).isNominal || context.tag(place) == .adverb
          || context.tag(place) == .preposition && predicate.verb.lowerBound - place > 1
      else { return [] }
    }
    return []
  }

  /// Words against somebody are coded with whom they name, wherever the name stands.
  private func isDirected(_ category: EventCategory) -> Bool {
    switch category {
    case .accuse, .threaten, .request, .reject, .aid, .agree, .sanction, .coerce: true
    default: false
    }
  }

  /// The first actor behind the predicate that does not act itself.
  private func mentioned(
    after predicate: Predicate, in sentence: Range<Int>, besides sources: [Int]
  ) -> [Int] {
    let rest = sentence.from(predicate.verb.upperBound)
    for found in context.resolution.entities(in: rest) where !sources.contains(found.entity) {
      let actor = context.resolution.entities[found.entity].actor
      if actor.code != "---", actor.kind != .group || actor.affiliation != nil {
        return [found.entity]
      }
    }
    return []
  }

  /// “Russia's invasion of …”, “the Russian buildup”, “an attack by rebels on …”.
  private func possessors(of predicate: Predicate, in sentence: Range<Int>) -> [Int] {
    let place = predicate.verb.lowerBound
    if predicate.frame.isReciprocal,
      let between = sentence.from(place + 1).prefix(3).first(where: {
        context.word($0) == context.knowledge.words.between
      })
    {
      return members(from: between + 1, in: sentence)
    }
    if let by = sentence.from(place + 1).prefix(7).first(where: {
      context.word($0) == context.knowledge.words.by
    }), let phrase = context.phrases.phrase(startingAt: by + 1, before: sentence.upperBound) {
      return entities(phrase)
    }
    var first = place
    while first > sentence.lowerBound, place - first < 8,
      context.tag(first - 1).isNominal
        || context.word(first - 1) == context.knowledge.words.and && first < place
          && context.tag(first) == .name
    {
      first -= 1
    }
    return entities(first..<place).map(stateOfModifier).filter { entity in
      // “military support”: the adjective is nobody.
      let actor = context.resolution.entities[entity].actor
      return actor.kind != .organisation && actor.kind != .group || actor.affiliation != nil
        || actor.code.hasPrefix("IGO")
    }
  }

  /// “a Russian troop buildup” is Russia's: a group that only modifies stands for its state.
  private func stateOfModifier(_ entity: Int) -> Int {
    let actor = context.resolution.entities[entity].actor
    guard actor.kind == .group, let affiliation = actor.affiliation else { return entity }
    return context.resolution.entities.firstIndex {
      $0.actor.kind == .state && $0.actor.name == affiliation
    } ?? entity
  }

  private func targets(of predicate: Predicate, in sentence: Range<Int>) -> [Int] {
    if predicate.isPassive {
      return SubjectFinder(context: context).subject(
        before: predicate.group.lowerBound, in: sentence
      ).map(entities) ?? []
    }
    switch predicate.frame.target {
    case .none: return []
    case .object:
      return context.phrases.phrase(
        startingAt: predicate.verb.upperBound, before: sentence.upperBound
      ).map(entities) ?? []
    case .preposition(let words):
      var place = predicate.verb.upperBound
      while place < sentence.upperBound, place - predicate.verb.upperBound < 16 {
        let tag = context.tag(place)
        if tag == .verb || tag == .relative || tag == .stop { break }
        if tag == .preposition,
          words.contains(context.document.text(place..<place + 1).lowercased())
        {
          return members(from: place + 1, in: sentence)
        }
        place += 1
      }
      return []
    }
  }

  /// The entities of a phrase and of those that “and” or a comma joins to it.
  private func members(from start: Int, in sentence: Range<Int>) -> [Int] {
    var found: [Int] = []
    var place = start
    while place < sentence.upperBound,
      let phrase = context.phrases.phrase(startingAt: place, before: sentence.upperBound)
    {
      found += entities(phrase)
      place = phrase.upperBound
      guard place < sentence.upperBound,
        context.word(place) == context.knowledge.words.and || context.tag(place) == .comma
      else { break }
      place += 1
      if place < sentence.upperBound, context.word(place) == context.knowledge.words.and {
        place += 1
      }
    }
    return found
  }

  /// The entities of one phrase: the head, or the members of a list; a state adjective
  /// that modifies a known head does not count by itself.
  private func entities(_ phrase: Range<Int>) -> [Int] {
    let found = context.resolution.entities(in: phrase)
    guard let last = found.last else { return [] }
    let isList = phrase.contains { context.word($0) == context.knowledge.words.and }
    if isList {
      var unique: [Int] = []
      for member in found where !unique.contains(member.entity) { unique.append(member.entity) }
      return unique
    }
    let head = context.resolution.mentions[last.mention].tokens.lowerBound
    if let first = found.first,
      (phrase.lowerBound..<max(phrase.lowerBound, head)).contains(where: {
        context.tag($0) == .preposition
      })
    {
      return [first.entity]
    }
    return [last.entity]
  }
}
