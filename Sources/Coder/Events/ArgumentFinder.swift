import EventData
import Lexicons

/// Finds who acts and upon whom.
struct ArgumentFinder {
  let context: AttributionContext
  let reader: ArgumentReader
  private let pronouns: PronounReader
  let words: CommonWords

  init(context: AttributionContext) {
    self.context = context
    reader = ArgumentReader(context: context)
    pronouns = PronounReader(context: context, reader: reader)
    words = context.knowledge.words
  }

  /// Ordered pairs of source and target; a reciprocal event gives both orders, a
  /// compound actor one pair a member.
  func pairs(of predicate: Predicate, in clause: Clause) -> [(source: Argument?, target: Argument?)]
  {
    let reciprocates = predicate.frame.isReciprocal
    if predicate.isNoun, reciprocates, let members = members(of: predicate, in: clause) {
      return everyPair(among: members)
    }
    var sources = sources(of: predicate, in: clause)
    var targets = targets(of: predicate, in: clause)
    // “Oslo and Riga met on Friday”, “… agreed to cooperate”: each with the other.
    if sources.count > 1, isMutual(predicate, targets, in: clause) {
      return everyPair(among: sources)
    }
    // “the summit” of nobody in particular is no event between anybody.
    if predicate.isNoun, reciprocates, targets.isEmpty || sources.isEmpty { return [] }
    if sources.contains(where: \.isCount) { sources.removeAll(where: \.isCount) }
    place(&sources, &targets, isAssault: predicate.frame.category == .assault, in: clause)
    targets.removeAll { target in sources.contains { $0.actor.id == target.actor.id } }
    var pairs: [(source: Argument?, target: Argument?)] = []
    if sources.isEmpty {
      pairs = targets.map { (nil, $0) }
    } else if targets.isEmpty {
      pairs = sources.map { ($0, nil) }
    } else {
      pairs = everyPair(of: sources, with: targets)
    }
    if reciprocates { pairs += pairs.filter { $0.target != nil }.map { ($0.target, $0.source) } }
    return pairs
  }

  private func isMutual(
    _ predicate: Predicate, _ targets: [Argument], in clause: Clause
  ) -> Bool {
    if predicate.frame.isReciprocal {
      let isBetween = clause.scope.prefix(3).contains { context.word($0) == words.between }
      return isBetween
        || behind(predicate.entry.prepositions, in: clause) == nil
          && predicate.frame.target != .object
    }
    return predicate.frame.category == .agree && targets.allSatisfy { $0.isPlace || !$0.isKnown }
  }

  // MARK: Sources

  func sources(of predicate: Predicate, in clause: Clause) -> [Argument] {
    if predicate.isModal { return clause.speaker.map { [$0] } ?? [] }
    if predicate.isNoun {
      let possessors = possessors(of: predicate, in: clause)
      if !possessors.isEmpty { return possessors }
      // “met after talks with Riga”, but not “met after hours of talks”.
      let hasPartner =
        predicate.frame.isReciprocal && behind(predicate.entry.prepositions, in: clause) != nil
      return hasPartner
        ? subject(of: predicate.group, in: clause)
        : subjectOfLightVerb(before: predicate, in: clause)
    }
    if predicate.isPassive { return agents(after: predicate.verb.upperBound, in: clause) }
    let found = subject(of: predicate.group, in: clause)
    if !found.isEmpty { return found }
    // “denied attacking”, “threatened to attack”: who speaks would act.
    let first = context.tag(predicate.group.lowerBound)
    if first == .gerund, predicate.entry.isDeed,
      Supposition(context: context).isSubjectGerund(predicate.verb.lowerBound, in: clause.limits)
    {
      return []
    }
    let implied = clause.cueSpeaker ?? (first == .to || first == .gerund ? clause.speaker : nil)
    return implied.map { [$0] } ?? []
  }

  /// “by rebels”: whoever stands behind the next “by”.
  private func agents(after place: Int, in clause: Clause) -> [Argument] {
    var place = place
    while place < clause.scope.upperBound {
      if context.word(place) == words.by {
        return reader.first(in: place + 1..<clause.scope.upperBound)
      }
      if context.tag(place) == .verb { return [] }
      place += 1
    }
    return []
  }

