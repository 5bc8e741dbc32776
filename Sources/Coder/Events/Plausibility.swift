import EventData
import Lexicons

/// Tells what only looks like an event by its words: storms that strike, teams that are beaten,
/// records that are hit, talks with reporters.
struct Plausibility {
  let context: AttributionContext
  let sentence: Range<Int>

  func isImplausible(
    _ predicate: Predicate, _ source: Argument?, _ target: Argument?, in clause: Clause
  ) -> Bool {
    switch predicate.frame.category {
    case .assault:
      return isIdiom(predicate, hasTarget: target != nil) || source.map(isTrade) ?? false
        || isMindless(predicate, in: clause) || isSport(predicate, by: source)
        || isAimedInWords(predicate, source, target) || isCrossing(predicate, source)
        || target == nil && predicate.frame.id == "enter-place-troops"
    case .coerce:
      return isMindless(predicate, in: clause) || source == nil && predicate.frame.id == "evict"
        || isPassenger(predicate, source)
    case .threaten: return source.map { isObserver($0) || isRelief($0, warning: target) } ?? false
    case .consult, .cooperate, .support, .agree, .aid:
      return source?.actor.sector == "JRN" || target?.actor.sector == "JRN"
    case .reject: return isSilence(predicate)
    case .request: return isQuestion(predicate, source, target, in: clause)
    case .mobilize: return isJudged(predicate)
    case .retreat: return isPublication(predicate)
    default: return false
    }
  }

  // MARK: Who cannot have done it

  /// “a cyclone struck”, “killed in a crash”, “videos captured”: nobody did it.
  private func isMindless(_ predicate: Predicate, in clause: Clause) -> Bool {
    if predicate.isNoun { return false }
    if predicate.isPassive {
      return clause.scope.prefix(10).contains { place in
        (context.flags(place).contains(.by) || context.word(place) == context.knowledge.words.in)
          && head(of: clause.scope.from(place + 1)).map(isMindless) ?? false
      }
    }
    let finder = SubjectFinder(context: context)
    return finder.subject(before: predicate.group.lowerBound, in: clause.limits)
      .flatMap(head).map(isMindless) ?? false
  }

  private func isMindless(_ token: Int) -> Bool {
    context.knowledge.events.isMindless(context.word(token))
  }

  /// The last token of the phrase that a stretch opens with.
  private func head(of range: Range<Int>) -> Int? {
    let end = range.first { !context.tag($0).isNominal } ?? range.upperBound
    return range.before(end).last
  }

  /// Firms, schools and reporters make no war: “carmakers target buyers”.
  private func isTrade(_ source: Argument) -> Bool {
    source.actor.body == "MNC" || Self.trades.contains(source.actor.sector)
  }

  private static let rebels: [CodePart] = ["REB", "SEP", "INS", "PRM", "UAF", "CRM"]
  private static let trades: [CodePart] = ["BUS", "EDU", "HLH", "JRN"]

  /// “boarded a ship in Hamburg with his family”
  private func isPassenger(_ predicate: Predicate, _ source: Argument?) -> Bool {
    guard predicate.frame.id == "board-vessel" else { return false }
    guard let source, !source.isPerson else { return true }
    return source.actor.code.utf8.count > 3 && !Self.boarders.contains(source.actor.sector)
  }

  private static let boarders = rebels + ["MIL", "COP", "GOV"]

  /// Aid agencies and reporters warn of dangers; they threaten nobody.
  private func isObserver(_ source: Argument) -> Bool {
    source.actor.body == "NGO" || source.actor.sector == "JRN"
  }

  /// “the food programme warned that half of the people were hungry”
  private func isRelief(_ source: Argument, warning target: Argument?) -> Bool {
    source.actor.body == "IGO" && source.actor.sector == "UNO"
      && target.map { $0.actor.sector == "CVL" } ?? true
  }

  // MARK: What is meant by it

  /// “the deployment of troops there is unacceptable”: what is thought of it.
  private func isJudged(_ predicate: Predicate) -> Bool {
    guard predicate.isNoun else { return false }
    let behind = sentence.from(predicate.verb.upperBound).prefix(24)
    guard let verb = behind.first(where: { context.tag($0).headsClause }),
      context.document.isOne(of: Self.present, verb),
      let next = behind.from(verb + 1).first(where: { context.tag($0) != .adverb })
    else { return false }
    return !context.tag(next).isVerbal && context.tag(next) != .preposition
  }

  private static let present: WordSet = ["is", "are"]

  /// “beat … by five wickets”, “attacked from the start of the match”; rebels play no matches.
  private func isSport(_ predicate: Predicate, by source: Argument?) -> Bool {
    !predicate.isNoun && !(source.map { Self.rebels.contains($0.actor.sector) } ?? false)
      && sentence.contains { context.knowledge.events.isSport(context.word($0)) }
  }

