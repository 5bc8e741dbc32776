import EventData
import Lexicons

/// Who is meant where another clause names them: before a relative pronoun, a participle, or
/// behind the participle of what they fired.
extension ArgumentFinder {
  /// “the pilot, whom Oslo freed on Friday, …”: upon whom a verb acts that has its subject, but
  /// no object, behind a relative pronoun; nil when there is none.
  func antecedent(ofObject predicate: Predicate, in clause: Clause) -> [Argument]? {
    guard let phrase = gap(of: predicate, in: clause) else { return nil }
    return actors(phrase, in: clause, mayBePlace: true)
  }

  /// Where the object of such a verb is named.
  func gap(of predicate: Predicate, in clause: Clause) -> Range<Int>? {
    guard !predicate.isNoun, !predicate.isPassive, predicate.frame.isUponObject,
      clause.scope.first.map({ !context.tag($0).isNominal }) ?? true
    else { return nil }
    let start = clause.limits.lowerBound
    var place = predicate.group.lowerBound - 1
    while place > start, predicate.group.lowerBound - place < 8, context.tag(place).isNominal {
      place -= 1
    }
    guard place > start, place + 1 < predicate.group.lowerBound,
      context.tag(place) == .relative || context.flags(place).contains(.that)
    else { return nil }
    let end = context.tag(place - 1) == .comma ? place - 1 : place
    return context.phrases.phrase(endingBefore: end, from: start)
  }

  /// “Oslo, whose troops crossed …”: the group as one of its owner; nil for another phrase.
  func groupOfAntecedent(_ phrase: Range<Int>, in clause: Clause) -> Argument? {
    let start = clause.limits.lowerBound
    guard
      let whose = (phrase.lowerBound - 1...phrase.lowerBound).last(where: {
        $0 > start && context.document.isOne(of: Self.whose, $0)
      }), let group = reader.arguments(in: phrase).last, group.isUnplaced
    else { return nil }
    let end = context.tag(whose - 1) == .comma ? whose - 1 : whose
    guard let before = context.phrases.phrase(endingBefore: end, from: start),
      let owner = actors(before, in: clause).last, owner.isKnown
    else { return nil }
    return group.member(of: owner)
  }

  private static let whose: WordSet = ["whose"]

  /// “Oslo said its troops crossed …”: the group as one of its owner; nil for another phrase.
  func ownGroup(_ phrase: Range<Int>, in clause: Clause) -> Argument? {
    guard
      let possessive = (phrase.lowerBound - 1...phrase.lowerBound).last(where: {
        $0 >= clause.sentence.lowerBound && context.tag($0) == .possessive
      })
    else { return nil }
    let end = phrase.first { context.tag($0) == .preposition } ?? phrase.upperBound
    let group = reader.arguments(in: phrase.before(end)).last
    let isGroup = group?.isUnplaced ?? reader.isMateriel(end - 1)
    guard isGroup, let owner = pronouns.owner(of: possessive, in: clause), owner.isSide else {
      return nil
    }
    return group?.member(of: owner) ?? owner
  }

  /// “rebels loyal to the general attacked”: who acts, where the phrase names on whose side.
  func followers(of phrase: Range<Int>, in clause: Clause) -> Range<Int>? {
    let adjective = phrase.lowerBound - 2
    guard adjective > clause.limits.lowerBound,
      context.document.isOne(of: Self.siding, adjective),
      context.document.isOne(of: Self.joining, adjective + 1)
    else { return nil }
    return context.phrases.phrase(endingBefore: adjective, from: clause.limits.lowerBound)
  }

  /// “hackers *linked to Norway*”: the state whose they are.
  func tiedState(behind phrase: Range<Int>, in clause: Clause) -> Argument? {
    let participle = phrase.upperBound
    guard participle + 2 < clause.limits.upperBound,
      context.document.isOne(of: Self.tied, participle),
      context.document.isOne(of: Self.joining, participle + 1)
    else { return nil }
    return reader.first(in: clause.limits.from(participle + 2).prefix(3)).first(where: \.isOfState)
  }

