import EventData
import Lexicons

/// Who goes with whom where several stand on a side.
extension ArgumentFinder {
  /// “Riga detected Norwegian jets near the island”: told by those at whom it is aimed.
  func isSighting(_ predicate: Predicate) -> Bool {
    predicate.frame.target == .subject && predicate.frame.category == .mobilize
  }

  /// Whose forces are seen, and who sees them: another state.
  func sighted(
    by predicate: Predicate, in clause: Clause
  ) -> [(source: Argument?, target: Argument?)] {
    guard let source = reader.first(in: clause.scope).first(where: \.isOfState),
      let target = subject(of: predicate.group, in: clause).first(where: \.isOfState),
      source.actor.body != target.actor.body
    else { return [] }
    return [(source, target)]
  }

  /// “told Riga's envoy at their meeting”: those named before it.
  func members(of predicate: Predicate, in clause: Clause) -> [Argument]? {
    let before = predicate.verb.lowerBound - 1
    guard before > clause.limits.lowerBound, context.word(before) == words.their else {
      return nil
    }
    let start = clause.sentence.lowerBound
    var named = reader.arguments(in: clause.sentence.before(before)).filter {
      $0.isKnown && !$0.isPlace
    }
    // “He told Tarn at their meeting”
    if named.count == 1, context.flags(start).contains(.subjectPronoun),
      let subject = pronouns.antecedent(of: start, in: clause)
    {
      named.insert(subject, at: 0)
    }
    let persons = named.filter { $0.actor.id.hasPrefix(ActorKey.Prefix.person) }
    return [named, persons].first { $0.count == 2 }
  }

  /// “accused each other”, “fired at one another”
  func hasEachOther(_ predicate: Predicate, in clause: Clause) -> Bool {
    let first = predicate.verb.upperBound
    guard !predicate.isPassive, first < clause.limits.upperBound else { return false }
    let start = context.tag(first) == .preposition ? first + 1 : first
    return start + 1 < clause.limits.upperBound
      && context.document.isOne(of: Self.other, start + 1)
      && context.document.isOne(of: Self.each, start)
  }

  private static let each: WordSet = ["each", "one"]
  private static let other: WordSet = ["other", "another"]

  /// Each with each; of a long list each with the first of the other side, which stands for
  /// it, so that a statement of twelve states is no hundred events.
  func everyPair(
    of sources: [Argument], with targets: [Argument]
  ) -> [(source: Argument?, target: Argument?)] {
    if max(sources.count, targets.count) <= Self.longList {
      var pairs: [(source: Argument?, target: Argument?)] = []
      pairs.reserveCapacity(sources.count * targets.count)
      for source in sources { for target in targets { pairs.append((source, target)) } }
      return pairs
    }
    if sources.count >= targets.count {
      return sources.prefix(Self.mostPairs).map { ($0, targets[0]) }
    }
    return targets.prefix(Self.mostPairs).map { (sources[0], $0) }
  }

  /// Beyond how many members a list is taken as a whole, and how many pairs it then gives.
  private static let longList = 4
  private static let mostPairs = 8

  func everyPair(among members: [Argument]) -> [(source: Argument?, target: Argument?)] {
    if members.count > Self.longList {
      return everyPair(of: [members[0]], with: Array(members.dropFirst()))
    }
    return members.flatMap { source in
      members.filter { $0.actor.id != source.actor.id }.map { (source, $0) }
    }
  }
}