  /// “hit a record”, “struck a tone”, “fought corruption”: an object that nobody can attack.
  private func isIdiom(_ predicate: Predicate, hasTarget: Bool) -> Bool {
    guard !predicate.isNoun, !predicate.isPassive, predicate.frame.target == .object,
      predicate.entry.objects == .zero, predicate.entry.particle.isEmpty
    else { return false }
    let verb = predicate.verb.lowerBound
    let isFight = context.document.isOne(of: Self.fights, verb)
    if hasTarget, !isFight, !context.document.isOne(of: Self.idiomatic, verb) { return false }
    let object = object(of: predicate)
    guard let first = object.first, isFight || context.tag(first) == .determiner else {
      return false
    }
    return !context.knowledge.events.hasAssailable(FrameMatcher(context: context).classes(object))
      && !object.contains { context.resolution.mentionOfToken[$0] >= 0 }
  }

  /// The nominal tokens behind a verb, or before a passive one.
  private func object(of predicate: Predicate) -> Range<Int> {
    if predicate.isPassive {
      let before = sentence.before(predicate.group.lowerBound)
      return before.from((before.last { !context.tag($0).isNominal } ?? before.lowerBound - 1) + 1)
    }
    let behind = sentence.from(predicate.verb.upperBound)
    return behind.before(behind.first { !context.tag($0).isNominal } ?? behind.upperBound)
  }

  private static let idiomatic: WordSet = ["hit", "hits", "struck", "strike", "strikes"]
  private static let fights: WordSet = [
    "fight", "fights", "fighting", "fought", "battle", "battles", "battled", "battling", "target",
    "targets", "targeting", "targeted",
  ]

  /// “tariffs targeting cars”, “students targeted by officials”: in words, unless somebody in
  /// arms does it, the sentence speaks of an attack, or what is hit can be.
  private func isAimedInWords(
    _ predicate: Predicate, _ source: Argument?, _ target: Argument?
  ) -> Bool {
    guard context.document.isOne(of: Self.aims, predicate.verb.lowerBound),
      predicate.entry.objects == .zero
    else { return false }
    if let source, Self.armed.contains(source.actor.sector) { return false }
    let matcher = FrameMatcher(context: context)
    let events = context.knowledge.events
    let around = matcher.classes(sentence)
    if events.hasForce(around) { return false }
    if events.hasSanctions(around) { return true }
    let object = object(of: predicate)
    return !(target?.isPlace ?? false)
      && !events.hasAssailable(matcher.classes(object))
  }

  /// “refugees crossed into Norway”: no incursion.
  private func isCrossing(_ predicate: Predicate, _ source: Argument?) -> Bool {
    predicate.frame.id == "cross-into"
      && source.map {
        $0.actor.code == "---" || Self.unarmed.contains($0.actor.sector)
      }
        ?? true
  }

  private static let unarmed: [CodePart] = ["CVL", "REF", "UNK", "JRN", "LAB", "BUS", "EDU", "HLH"]
  private static let armed: [CodePart] = ["MIL", "REB", "PRM", "SEP", "INS", "SPY", "UAF"]

  private static let aims: WordSet = ["target", "targets", "targeted", "targeting"]

  /// “asked by reporters”, “asked him where …”, “how Oslo should answer”: questions rather than
  /// requests.
  private func isQuestion(
    _ predicate: Predicate, _ source: Argument?, _ target: Argument?, in clause: Clause
  ) -> Bool {
    if source?.actor.sector == "JRN" { return true }
    if predicate.isModal {
      let before = clause.limits.before(predicate.group.lowerBound).suffix(6)
      return before.contains { context.document.isOne(of: Self.questions, $0) }
    }
    guard predicate.frame.id == "ask" else { return false }
    let isPlea = clause.scope.first.map {
      context.tag($0) == .to || context.flags($0).contains(.that)
    }
    return target == nil && !(isPlea ?? false)
      || clause.scope.prefix(6).contains { context.document.isOne(of: Self.questions, $0) }
  }

  private static let questions: WordSet = [
    "what", "how", "where", "when", "why", "whether", "who", "about",
  ]

  /// “released a statement”
  private func isPublication(_ predicate: Predicate) -> Bool {
    predicate.frame.id == "release"
      && object(of: predicate).contains { context.document.isOne(of: Self.publications, $0) }
  }

  private static let publications: WordSet = [
    "statement", "statements", "report", "reports", "video", "videos", "footage", "photo",
    "photos", "image", "images", "picture", "pictures", "data", "figures", "details",
    "information", "document", "documents", "transcript", "list", "album", "song", "film", "book",
    "recording", "letter", "map", "plan", "poll", "results",
  ]

  /// “declined to comment”: no answer is no refusal of anything.
  private func isSilence(_ predicate: Predicate) -> Bool {
    let said = predicate.verb.upperBound + 1
    guard said < sentence.upperBound, context.tag(said - 1) == .to else { return false }
    return context.document.isOne(of: Self.comments, said)
      || context.document.isOne(of: Self.declined, predicate.verb.lowerBound)
        && context.document.isOne(of: Self.answers, said)
  }

  private static let declined: WordSet = ["decline", "declines", "declined", "declining"]
  private static let comments: WordSet = ["comment", "elaborate", "speculate"]
  private static let answers: WordSet = [
    "say", "specify", "answer", "confirm", "disclose", "identify", "name", "respond", "discuss",
    "reveal", "give", "provide", "speak", "talk",
  ]
}