  private static let tied: WordSet = ["linked", "tied"]
  private static let siding: WordSet = [
    "loyal", "allied", "close", "linked", "tied", "opposed", "hostile",
  ]
  private static let joining: WordSet = ["to", "with"]

  /// “Oslo, accusing Riga of lies, closed …”: who is named before the comma; but nobody by “went off
  /// near the town hall, killing …”.
  func principal(before participle: Int, in clause: Clause) -> [Argument] {
    let start = clause.limits.lowerBound
    guard let phrase = context.phrases.phrase(endingBefore: participle - 1, from: start),
      phrase.lowerBound == start || context.tag(phrase.lowerBound - 1) != .preposition
    else { return [] }
    return actors(phrase, in: clause)
  }

  /// “missiles fired by Oslo struck”: whose weapons the subject of a verb is.
  func shooters(of subject: Range<Int>, before verb: Int) -> [Argument] {
    let by = subject.upperBound + 1
    guard by < verb, context.word(by) == words.by,
      context.flags(by - 1).contains(.verbParticiple),
      context.knowledge.events.hasForce(FrameMatcher(context: context).classes(subject))
    else { return [] }
    return reader.first(in: by + 1..<verb)
  }

  /// “a strike on Riga killed …”, “the attack in Riga”: who is hit rather than who hits.
  func isUponSomebody(_ preposition: Int, in phrase: Range<Int>) -> Bool {
    context.document.isOne(of: Self.upon, preposition)
      && phrase.before(preposition).contains {
        let events = context.knowledge.events
        return events.hasForce(events.classes(of: context.word($0)))
      }
      && !phrase.from(preposition).contains {
        context.word($0) == words.by || context.word($0) == words.from
      }
      && reader.arguments(in: phrase.before(preposition)).isEmpty
  }

  /// “a notice to pilots”, “a letter to Oslo”: who gets it does nothing.
  func isReceiver(_ phrase: Range<Int>, in clause: Clause) -> Bool {
    let to = phrase.first { context.word($0) == words.to } ?? phrase.lowerBound - 1
    return to > clause.limits.lowerBound && context.word(to) == words.to
      && context.tag(to - 1).isNominal && context.resolution.mentionOfToken[to - 1] < 0
      && reader.arguments(in: phrase.before(to)).isEmpty
  }

  private static let upon: WordSet = ["on", "against", "in", "at", "near"]

  /// “announced the expulsion of …”: who announces it, of what is announced by its noun.
  func announcer(of predicate: Predicate, in clause: Clause) -> [Argument] {
    let cue = clause.limits.lowerBound - 1
    guard let speaker = clause.speaker, cue >= clause.sentence.lowerBound,
      predicate.verb.lowerBound - cue < 6, context.document.isOne(of: Self.announcing, cue),
      !(cue + 1..<predicate.verb.lowerBound).contains(where: { context.tag($0).headsClause })
    else { return [] }
    return [speaker]
  }

  private static let announcing: WordSet = [
    "announced", "announces", "announcing", "declared", "declares", "declaring", "ordered",
    "orders", "ordering", "proclaimed", "proclaims", "repeated", "repeats", "repeating",
    "reiterated", "reiterates", "reiterating", "restated", "restates",
  ]

  /// “the withdrawal of Latvian troops”: the troops move themselves.
  func isMovement(_ frame: EventFrame) -> Bool {
    frame.category == .mobilize || frame.category == .retreat && frame.mode == "withdraw"
  }

  /// “Latvian positions”, “two targets”: no verb, whatever its form.
  func isNoun(_ place: Int) -> Bool {
    guard place > 0, context.tag(place) == .verb else { return false }
    switch context.tag(place - 1) {
    case .determiner, .possessive, .apostrophe: return true
    default: return context.flags(place - 1).contains(.stateAdjective)
    }
  }
}

extension EventFrame {
  /// Whether it is done to somebody or something that a verb has for its object.
  fileprivate var isUponObject: Bool {
    switch category {
    case .assault, .coerce, .retreat, .sanction: target != .none && target != .subject
    default: false
    }
  }
}
