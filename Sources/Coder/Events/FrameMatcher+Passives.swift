/// Tells passives from verbs that act.
extension FrameMatcher {
  func isPassive(_ verb: Int, _ group: Range<Int>, in sentence: Range<Int>) -> Bool {
    let hasBe = (group.lowerBound..<verb).contains { context.flags($0).contains(.be) }
    if context.tag(verb) == .participle { return hasBe || group.count == 1 }
    if group.count == 1, Self.passive(joinedTo: verb, context) != nil { return true }
    guard context.tag(verb) == .verb, context.flags(verb).contains(.verbParticiple),
      group.before(verb).allSatisfy({ context.tag($0) == .adverb })
    else { return false }
    // “talks brokered by Norway”, “two soldiers killed near Riga”: as a verb it would have
    // an object.
    let next = verb + 1
    guard next < sentence.upperBound else {
      return context.document.isOne(of: Self.transitive, verb) || isStricken(verb, in: sentence)
    }
    if context.word(next) == context.knowledge.words.by { return true }
    // “rockets fired from Norway struck”
    if context.word(next) == context.knowledge.words.from, verb > sentence.lowerBound,
      context.knowledge.events.hasForce(classes(verb - 1..<verb))
    {
      return true
    }
    if context.document.isOne(of: Self.transitive, verb), isAdverbial(next),
      !isQuantity(next, in: sentence), !hasRelativeObject(verb, in: sentence)
    {
      return true
    }
    if isAdverbial(next) || context.tag(next) == .adverb, isStricken(verb, in: sentence) {
      return true
    }
    return !opensObject(next) && followsObject(verb, in: sentence)
  }

  /// “had been looted *and shot at*”: where the passive begins that a participle goes on.
  static func passive(joinedTo verb: Int, _ context: AttributionContext) -> Int? {
    guard verb > 2, context.tag(verb - 1) == .coordinator, context.tag(verb - 2) == .participle,
      context.flags(verb).contains(.verbParticiple)
    else { return nil }
    var first = verb - 2
    var hasBe = false
    while first > 0, context.tag(first - 1) == .auxiliary || context.tag(first - 1) == .adverb {
      first -= 1
      hasBe = hasBe || context.flags(first).contains(.be)
    }
    return hasBe ? first : nil
  }

  /// “the crew, whom Oslo released on Friday”: a verb with subject and object.
  private func hasRelativeObject(_ verb: Int, in sentence: Range<Int>) -> Bool {
    let before = sentence.before(verb).suffix(8)
    guard let last = before.last(where: { !context.tag($0).isNominal }), last < verb - 1 else {
      return false
    }
    return context.document.isOne(of: Self.relatives, last)
      || context.flags(last).contains(.that)
  }

  private static let relatives: WordSet = ["whom", "which"]

  /// “Kharkiv shelled”, “market bombed overnight”: what stands before the verb is no attacker.
  private func isStricken(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard verb > sentence.lowerBound, context.document.isOne(of: Self.strikes, verb) else {
      return false
    }
    let mention = context.resolution.mentionOfToken[verb - 1]
    let events = context.knowledge.events
    if mention < 0 {
      let classes = classes(verb - 1..<verb)
      return events.hasAssailable(classes) && !events.hasForce(classes)
    }
    return context.resolution.regionOfMention[Int(mention)] >= 0
      && context.resolution.entityOfMention[Int(mention)] < 0
  }

  private static let strikes: WordSet = [
    "shelled", "bombed", "bombarded", "hit", "struck", "attacked", "raided", "stormed", "captured",
    "torched", "looted", "targeted", "rammed", "occupied", "invaded",
  ]

  /// “troops stationed in Norway attacked a Latvian post”: a verb with its object.
  private func opensObject(_ place: Int) -> Bool {
    switch context.tag(place) {
    case .determiner, .possessive, .name, .number, .noun: true
    default: false
    }
  }

  private func isAdverbial(_ place: Int) -> Bool {
    switch context.tag(place) {
    case .stop, .comma, .colon, .preposition, .time: true
    default: context.knowledge.events.isAdjunct(context.word(place))
    }
  }

  /// “killed at least 20”, “wounded over a dozen”: an object after all.
  private func isQuantity(_ place: Int, in sentence: Range<Int>) -> Bool {
    guard context.document.isOne(of: Self.measures, place), place + 1 < sentence.upperBound else {
      return false
    }
    return context.tag(place + 1) == .number || context.tag(place + 1) == .determiner
      || context.document.isOne(of: Self.bounds, place + 1)
  }

  private static let measures: WordSet = ["at", "over", "around", "about", "up", "between"]
  private static let bounds: WordSet = ["least", "most", "to"]
  private static let transitive: WordSet = [
    "killed", "wounded", "injured", "arrested", "detained", "kidnapped", "abducted", "surrounded",
    "besieged", "jailed", "sentenced", "evacuated", "displaced", "released", "freed", "destroyed",
    "damaged", "seized", "assassinated", "murdered",
  ]

  /// “imposed sanctions suspended in May”: the clause has its verb already.
  private func followsObject(_ verb: Int, in sentence: Range<Int>) -> Bool {
    var place = verb - 1
    while place >= sentence.lowerBound, verb - place < 12 {
      // “United States” is no verb with its object.
      if context.resolution.mentionOfToken[place] >= 0 {
        place -= 1
        continue
      }
      if context.knowledge.events.isAdjunct(context.word(place)) { return false }
      switch context.tag(place) {
      case .verb, .participle: return !context.flags(place).contains(.cueVerb)
      case .noun, .name, .number, .determiner, .possessive, .apostrophe, .hyphen, .preposition,
        .time:
        place -= 1
      default: return false
      }
    }
    return false
  }
}