  /// The subject of a verb; of an infinitive, a participle or a coordinated verb that of
  /// the verb before it.
  func subject(of group: Range<Int>, in clause: Clause) -> [Argument] {
    let finder = SubjectFinder(context: context)
    var place = group.lowerBound
    if context.tag(place) == .to {
      let found = planners(of: place, in: clause)
      if !found.isEmpty { return found }
    } else if !opensParticiple(place, in: clause),
      let phrase = finder.subject(before: place, in: clause.limits)
    {
      let found = actors(phrase, in: clause)
      // “the accord, which ended …”: nobody whom the main clause names.
      if !found.isEmpty || place > 0 && context.tag(place - 1) == .relative { return found }
    }
    while place > clause.limits.lowerBound {
      place -= 1
      let tag = context.tag(place)
      guard tag == .verb || tag == .auxiliary || tag == .gerund,
        place == 0 || context.tag(place - 1) != .to
      else { continue }
      var first = place
      while first > clause.limits.lowerBound,
        context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb
      {
        first -= 1
      }
      if let phrase = finder.subject(before: first, in: clause.limits) {
        let found = actors(phrase, in: clause)
        if !found.isEmpty { return found }
      }
      place = first
    }
    return []
  }

  /// “Oslo urged Riga to leave, warning …”: the subject is that of the main clause.
  private func opensParticiple(_ place: Int, in clause: Clause) -> Bool {
    context.tag(place) == .gerund && place > clause.limits.lowerBound
      && context.tag(place - 1) == .comma
  }

  /// “Latvian efforts to arm rebels”, “Oslo's plan to leave”: whose they are; “a request
  /// for Oslo to leave”: who is to act.
  private func planners(of infinitive: Int, in clause: Clause) -> [Argument] {
    let noun = infinitive - 1
    guard noun > clause.limits.lowerBound,
      let phrase = context.phrases.phrase(endingBefore: infinitive, from: clause.limits.lowerBound)
    else { return [] }
    let before = phrase.lowerBound - 1
    let isFor = before >= clause.limits.lowerBound && context.word(before) == words.for
    return isFor || context.document.isOne(of: Self.plans, noun) ? actors(phrase, in: clause) : []
  }

  private static let plans: WordSet = [
    "effort", "efforts", "plan", "plans", "attempt", "attempts", "bid", "move", "moves",
    "decision", "intention", "intentions", "vow", "vows", "pledge", "pledges", "threat", "threats",
    "proposal", "proposals", "offer", "readiness", "willingness",
  ]

  /// The actors of a subject: its head, all members of a list, else whoever the phrase
  /// names at all (“Oslo's efforts”); a pronoun stands for who speaks or was named before.
  private func actors(_ phrase: Range<Int>, in clause: Clause) -> [Argument] {
    if phrase.count == 1, context.tag(phrase.lowerBound) == .pronoun {
      return pronouns.antecedent(of: phrase.lowerBound, in: clause).map { [$0] } ?? []
    }
    let phrase = withList(phrase, in: clause)
    let end = phrase.first {
      context.tag($0) == .preposition && context.resolution.mentionOfToken[$0] < 0
    }
    let head = reader.arguments(in: phrase.before(end ?? phrase.upperBound))
    if let last = head.last {
      let isList = phrase.before(end ?? phrase.upperBound).contains {
        context.word($0) == words.and
      }
      if isList { return head }
      if last.isKnown || end == nil { return [last] }
    }
    let rest = reader.arguments(in: phrase.from(end ?? phrase.upperBound))
    if let known = rest.first(where: { $0.isKnown && !$0.isPlace }) ?? rest.first {
      // “rebels in Norway” are still the rebels.
      guard let last = head.last else { return [known] }
      return [last.isUnplaced ? last.member(of: known) : last]
    }
    if let last = head.last { return [last] }
    return reader.unknown(in: phrase).map { [$0] } ?? []
  }

  /// A list of which the phrase is the end: “Oslo, Riga and Bonn”.
  private func withList(_ phrase: Range<Int>, in clause: Clause) -> Range<Int> {
    var first = phrase.lowerBound
    while first - 2 >= clause.limits.lowerBound {
      let joint = first - 1
      let isAnd = context.word(joint) == words.and
      guard
        isAnd || context.tag(joint) == .comma && first < phrase.lowerBound
          || context.tag(joint) == .comma
            && phrase.contains(where: { context.word($0) == words.and })
      else { break }
      let mention = context.resolution.mentionOfToken[joint - 1]
      guard mention >= 0 else { break }
      first = context.resolution.mentions[Int(mention)].tokens.lowerBound
    }
    return first..<phrase.upperBound
  }

