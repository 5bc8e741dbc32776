import EventData
import Lexicons

/// Makes events of the predicates of one sentence.
struct SentenceCoder {
  let context: AttributionContext
  let sentence: Range<Int>
  /// Whether a word or a number of it may be a date.
  let mayBeDated: Bool
  let statements: ArraySlice<Statement>
  let arguments: ArgumentFinder

  /// Appends the events of the predicates to those of the sentences before.
  ///
  /// - Parameter answer: what the sentence denies of what was said before its verb.
  func code(_ predicates: [Predicate], answer: Denial?, into events: inout [Event]) {
    let tail = Clause.tail(of: sentence, context)
    let first = events.count
    var governed = sentence.lowerBound
    var accusation: Predicate?
    var action: Predicate?
    for number in predicates.indices {
      let predicate = predicates[number]
      let isGoverned = predicate.verb.lowerBound < governed
      let isDisputed =
        isGoverned && predicate.stance == nil
        && accusation.map { self.isDisputed(predicate, under: $0, answer) } ?? false
      // What is asked for, promised or refused is no event of its own.
      if isGoverned && !isOccasion(predicate) && !isDisputed || isInverted(predicate) { continue }
      if let action, isObject(predicate, of: action) { continue }
      if !predicate.isNoun { action = predicate }
      let reporting = reporting(predicate)
      let clause = clause(of: predicate, reporting, before: tail)
      let later = number + 1..<predicates.count
      if let next = later.first, isOwnProposal(predicate, of: predicates[next], in: clause) {
        continue
      }
      let deed = later.first { predicates[$0].stance == nil }
      if governs(predicate) { governed = max(governed, clause.scope.upperBound) }
      let governedDeed = deed.flatMap {
        clause.scope.contains(predicates[$0].verb.lowerBound) ? predicates[$0] : nil
      }
      code(predicate, in: clause, reporting, deed: governedDeed, first, &events)
      if predicate.frame.category == .accuse { accusation = predicate }
    }
  }

  /// Whether a deed of which somebody is accused is denied: then it is what the dispute is about.
  private func isDisputed(
    _ deed: Predicate, under accusation: Predicate, _ answer: Denial?
  ) -> Bool {
    if let answer, answer.isTail, deed.verb.upperBound <= answer.verb.lowerBound { return true }
    return accusation.isNoun && reporting(deed).map(isDenied) ?? false
  }

  /// Appends an event for each pair of source and target.
  ///
  /// - Parameter first: the first event of the sentence.
  private func code(
    _ predicate: Predicate, in clause: Clause, _ reporting: Int?, deed: Predicate?,
    _ first: Int, _ events: inout [Event]
  ) {
    let pairs = arguments.pairs(of: predicate, in: clause)
    if pairs.isEmpty { return }
    let isMain = isMain(predicate, in: clause)
    let plausibility = Plausibility(context: context, sentence: sentence)
    let coding = Coding(context: context)
    let warning = deed.flatMap {
      self.warning(predicate, about: $0, from: pairs[0].source, in: clause)
    }
    let deed = deed?.entry
    var reality: Coding.Reality?
    for (source, named) in pairs {
      let target =
        switch warning {
        case .own(let target): target
        case .alarm, nil: named ?? (clause.isDenied ? beneficiary(of: predicate, source) : nil)
        }
      if !isMain && !isClear(predicate, source, target, in: clause)
        || isIncomplete(predicate, source, target)
        || plausibility.isImplausible(predicate, source, target, in: clause)
      {
        continue
      }
      let act = reporting.map { statements[$0].act }
      let real = reality ?? coding.reality(of: predicate, in: sentence, reportedBy: act)
      reality = real
      var code = coding.code(
        predicate.entry, real, isOwn: clause.isBySpeaker(source, target, predicate),
        isForetold: clause.isForetold(of: source), deed: deed, in: clause)
      if case .alarm = warning, code != nil { code = .alarm }
      let isTest = isTestLaunch(predicate, source, target, in: clause)
      if isTest, let status = code?.status { code = .test(status) }
      guard let code, !isPurpose(predicate, code, of: source, in: events[first...]),
        !isKnown(code.category, source, target, in: events[first...])
      else { continue }
      let (actor, other) = (source?.actor, isTest ? nil : target?.actor)
      let indicator =
        isTest ? Self.weaponTest : indicator(predicate, code, actor, other, deed, clause)
      let speaker = speaker(of: predicate, reporting, source)
      events.append(event(predicate, code, actor, other, speaker, indicator, in: clause))
    }
  }

