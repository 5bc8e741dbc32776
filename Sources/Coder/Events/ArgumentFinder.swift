import EventData
import Lexicons

/// Finds who acts and upon whom.
struct ArgumentFinder {
  let context: AttributionContext

  var reader: ArgumentReader { ArgumentReader(context: context) }
  var pronouns: PronounReader { PronounReader(context: context) }
  var words: CommonWords { context.knowledge.words }

  /// Ordered pairs of source and target; a reciprocal event gives both orders, a
  /// compound actor one pair a member.
  func pairs(of predicate: Predicate, in clause: Clause) -> [(source: Argument?, target: Argument?)]
  {
    let reciprocates = predicate.frame.isReciprocal
    if predicate.isNoun, reciprocates, let members = members(of: predicate, in: clause) {
      return everyPair(among: members)
    }
    if isSighting(predicate) { return sighted(by: predicate, in: clause) }
    var sources = sources(of: predicate, in: clause)
    var targets = targets(of: predicate, in: clause)
    // “Oslo and Riga met on Friday”, “… agreed to cooperate”, “… accused each other”.
    if sources.count > 1,
      isMutual(predicate, targets, in: clause) || hasEachOther(predicate, in: clause)
    {
      var nobody: [Argument] = []
      place(&sources, &nobody, of: predicate, beside: [], in: clause)
      return everyPair(among: sources)
    }
    // “the summit” of nobody in particular is no event between anybody.
    if predicate.isNoun, reciprocates, targets.isEmpty || sources.isEmpty { return [] }
    if sources.contains(where: \.isCount) { sources.removeAll(where: \.isCount) }
    let isAssault = predicate.frame.category == .assault
    // Who bombs, enters or leaves the capital does so to a city.
    switch predicate.frame.category {
    case .assault, .mobilize, .retreat: targets = targets.map { $0.isCapital ? $0.asCity : $0 }
    default: break
    }
    // “shelled Latvian posts, killing two soldiers”: those of whom it was told before.
    let before =
      isAssault && opensParticiple(predicate.group.lowerBound, in: clause)
      ? reader.arguments(in: clause.limits.before(predicate.group.lowerBound)) : []
    // “is sending tanks to the border”: what is sent is the sender's.
    if predicate.frame.category == .mobilize {
      targets.removeAll { $0.isUnplaced && $0.actor.code == "MIL" }
    }
    // “a drone hit a clinic in Riga”: whose it is, nobody says.
    if isAssault { sources.removeAll { $0.isUnplaced && $0.isMateriel } }
    place(&sources, &targets, of: predicate, beside: before, in: clause)
    // “Oslo said units were returning to base”: its own.
    if predicate.frame.category == .retreat, let speaker = clause.speaker, speaker.isOfState {
      sources = sources.map { $0.isUnplaced ? $0.placed(in: speaker) : $0 }
    }
    let isSource = { (target: Argument) in sources.contains { $0.actor.id == target.actor.id } }
    if targets.contains(where: isSource) { targets.removeAll(where: isSource) }
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
      return between(behind: predicate.verb.upperBound - 1, in: clause) != nil
        || !targets.isEmpty && targets.allSatisfy { $0.isPlace || !$0.isKnown }
        || behind(predicate.entry.prepositions, in: clause) == nil
          && predicate.frame.target != .object
    }
    // “agreed to cooperate” with each other; what several promise, they promise others.
    return predicate.frame.category == .agree
      && context.document.isOne(of: Self.agreeing, predicate.verb.lowerBound)
      && targets.allSatisfy { $0.isPlace || !$0.isKnown }
  }

  private static let agreeing: WordSet = [
    "agree", "agrees", "agreed", "agreeing", "reach", "reaches", "reached", "reaching", "sign",
    "signs", "signed", "signing", "conclude", "concludes", "concluded", "strike", "strikes",
    "struck", "accept", "accepts", "accepted", "consent", "consented", "arrange", "arranged",
    "plan", "plans", "planned", "set",
  ]

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
        : subjectOfLightVerb(before: predicate, in: clause) ?? announcer(of: predicate, in: clause)
    }
    if predicate.isPassive {
      let agents = agents(after: predicate.verb.lowerBound + 1, in: clause)
      return agents.isEmpty && isByOwner(predicate)
        ? patients(of: predicate, in: clause) : agents
    }
    let accused = accused(of: predicate.group.lowerBound, in: clause)
    if !accused.isEmpty { return accused }
    let found = subject(of: predicate.group, in: clause)
    if found.count < 2, let speaker = clause.cueSpeaker,
      isCoordinated(predicate.group.lowerBound, in: clause)
    {
      return [speaker]
    }
    if !found.isEmpty { return found }
    // “denied attacking”, “threatened to attack”: who speaks would act.
    let first = context.tag(predicate.group.lowerBound)
    if first == .gerund, predicate.entry.isDeed,
      Supposition(context: context).isSubjectGerund(predicate.verb.lowerBound, in: clause.limits)
    {
      return []
    }
    let isImplied =
      first == .to
      || first == .gerund && !opensParticiple(predicate.group.lowerBound, in: clause)
    let implied =
      clause.cueSpeaker
      ?? (isImplied || isJoinedToCue(predicate, in: clause) ? clause.speaker : nil)
    return implied.map { [$0] } ?? []
  }

  /// “by rebels”, “in a Latvian attack”: whoever stands behind the next “by”, or whose deed
  /// stands behind “in”.
  private func agents(after place: Int, in clause: Clause) -> [Argument] {
    var place = place
    while place < clause.scope.upperBound {
      if context.word(place) == words.by {
        return reader.first(in: place + 1..<clause.scope.upperBound)
      }
      if context.word(place) == words.in || context.word(place) == words.under,
        let attacker = attacker(in: clause.scope.from(place + 1))
      {
        return [attacker]
      }
      // “came under fire from …”, “were killed in shelling from …”
      if context.word(place) == words.from, place > clause.scope.lowerBound,
        context.knowledge.events.hasForce(FrameMatcher(context: context).classes(place - 1..<place))
      {
        return reader.first(in: place + 1..<clause.scope.upperBound)
      }
      if context.tag(place) == .verb { return [] }
      place += 1
    }
    return []
  }

  /// “an Israeli airstrike”: whose deed a phrase names.
  private func attacker(in range: Range<Int>) -> Argument? {
    reader.deed(in: range).flatMap { deed in
      reader.arguments(in: range.before(deed)).last { !$0.isPlace }
    }
  }

  /// The subject of a verb; of an infinitive, a participle or a coordinated verb that of
  /// the verb before it.
  func subject(of group: Range<Int>, in clause: Clause) -> [Argument] {
    let finder = SubjectFinder(context: context)
    var place = group.lowerBound
    // “said it “strongly condemns” the attack”
    if place > clause.sentence.lowerBound, context.tag(place - 1) == .quote { place -= 1 }
    if context.tag(place) == .to {
      let found = planners(of: place, in: clause)
      if !found.isEmpty { return found }
    } else if !opensParticiple(place, in: clause),
      let phrase = finder.subject(
        before: place, in: place < clause.limits.lowerBound ? clause.sentence : clause.limits)
    {
      var found = actors(phrase, in: clause)
      if found.isEmpty { found = shooters(of: phrase, before: place) }
      // “the accord, which ended …”, “…, but a blast killed …”: nobody whom another clause names.
      let isFinite = context.tag(group.upperBound - 1) == .verb && !phrase.contains(where: isTime)
      if !found.isEmpty || isFinite || place > 0 && context.tag(place - 1) == .relative {
        return found
      }
    }
    let isParticiple = opensParticiple(group.lowerBound, in: clause)
    while place > clause.limits.lowerBound {
      place -= 1
      let tag = context.tag(place)
      guard tag == .verb || tag == .auxiliary || tag == .gerund,
        place == 0 || context.tag(place - 1) != .to && !(isParticiple && isNoun(place))
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
    return isParticiple ? principal(before: group.lowerBound, in: clause) : []
  }

  private func isTime(_ token: Int) -> Bool {
    context.tag(token) == .time || context.flags(token).contains(.timeNoun)
  }

  /// “Oslo urged Riga to leave, warning …”: the subject is that of the main clause.
  func opensParticiple(_ place: Int, in clause: Clause) -> Bool {
    context.tag(place) == .gerund && place > clause.limits.lowerBound
      && context.tag(place - 1) == .comma
  }

  /// The actors of a subject: its head, all members of a list, else whoever the phrase
  /// names at all (“Oslo's efforts”); a pronoun stands for who speaks or was named before.
  ///
  /// - Parameter mayBePlace: a phrase that names nobody may stand for the place it names.
  func actors(
    _ phrase: Range<Int>, in clause: Clause, mayBePlace: Bool = false
  ) -> [Argument] {
    if phrase.count == 1, context.tag(phrase.lowerBound) == .pronoun {
      return pronouns.antecedent(of: phrase.lowerBound, in: clause).map { [$0] } ?? []
    }
    if let group = groupOfAntecedent(phrase, in: clause) ?? ownGroup(phrase, in: clause) {
      return [group]
    }
    if let followers = followers(of: phrase, in: clause) {
      return actors(followers, in: clause, mayBePlace: mayBePlace)
    }
    let phrase = withList(phrase, in: clause)
    let end = phrase.first {
      context.tag($0) == .preposition && context.resolution.mentionOfToken[$0] < 0
    }
    if let end, !mayBePlace, isUponSomebody(end, in: phrase) { return [] }
    if !mayBePlace, isReceiver(phrase, in: clause) { return [] }
    // “fighting in Norway has …”: where it is does nothing.
    let isWhere =
      !mayBePlace && phrase.lowerBound > clause.limits.lowerBound
      && context.tag(phrase.lowerBound - 1) == .preposition
    let head = reader.arguments(in: phrase.before(end ?? phrase.upperBound))
      .filter { !(isWhere && $0.isPlace) }
    if let last = head.last {
      if isList(phrase.before(end ?? phrase.upperBound)) { return head }
      if end == nil {
        return [tiedState(behind: phrase, in: clause).map(last.placed) ?? last]
      }
    }
    let rest = reader.arguments(in: phrase.from(end ?? phrase.upperBound))
    if let last = head.last, last.isKnown {
      // “the presidents of Norway and Latvia”
      let others = isList(phrase) && last.actor.code.count > 3 ? rest.filter(\.isOfState) : []
      return [last]
        + others.filter { $0.actor.body != last.actor.body }
        .map(last.likewise)
    }
    if let known = rest.first(where: { $0.isKnown && !$0.isPlace }) ?? rest.first {
      // “rebels in Norway” are still the rebels; “the war in Norway” is nobody.
      guard let last = head.last else { return known.isPlace && !mayBePlace ? [] : [known] }
      // “troops from Norway and Latvia”, “the presidents of Norway and Latvia”
      if last.isUnplaced, rest.count > 1, isList(phrase) {
        return rest.filter(\.isKnown).map { last.member(ofEach: $0) }
      }
      return [last.isUnplaced ? last.member(of: known) : last]
    }
    if let last = head.last { return [last] }
    return (reader.crowd(in: phrase) ?? reader.unknown(in: phrase)).map { [$0] } ?? []
  }

  private func isList(_ phrase: Range<Int>) -> Bool {
    phrase.contains { context.document.isOne(of: Self.joints, $0) }
  }

  private static let joints: WordSet = ["and", "nor"]

  /// A list of which the phrase is the end: “Oslo, Riga and Bonn”.
  private func withList(_ phrase: Range<Int>, in clause: Clause) -> Range<Int> {
    var first = phrase.lowerBound
    while first - 2 >= clause.limits.lowerBound {
      // “Norway's Tarn and *Latvia's* Kalns met”
      if context.tag(first - 1) == .apostrophe, context.resolution.mentionOfToken[first - 2] >= 0,
        context.phrases.isPerson(at: first)
      {
        let owner = context.resolution.mentionOfToken[first - 2]
        first = context.resolution.mentions[Int(owner)].tokens.lowerBound
        continue
      }
      let joint = first - 1
      let isAnd = context.document.isOne(of: Self.joints, joint)
      guard
        isAnd || context.tag(joint) == .comma && first < phrase.lowerBound
          || context.tag(joint) == .comma
            && isList(phrase)
      else { break }
      let mention = context.resolution.mentionOfToken[joint - 1]
      guard mention >= 0 else { break }
      first = context.resolution.mentions[Int(mention)].tokens.lowerBound
    }
    // “troops from Norway and Latvia”
    if first < phrase.lowerBound, first - 2 >= clause.limits.lowerBound,
      context.tag(first - 1) == .preposition, context.resolution.mentionOfToken[first - 2] >= 0
    {
      let head = context.resolution.mentions[Int(context.resolution.mentionOfToken[first - 2])]
      if case .role = head.kind { first = head.tokens.lowerBound }
    }
    return first..<phrase.upperBound
  }

  /// “issued a strong warning”, “have stepped up accusations”: who issues and steps up.
  /// Nil where no verb stands there.
  private func subjectOfLightVerb(before predicate: Predicate, in clause: Clause) -> [Argument]? {
    var place = predicate.verb.lowerBound
    while place > clause.limits.lowerBound, predicate.verb.lowerBound - place < 6 {
      place -= 1
      let isState =
        context.flags(place).contains(.be) && context.document.isOne(of: Self.states, place + 1)
      if context.tag(place) == .verb || context.tag(place) == .participle || isState {
        var first = place
        while first > clause.limits.lowerBound,
          context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb
        {
          first -= 1
        }
        return subject(of: first..<place + 1, in: clause)
      }
      // “promised an answer to any attack”: somebody else's.
      if place > clause.limits.lowerBound, context.document.isOne(of: Self.facing, place),
        context.tag(place - 1).isNominal
      {
        return []
      }
      guard
        context.tag(place).isNominal || context.tag(place) == .adverb
          || context.document.isOne(of: Self.particles, place)
          || context.tag(place) == .preposition && predicate.verb.lowerBound - place > 1
      else { return nil }
    }
    return nil
  }

  private static let particles: WordSet = ["up", "out"]
  /// “is *in* talks”, “are *on* alert”.
  private static let states: WordSet = ["in", "on"]
  private static let facing: WordSet = ["to", "against"]

  /// Of “clashes in the north between …” and “fighting broke out between …”.
  private func between(behind noun: Int, in clause: Clause) -> Int? {
    for place in clause.limits.from(noun + 1).prefix(9) {
      if context.word(place) == words.between { return place }
      switch context.tag(place) {
      case .comma, .stop, .relative, .colon, .dash: return nil
      default: continue
      }
    }
    return nil
  }

  /// “Russia's invasion of …”, “the Russian buildup”, “an attack by rebels on …”.
  private func possessors(of predicate: Predicate, in clause: Clause) -> [Argument] {
    let place = predicate.verb.lowerBound
    if predicate.frame.isReciprocal,
      let between = between(behind: place, in: clause)
    {
      return reader.first(in: clause.limits.from(between + 1))
    }
    if let by = clause.scope.prefix(7).first(where: { context.word($0) == words.by }) {
      let found = reader.first(in: clause.scope.from(by + 1))
      if !found.isEmpty { return found }
    }
    if predicate.frame.category == .aid, let found = behind([words.from], in: clause) {
      return found
    }
    if isMovement(predicate.frame), let found = behind([words.of], in: clause),
      found.allSatisfy(\.isKnown)
    {
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
}