  /// “issued a strong warning”, “have stepped up accusations”: who issues and steps up.
  private func subjectOfLightVerb(before predicate: Predicate, in clause: Clause) -> [Argument] {
    var place = predicate.verb.lowerBound
    while place > clause.limits.lowerBound, predicate.verb.lowerBound - place < 6 {
      place -= 1
      if context.tag(place) == .verb || context.tag(place) == .participle {
        var first = place
        while first > clause.limits.lowerBound,
          context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb
        {
          first -= 1
        }
        return subject(of: first..<place + 1, in: clause)
      }
      guard
        context.tag(place).isNominal || context.tag(place) == .adverb
          || context.tag(place) == .preposition && predicate.verb.lowerBound - place > 1
      else { return [] }
    }
    return []
  }

  /// “Russia's invasion of …”, “the Russian buildup”, “an attack by rebels on …”.
  private func possessors(of predicate: Predicate, in clause: Clause) -> [Argument] {
    let place = predicate.verb.lowerBound
    if predicate.frame.isReciprocal,
      let between = clause.scope.prefix(3).first(where: { context.word($0) == words.between })
    {
      return reader.first(in: clause.scope.from(between + 1))
    }
    if let by = clause.scope.prefix(7).first(where: { context.word($0) == words.by }) {
      let found = reader.first(in: clause.scope.from(by + 1))
      if !found.isEmpty { return found }
    }
    if predicate.frame.category == .aid, let found = behind([words.from], in: clause) {
      return found
    }
    var first = place
    var isList = false
    while first > clause.limits.lowerBound, place - first < 8 {
      let before = first - 1
      let isAnd = context.word(before) == words.and && first < place && context.tag(first) == .name
      guard isAnd || context.tag(before).isNominal else { break }
      isList = isList || isAnd
      first = before
    }
    let named = reader.arguments(in: first..<place)
    if !named.isEmpty { return isList ? named : named.suffix(1).map { $0 } }
    guard first > clause.limits.lowerBound, context.tag(first - 1) == .possessive else { return [] }
    return pronouns.antecedent(of: first - 1, in: clause).map { [$0] } ?? []
  }

  // MARK: Targets

  func targets(of predicate: Predicate, in clause: Clause) -> [Argument] {
    if predicate.isModal || predicate.isPassive {
      let first = predicate.group.lowerBound
      let subject =
        SubjectFinder(context: context).subject(before: first, in: clause.limits)
        // “Oslo's claim -- rejected by Riga -- that …”
        ?? context.phrases.phrase(endingBefore: first - 1, from: clause.limits.lowerBound)
      return subject.map { actors($0, in: clause) } ?? []
    }
    // “agreed that talks had failed”: with nobody.
    if predicate.frame.category == .agree, opensClause(clause.scope) { return [] }
    switch predicate.frame.target {
    case .none: return []
    case .object where predicate.isNoun:
      return behind([context.knowledge.words.of], in: clause) ?? []
    case .preposition:
      // “demanded that Riga withdraw”: whom the clause is about.
      if Stance.of(predicate.frame) != nil, opensClause(clause.scope) { break }
      if let indirect = indirectObject(of: predicate, in: clause) { return [indirect] }
      if let found = behind(predicate.entry.prepositions, in: clause) { return found }
      // “talked about Latvia” is no talk with it.
      if predicate.frame.isReciprocal || predicate.frame.category == .consult { return [] }
    default: break
    }
    if !predicate.isNoun { return mentioned(of: predicate, in: clause) }
    // “accusations that Oslo plans …”: words about somebody, who is named within them.
    guard Stance.of(predicate.frame) != nil || predicate.frame.category == .accuse else {
      return []
    }
    // “denied Latvian allegations”: against who denies them.
    if predicate.frame.category == .accuse, clause.isDenied, let speaker = clause.speaker {
      return [speaker]
    }
    return opensClause(clause.scope) ? mentioned(of: predicate, in: clause) : []
  }

  private func opensClause(_ scope: Range<Int>) -> Bool {
    scope.first.map { context.flags($0).contains(.that) } ?? false
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
  private func behind(_ prepositions: [Int32], in clause: Clause) -> [Argument]? {
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