  /// The indicator that the event feeds, if its words bear it out.
  private func indicator(
    _ predicate: Predicate, _ coded: Coding.Code, _ source: ActorReference?,
    _ target: ActorReference?, _ deed: EventIndex.Frame?, _ clause: Clause
  ) -> String? {
    // “denies it plans to attack”: a claim about the attack.
    if coded.isOfDeed { return source == nil ? nil : deed?.frame.indicator }
    if isRefusedCalm(predicate, coded) { return nil }
    if predicate.frame.indicator == nil {
      // “agreed to meet”: talks that are agreed on.
      let isOfTalks =
        deed?.frame.indicator == Self.talksHeld && target != nil && source?.code != "---"
      return isOfTalks && coded.category == .agree && coded.status != .negated
        ? Self.talksAhead : nil
    }
    let found = Indication(context: context).indicator(
      predicate, source, target, deed: deed, in: clause)
    return found == Self.talksHeld && coded.status != .occurred && coded.status != .background
      && coded.status != .denied && coded.status != .negated
      ? Self.talksAhead : found
  }

  /// Talks held are a deed, talks to come are words.
  private static let talksHeld = "DE2"
  private static let talksAhead = "DE1"

  /// Who says it: of an accusation that somebody denies, still the accuser.
  private func speaker(
    of predicate: Predicate, _ reporting: Int?, _ source: Argument?
  ) -> String? {
    if predicate.isNoun, predicate.frame.category == .accuse, let source {
      return fullName(of: source.actor)
    }
    return reporting.flatMap { statements[$0].speaker?.name }
  }

  /// “would not make concessions”: a calming deed that was turned into a refusal calms nobody.
  private func isRefusedCalm(_ predicate: Predicate, _ coded: Coding.Code) -> Bool {
    guard coded.category == .reject || coded.category == .threaten else { return false }
    return coded.category != predicate.frame.category
      && predicate.frame.indicator?.hasPrefix("DE") ?? false
  }

  /// Beside another clause's predicate an event needs both sides; a posture only its own.
  private func isClear(
    _ predicate: Predicate, _ source: Argument?, _ target: Argument?, in clause: Clause
  ) -> Bool {
    guard let source else {
      return target != nil && (opensWithStrike(predicate) || isToll(predicate, in: clause))
    }
    if target != nil { return true }
    return source.isKnown
      && (predicate.frame.category == .mobilize || arguments.isThreat(predicate, in: clause)
        || arguments.gap(of: predicate, in: clause) != nil
        || isDeedInPassing(predicate, in: clause))
  }

  /// “An air strike on the port killed …”: what the sentence is about.
  private func opensWithStrike(_ predicate: Predicate) -> Bool {
    predicate.isNoun && predicate.frame.mode == "aerial"
      && sentence.before(predicate.verb.lowerBound).allSatisfy { context.tag($0).isNominal }
  }

  /// “…, striking cities and bases with missiles”: what is hit need not be anybody's.
  private func isDeedInPassing(_ predicate: Predicate, in clause: Clause) -> Bool {
    predicate.frame.category == .assault && !predicate.isNoun
      && context.tag(predicate.group.lowerBound) == .gerund
      && predicate.group.lowerBound > sentence.lowerBound
      && context.tag(predicate.group.lowerBound - 1) == .comma
      && context.knowledge.events.hasAssailable(
        FrameMatcher(context: context).classes(clause.scope))
  }

