import EventData
import Lexicons

/// Finds who acts and upon whom, as entities of the article.
struct ArgumentFinder {
  let context: AttributionContext

  /// Ordered pairs of source and target; a reciprocal event gives both orders, a
  /// compound actor one pair a member.
  func pairs(
    of predicate: Predicate, in sentence: Range<Int>, reporting: Statement?
  ) -> [(source: Int?, target: Int?)] {
    var sources = sources(of: predicate, in: sentence)
    var targets = targets(of: predicate, in: sentence)
    if predicate.frame.isReciprocal, targets.isEmpty, sources.count > 1 {
      targets = [sources.removeLast()]
    }
    targets.removeAll { sources.contains($0) }
    var pairs: [(Int?, Int?)] = []
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

  private func sources(of predicate: Predicate, in sentence: Range<Int>) -> [Int] {
    if predicate.isNoun { return possessors(of: predicate, in: sentence) }
    if predicate.isPassive {
      guard let by = sentence.from(predicate.verb.upperBound).prefix(8).first(where: {
        context.word($0) == context.knowledge.words.by
      })
      else { return [] }
      return context.phrases.phrase(startingAt: by + 1, before: sentence.upperBound)
        .map(entities) ?? []
    }
    return subject(of: predicate.group, in: sentence)
  }

  /// The subject of a verb; of an infinitive or a participle that of the verb before it.
  private func subject(of group: Range<Int>, in sentence: Range<Int>) -> [Int] {
    let finder = SubjectFinder(context: context)
    var place = group.lowerBound
    if let phrase = finder.subject(before: place, in: sentence), context.tag(group.lowerBound) != .to {
      return entities(phrase)
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
      if let phrase = finder.subject(before: first, in: sentence) { return entities(phrase) }
      place = first
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
    while first > sentence.lowerBound, context.tag(first - 1).isNominal, place - first < 6 {
      first -= 1
    }
    return entities(first..<place)
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
        if tag == .preposition, words.contains(context.document.text(place..<place + 1).lowercased())
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
