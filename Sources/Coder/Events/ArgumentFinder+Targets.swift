import EventData
import Lexicons

/// Upon whom it is done.
extension ArgumentFinder {
  func targets(of predicate: Predicate, in clause: Clause) -> [Argument] {
    guard predicate.stance == .threaten, let price = price(in: clause.scope) else {
      return named(by: predicate, in: clause)
    }
    var threat = clause
    threat.scope = clause.scope.before(price)
    return named(by: predicate, in: threat)
  }

  private func named(by predicate: Predicate, in clause: Clause) -> [Argument] {
    // “missiles were fired at Riga”, “sanctions were imposed on Latvia”
    if predicate.isPassive, !predicate.entry.prepositions.isEmpty,
      !predicate.entry.prepositions.contains(words.of),
      let found = behind(predicate.entry.prepositions, in: clause)
    {
      return found
    }
    if predicate.isPassive, predicate.frame.category == .mobilize { return [] }
    if predicate.isModal || predicate.isPassive { return patients(of: predicate, in: clause) }
    // “agreed that talks had failed”: with nobody.
    if predicate.frame.category == .agree, opensClause(clause.scope) { return [] }
    if let antecedent = antecedent(ofObject: predicate, in: clause) { return antecedent }
    switch predicate.frame.target {
    case .none: return []
    case .object where predicate.isNoun:
      return behind([context.knowledge.words.of], in: clause) ?? []
    case .preposition:
      // “demanded that Riga withdraw”: whom the clause is about.
      if predicate.stance != nil, opensClause(clause.scope) { break }
      if let indirect = indirectObject(of: predicate, in: clause) { return [indirect] }
      if let found = behind(predicate.entry.prepositions, in: clause) { return found }
      // “talked about Latvia” is no talk with it.
      if predicate.frame.isReciprocal || predicate.frame.category == .consult { return [] }
    default: break
    }
    if !predicate.isNoun { return mentioned(of: predicate, in: clause) }
    // “accusations that Oslo plans …”: words about somebody, who is named within them.
    guard predicate.stance != nil || predicate.frame.category == .accuse else {
      return []
    }
    // “denied Latvian allegations”: against who denies them.
    if predicate.frame.category == .accuse, clause.isDenied, let speaker = clause.speaker {
      return [speaker]
    }
    if isThreat(predicate, in: clause) {
      let scope = clause.scope
      let end = scope.dropFirst(2).first { context.tag($0).headsClause } ?? scope.upperBound
      return reader.first(in: scope.before(end))
    }
    return opensClause(clause.scope) ? mentioned(of: predicate, in: clause) : []
  }

  /// “consequences *for* an attack on Riga”: what it is to pay for, done to who is protected.
  private func price(in scope: Range<Int>) -> Int? {
    guard let place = scope.dropFirst().first(where: { context.word($0) == words.for }),
      context.knowledge.events.hasReprisal(
        FrameMatcher(context: context).classes(scope.before(place)))
    else { return nil }
    return reader.deed(in: scope.from(place + 1).drop { context.tag($0) == .determiner })
      .map { _ in place }
  }

  /// “a threat to blockade Riga”
  func isThreat(_ predicate: Predicate, in clause: Clause) -> Bool {
    predicate.isNoun && predicate.stance == .threaten
      && clause.scope.first.map { context.tag($0) == .to } ?? false
  }

  /// “that …”, “in recent weeks that …”
  /// Whom it is done to, before a passive.
  func patients(of predicate: Predicate, in clause: Clause) -> [Argument] {
    let first =
      FrameMatcher.passive(joinedTo: predicate.group.lowerBound, context)
      ?? predicate.group.lowerBound
    let subject =
      SubjectFinder(context: context).subject(before: first, in: clause.limits)
      // “Oslo's claim -- rejected by Riga -- that …”
      ?? context.phrases.phrase(endingBefore: first - 1, from: clause.limits.lowerBound)
    return subject.map { actors($0, in: clause, mayBePlace: true) } ?? []
  }

  private func opensClause(_ scope: Range<Int>) -> Bool {
    guard let that = scope.prefix(5).first(where: { context.flags($0).contains(.that) }) else {
      return false
    }
    return that == scope.lowerBound || context.flags(that - 1).contains(.timeNoun)
  }

  /// “gave Riga a deadline”, “provided Riga with arms”.
  private func indirectObject(of predicate: Predicate, in clause: Clause) -> Argument? {
    guard !predicate.isNoun,
      let first = clause.scope.first(where: { context.tag($0) != .determiner })
    else { return nil }
    let mention = context.resolution.mentionOfToken[first]
    guard mention >= 0 else { return nil }
    let found = context.resolution.mentions[Int(mention)]
    if case .role = found.kind { return nil }
    let next = found.tokens.upperBound
    guard next < clause.scope.upperBound else { return nil }
    switch context.tag(next) {
    case .determiner, .number: break
    default: guard context.word(next) == words.with else { return nil }
    }
    return reader.argument(Int(mention)).flatMap { $0.isPlace ? nil : $0 }
  }

  /// Whoever stands behind one of the prepositions.
  func behind(_ prepositions: [Int32], in clause: Clause) -> [Argument]? {
    for place in clause.scope
    where context.tag(place) == .preposition && prepositions.contains(context.word(place)) {
      let found = reader.first(in: phrase(behind: place, in: clause.scope))
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// What a preposition governs: up to a verb, or a mark behind which no list goes on.
  private func phrase(behind preposition: Int, in scope: Range<Int>) -> Range<Int> {
    let limit = min(scope.upperBound, preposition + Self.reach)
    let end = (preposition + 1..<max(limit, preposition + 1)).first {
      context.tag($0).headsClause || context.tag($0) == .dash || context.tag($0) == .bracket
    }
    return preposition + 1..<(end ?? max(limit, preposition + 1))
  }

  /// How many tokens a preposition governs at most.
  private static let reach = 16

  /// Whoever is named first behind the predicate; a place, or troops on their way to one,
  /// only where nobody else is.
  private func mentioned(of predicate: Predicate, in clause: Clause) -> [Argument] {
    if let pronoun = clause.scope.first, context.flags(pronoun).contains(.objectPronoun),
      let antecedent = pronouns.antecedent(of: pronoun, in: clause)
    {
      return [antecedent]
    }
    let found = reader.first(in: clause.scope)
    guard let first = found.first else {
      return reader.unknown(in: clause.scope).map { [$0] } ?? []
    }
    let isMeans = first.isUnplaced && first.actor.code == "MIL" && predicate.frame.target == .any
    guard first.isPlace || isMeans else { return found }
    let others = reader.arguments(in: clause.scope).dropFirst()
    let better = others.first { $0.isKnown && !$0.isPlace } ?? (isMeans ? others.first : nil)
    return better.map { [$0] } ?? (isMeans ? [] : found)
  }
}