  /// Words about deeds take the deeds within them along, arrests what they are for.
  private func governs(_ predicate: Predicate) -> Bool {
    predicate.stance != nil || predicate.frame.category == .accuse
      || predicate.frame.cameo == "173"
  }

  /// “warned Riga at their meeting that …”: where it was said, not what.
  private func isOccasion(_ predicate: Predicate) -> Bool {
    predicate.isNoun && predicate.frame.category == .consult
      && context.word(predicate.verb.lowerBound - 1) == context.knowledge.words.their
  }

  /// “Oslo suggested it could send arms”: who would act is who proposes.
  private func isOwnProposal(
    _ predicate: Predicate, of deed: Predicate, in clause: Clause
  ) -> Bool {
    guard predicate.stance == .appeal, predicate.frame.target == .any,
      clause.scope.contains(deed.verb.lowerBound)
    else { return false }
    let subject = deed.group.lowerBound - 1
    return context.flags(subject).contains(.subjectPronoun)
      && context.flags(deed.group.lowerBound).contains(.modal)
  }

  /// Aid, talks and praise need both sides; words about deeds, and what is only to be
  /// done, need somebody who says or does it.
  private func isIncomplete(
    _ predicate: Predicate, _ source: Argument?, _ target: Argument?
  ) -> Bool {
    switch predicate.frame.category {
    case .aid, .support, .consult, .cooperate: return source == nil || target == nil
    case .agree, .request, .reject, .threaten: return source == nil
    default: return source == nil && context.tag(predicate.group.lowerBound) == .to
    }
  }

  /// “visited Riga to mediate”: what for, beside what was done.
  private func isPurpose(
    _ predicate: Predicate, _ coded: Coding.Code, of source: Argument?, in events: ArraySlice<Event>
  ) -> Bool {
    coded.status == .forecast && context.tag(predicate.group.lowerBound) == .to
      && events.contains { $0.source?.id == source?.actor.id }
  }

  /// Whether an event of the sentence says it, or more: “killed three soldiers and wounded
  /// five”.
  private func isKnown(
    _ category: EventCategory, _ source: Argument?, _ target: Argument?,
    in events: ArraySlice<Event>
  ) -> Bool {
    events.contains {
      $0.category == category
        && (source == nil && target != nil || $0.source?.id == source?.actor.id)
        && (target == nil && source != nil || $0.target?.id == target?.actor.id)
    }
  }

  /// “cancelled a visit”, “lifted the blockade”, “ended a cooperation pact”: the noun, or the one
  /// that it belongs to, says what the verb is about.
  private func isObject(_ predicate: Predicate, of action: Predicate) -> Bool {
    let noun = predicate.verb.lowerBound
    guard predicate.isNoun, noun - action.verb.upperBound < 6 else { return false }
    let end = sentence.from(noun).first { context.tag($0) != .noun } ?? sentence.upperBound
    let classes = FrameMatcher(context: context).classes(noun..<end)
    return action.entry.objects & classes != .zero
  }

  /// “… should Oslo decide to”: a condition, nobody's duty.
  private func isInverted(_ predicate: Predicate) -> Bool {
    guard predicate.isModal, predicate.verb.upperBound < sentence.upperBound else { return false }
    switch context.tag(predicate.verb.upperBound) {
    case .name, .determiner, .pronoun, .possessive: return true
    default: return false
    }
  }

  /// The innermost statement that says it, but for one that is denied: “Oslo denied
  /// Latvian claims that it had …” is about Oslo, and denied.
  func reporting(_ predicate: Predicate) -> Int? {
    if statements.isEmpty { return nil }
    if let denial = denial(of: predicate) { return denial }
    let span = context.document.span(predicate.verb)
    var innermost: Int?
    for place in statements.indices
    where statements[place].rule != TailDenialRule.id
      && statements[place].contentSpans.contains(where: { $0.contains(span) })
    {
      if isDenied(place) { return place }
      innermost = place
    }
    return innermost
  }

