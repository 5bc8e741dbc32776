import EventData
import Lexicons

/// Upon whom it is done.
extension ArgumentFinder {
  func targets(of predicate: Predicate, in clause: Clause) -> [Argument] {
    guard predicate.stance == .threaten else { return named(by: predicate, in: clause) }
    var threat = clause
    if let price = price(in: clause.scope) { threat.scope = clause.scope.before(price) }
    let found = named(by: predicate, in: threat)
    return found.isEmpty ? conditioned(behind: predicate, in: clause) : found
  }

  /// “threatened to leave unless Riga stops”: whom the threat is to move.
  private func conditioned(behind threat: Predicate, in clause: Clause) -> [Argument] {
    let rest = clause.sentence.from(threat.verb.upperBound)
    guard let condition = rest.first(where: { context.document.isOne(of: Self.conditions, $0) })
    else { return [] }
    return reader.first(in: rest.from(condition + 1).before(condition + Self.subjectReach))
      .filter { $0.isKnown && !$0.isPlace }
  }

  private static let conditions: WordSet = ["if", "unless", "until"]
  /// How many tokens behind a condition its subject stands at most.
  private static let subjectReach = 6

  private func named(by predicate: Predicate, in clause: Clause) -> [Argument] {
    // “missiles were fired at Riga”, “sanctions were imposed on Latvia”
    if predicate.isPassive, !predicate.entry.prepositions.isEmpty,
      !predicate.entry.prepositions.contains(words.of),
      let found = behind(predicate.entry.prepositions, in: clause)
    {
      return found
    }
    if predicate.isPassive, isByOwner(predicate) { return [] }
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
      // “complained to the council about Riga”
      if predicate.frame.category == .accuse, predicate.entry.prepositions.contains(words.to),
        let found = behind(predicate.entry.prepositions.filter { $0 != words.to }, in: clause)
      {
        return found
      }
      if let found = behind(predicate.entry.prepositions, in: clause) { return found }
      // “recalled its diplomats”: they are its own.
      if predicate.frame.category == .sanction, predicate.frame.mode == "withdraw",
        predicate.entry.prepositions.contains(words.from)
      {
        return []
      }
      // “talked about Latvia” is no talk with it.
      if predicate.frame.isReciprocal || predicate.frame.category == .consult { return [] }
    default: break
    }
    if !predicate.isNoun {
      let found = mentioned(of: predicate, in: clause)
      return found.isEmpty ? owner(ofObject: predicate, in: clause).map { [$0] } ?? [] : found
    }
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

  /// “Oslo said Riga had attacked *its* ships”, “protested after jets entered *its* airspace”; but
  /// not “bombed its own people”, nor “fired its missiles”.
  private func owner(ofObject predicate: Predicate, in clause: Clause) -> Argument? {
    guard let possessive = clause.scope.first, context.tag(possessive) == .possessive,
      possessive + 1 < clause.scope.upperBound,
      !context.document.isOne(of: Self.own, possessive + 1)
    else { return nil }
    switch predicate.frame.category {
    case .assault where predicate.frame.target == .object: break
    case .mobilize where context.knowledge.events.isTerritory(context.word(possessive + 1)): break
    default: return nil
    }
    if let speaker = clause.speaker { return speaker.isSide ? speaker : nil }
    return pronouns.owner(of: possessive, in: clause)
  }

  private static let own: WordSet = ["own"]

  /// “Norwegian troops were deployed”, “Norwegian rockets were fired”: whose they are acts; but not
  /// where they “were shot down”, which is done to them rather than with them at somebody.
  func isByOwner(_ passive: Predicate) -> Bool {
    if passive.frame.category == .mobilize { return true }
    let last = passive.group.lowerBound - 1
    return passive.frame.category == .assault && !passive.entry.prepositions.isEmpty && last >= 0
      && context.knowledge.events.hasForce(FrameMatcher(context: context).classes(last..<last + 1))
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
      // “…, killing five people”: behind a deed against others, who need not be of their side.
      let isBeside =
        predicate.frame.category == .assault
        && opensParticiple(predicate.group.lowerBound, in: clause)
      let crowd = isBeside ? reader.crowd(in: clause.scope) : nil
      return (crowd ?? reader.unknown(in: clause.scope)).map { [$0] } ?? []
    }
    let isSent = predicate.frame.target == .any || predicate.frame.category == .retreat
    let isMeans = isSent && first.isUnplaced && first.actor.code == "MIL"
    guard first.isPlace || isMeans else { return found }
    let others = reader.arguments(in: clause.scope).dropFirst()
    let better = others.first { $0.isKnown && !$0.isPlace } ?? (isMeans ? others.first : nil)
    return better.map { [$0] } ?? (isMeans || isOnlyWhere(predicate, in: clause) ? [] : found)
  }

  /// “surrendered in Riga”, “captured a camp on the Latvian border”: where it was done.
  private func isOnlyWhere(_ predicate: Predicate, in clause: Clause) -> Bool {
    guard
      let name = clause.scope.first(where: {
        let mention = context.resolution.mentionOfToken[$0]
        return mention >= 0 && reader.argument(Int(mention)) != nil
      }), let before = clause.scope.before(name).last(where: { !opensPlace($0) })
    else { return false }
    switch predicate.frame.category {
    case .retreat where predicate.frame.cameo == Self.withdrawal:
      return context.knowledge.events.isLocative(context.word(before))
    case .assault:
      let next = name + 1
      return context.document.isOne(of: Self.beside, before) && next < clause.scope.upperBound
        && context.document.isOne(of: Self.borders, next)
    default: return false
    }
  }

  /// “*the eastern town of* Daugavpils”
  private func opensPlace(_ token: Int) -> Bool {
    context.tag(token) == .determiner || context.word(token) == words.of
      || !context.flags(token).isDisjoint(with: [.direction, .placeHead])
  }

  /// Of CAMEO: troops that withdraw or surrender.
  private static let withdrawal = "0874"
  private static let beside: WordSet = ["on", "near", "along", "at"]
  private static let borders: WordSet = ["border", "borders", "frontier"]
}