  /// “denied the allegations that Oslo had attacked”: what is denied goes on behind the noun.
  private func denial(of predicate: Predicate) -> Int? {
    guard
      let that = sentence.before(predicate.group.lowerBound).suffix(8).last(where: {
        context.flags($0).contains(.that)
      }), that > sentence.lowerBound
    else { return nil }
    let end = Int(context.document.tokens[that - 1].end)
    return statements.indices.first {
      isDenied($0) && statements[$0].contentSpans.last?.end == end
    }
  }

  private func isDenied(_ statement: Int) -> Bool {
    if case .deny = statements[statement].act { true } else { false }
  }

  func clause(of predicate: Predicate, _ reporting: Int?, before tail: Int) -> Clause {
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
      speaker: reporting.flatMap { speaker(of: $0) },
      cueSpeaker: cue.flatMap { speaker(of: $0) },
      isDenied: reporting.map(isDenied) ?? false)
  }

  /// Who speaks, under the name that the sentence gives where it gives one.
  private func speaker(of statement: Int) -> Argument? {
    guard var actor = statements[statement].speaker else { return nil }
    if let span = statements[statement].speakerSpan, !actor.id.hasPrefix(ActorKey.Prefix.person),
      let first = sentence.first(where: { Int(context.document.tokens[$0].start) >= span.start }),
      !context.flags(first).contains(.subjectPronoun), !isList(span, from: first)
    {
      // “The Kremlin”, but not “Those”.
      let article = Int(context.document.tokens[first].end)
      let next = first + 1
      actor.name =
        context.tag(first) == .determiner && article < span.end && next < sentence.upperBound
        ? context.document.text(of: Span(Int(context.document.tokens[next].start), span.end))
        : context.document.text(of: span)
    }
    return Argument(actor: actor)
  }

  /// “Norway and Latvia announced”: the name of two is that of neither.
  private func isList(_ span: Span, from first: Int) -> Bool {
    sentence.from(first).contains {
      context.tag($0) == .coordinator && Int(context.document.tokens[$0].end) <= span.end
    }
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
      || predicate.group.contains { context.tag($0) == .auxiliary }
  }

  private func event(
    _ predicate: Predicate, _ coded: Coding.Code, _ source: ActorReference?,
    _ target: ActorReference?, _ speaker: String?, _ indicator: String?, in clause: Clause
  ) -> Event {
    let verb = predicate.verb.lowerBound
    return Event(
      sentence: context.document.span(sentence), source: source, target: target,
      category: coded.category, mode: coded.mode, cameo: coded.cameo,
      goldstein: context.knowledge.lexicons.goldsteinOfCode[coded.cameo] ?? 0,
      indicator: indicator, status: coded.status,
      origin: speaker ?? context.document.outlet,
      region: region(near: verb, in: clause, of: predicate.frame.category, by: source),
      date: mayBeDated ? date(of: predicate, coded.status) : nil,
      rule: predicate.frame.id, spans: [context.document.span(predicate.verb)])
  }

  private func date(of predicate: Predicate, _ status: Event.Status) -> EventDate? {
    let verb = predicate.verb.lowerBound
    let background = Background(context: context)
    let prospect = Prospect(context: context, sentence: sentence)
    // What is promised or threatened happens as it is said.
    let isSaying = status == .pledged || status == .threatened || status == .demanded
    let told = isSaying ? [] : reporting(predicate).map { statements[$0].contentSpans } ?? []
    return DateFinder(knowledge: context.knowledge, document: context.document).date(
      of: verb, in: sentence, isAhead: { prospect.isAhead($0, of: predicate, status) },
      where: { background.dates($0, verb, in: sentence) },
      except: { date in
        let span = context.document.span(date..<date + 1)
        return !told.isEmpty && !told.contains { $0.overlaps(span) }
      })
  }
}
