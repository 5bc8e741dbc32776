import Lexicons

/// A predicate found in a sentence, with the frame that it fills.
struct Predicate {
  let entry: EventIndex.Frame
  /// The predicate and its particles.
  let verb: Range<Int>
  /// Auxiliaries, adverbs and the verb.
  let group: Range<Int>
  let isPassive: Bool

  var frame: EventFrame { entry.frame }
  var stance: EventMatter.Stance? { entry.stance }
  var isNoun: Bool { if case .noun = frame.predicate { true } else { false } }
  var isModal: Bool { if case .modal = frame.predicate { true } else { false } }
}

/// Finds the predicates of a sentence and the frame of each.
struct FrameMatcher {
  let context: AttributionContext

  func find(in sentence: Range<Int>, into found: inout [Predicate]) {
    for place in sentence {
      let flags = context.flags(place)
      guard !flags.isDisjoint(with: [.eventVerb, .eventNoun]) else { continue }
      if let predicate = predicate(at: place, flags, in: sentence) { found.append(predicate) }
    }
  }

  private func predicate(
    at place: Int, _ flags: WordFlags, in sentence: Range<Int>
  ) -> Predicate? {
    let tag = context.tag(place)
    if flags.contains(.eventNoun),
      group(of: place, in: sentence).contains(where: { context.flags($0).contains(.be) }),
      let adjective = best(.adjective, at: place, in: sentence)
    {
      return adjective
    }
    if isTrial(place, in: sentence), let trial = best(.verb, at: place, in: sentence) {
      return trial
    }
    let isGerundNoun = tag == .gerund && isGerundNoun(place, flags, in: sentence)
    if flags.contains(.eventVerb), !isGerundNoun {
      if tag == .verb || tag == .participle || tag == .gerund,
        context.resolution.mentionOfToken[place] < 0, actsAsVerb(place, in: sentence)
      {
        if let verb = best(.verb, at: place, in: sentence) { return verb }
      } else if tag == .auxiliary {
        return best(.modal, at: place, in: sentence)
      }
    }
    guard flags.contains(.eventNoun), tag == .noun || tag == .verb || isGerundNoun,
      context.resolution.mentionOfToken[place] < 0, !isAttributive(place, flags, in: sentence),
      let noun = best(.noun, at: place, in: sentence)
    else { return nil }
    let isDeed = noun.entry.isDeed && noun.frame.category != .sanction
    return isDeed && modifiesNoun(place, in: sentence) ? nil : noun
  }

  /// “*test*-fired a missile”: tried rather than used.
  private func isTrial(_ place: Int, in sentence: Range<Int>) -> Bool {
    place + 2 < sentence.upperBound && context.tag(place + 1) == .hyphen
      && context.document.isOne(of: Self.trials, place)
      && context.flags(place + 2).contains(.verbPast)
  }

  private static let trials: WordSet = ["test"]

  /// “the massing of troops”
  private func isGerundNoun(_ place: Int, _ flags: WordFlags, in sentence: Range<Int>) -> Bool {
    let next = place + 1
    guard flags.contains(.eventNoun), next < sentence.upperBound, place > sentence.lowerBound,
      context.word(next) == context.knowledge.words.of
    else { return false }
    switch context.tag(place - 1) {
    case .determiner, .possessive, .apostrophe: return true
    default: return false
    }
  }

  /// “attack infrastructure”, “invasion fears”: no deed, but what the next noun is about.
  private func modifiesNoun(_ place: Int, in sentence: Range<Int>) -> Bool {
    let next = place + 1
    guard next < sentence.upperBound, context.tag(next) == .noun else { return false }
    return context.flags(next).isDisjoint(with: [.verbThird, .timeNoun, .eventNoun])
      && context.resolution.mentionOfToken[next] < 0
  }

  /// “under previously negotiated agreements”, “by armed police”: no clause of its own.
  private func isAttributive(_ place: Int, _ flags: WordFlags, in sentence: Range<Int>) -> Bool {
    guard flags.contains(.verbParticiple) else { return false }
    let first = group(of: place, in: sentence).lowerBound
    guard first == place || context.tag(first) == .adverb else { return false }
    // “Wounded soldiers said …”, “Norwegian backed rebels”
    if first == sentence.lowerBound || context.flags(first - 1).contains(.stateAdjective) {
      return isBeforeNoun(place, in: sentence)
    }
    switch context.tag(first - 1) {
    case .preposition, .determiner, .possessive: return true
    case .verb, .participle, .gerund: return isBeforeNoun(place, in: sentence)
    default: return false
    }
  }

  private func isBeforeNoun(_ place: Int, in sentence: Range<Int>) -> Bool {
    guard place + 1 < sentence.upperBound else { return false }
    return context.tag(place + 1) == .noun || context.tag(place + 1) == .name
  }

  /// “a Norwegian attack”, “a press release”, “a general strike”: a singular noun before
  /// it would take “attacks”, but for what is asked for (“that the army release”).
  private func isCompoundNoun(
    _ place: Int, _ flags: WordFlags, in sentence: Range<Int>
  ) -> Bool {
    guard Self.isBaseAlone(flags), place > sentence.lowerBound else { return false }
    let before = place - 1
    if context.flags(before).contains(.stateAdjective) { return true }
    // “under artillery fire”
    if before > sentence.lowerBound, context.document.isOne(of: Self.under, before - 1) {
      return true
    }
    guard context.tag(before) == .noun, !context.flags(before).contains(.pluralRole),
      !isPlural(before)
    else { return false }
    return !sentence.before(place).suffix(10).contains { context.flags($0).contains(.that) }
  }

  private static let under: WordSet = ["under"]

  /// By its last letters: “talks”, but not “press”.
  private func isPlural(_ noun: Int) -> Bool {
    let letters = context.document.span(noun..<noun + 1).range
    let s = UInt8(ascii: "s")
    return letters.count > 1 && context.document.bytes[letters.upperBound - 1] == s
      && context.document.bytes[letters.upperBound - 2] != s
  }

  /// Whether a form is neither of the past nor of the third person.
  static func isBaseAlone(_ flags: WordFlags) -> Bool {
    flags.contains(.verbBase) && flags.isDisjoint(with: [.verbPast, .verbThird, .verbGerund])
  }

  /// Whether what may be a verb by its form is one by its place.
  private func actsAsVerb(_ place: Int, in sentence: Range<Int>) -> Bool {
    let flags = context.flags(place)
    return !isAttributive(place, flags, in: sentence) && !isPluralNoun(place, flags, in: sentence)
      && !isCompoundNoun(place, flags, in: sentence)
  }

  /// “economic sanctions”, “lifted sanctions”, “shells and bombs”, “EU sanctions on Riga”:
  /// behind a noun that cannot be its subject, a verb, or a name without an object.
  private func isPluralNoun(_ place: Int, _ flags: WordFlags, in sentence: Range<Int>) -> Bool {
    guard flags.contains(.verbThird), place > sentence.lowerBound else { return false }
    let before = place - 1
    if context.document.isOne(of: Self.quantifiers, before) { return true }
    // “fired two mortar bombs”: one mortar would be no “two”.
    if before > sentence.lowerBound, context.tag(before) == .noun, !isPlural(before),
      context.tag(before - 1) == .number
    {
      return true
    }
    guard flags.contains(.eventNoun) || flags.contains(.cueNoun) else { return false }
    let isBeforePreposition =
      place + 1 < sentence.upperBound && context.tag(place + 1) == .preposition
    switch context.tag(before) {
    case .noun, .verb: return isBeforePreposition || context.resolution.mentionOfToken[before] < 0
    case .name: return isBeforePreposition
    case .coordinator: return before > sentence.lowerBound && context.tag(before - 1) == .noun
    default: return false
    }
  }

  private static let quantifiers: WordSet = [
    "other", "further", "more", "new", "recent", "several", "many", "such", "few", "these",
    "those",
  ]

  /// The frame that asks for most and gets it: a particle before none, objects of more
  /// classes before fewer.
  private func best(
    _ kind: EventFrame.Predicate, at place: Int, in sentence: Range<Int>
  ) -> Predicate? {
    let ordinal = kind.ordinal
    let isVerb = if case .verb = kind { true } else { false }
    let isNoun = if case .noun = kind { true } else { false }
    let group = isNoun ? place..<place + 1 : group(of: place, in: sentence)
    let isPassive = isVerb && isPassive(place, group, in: sentence)
    let next = place + 1 < sentence.upperBound ? context.word(place + 1) : 0
    var best: (entry: EventIndex.Frame, verb: Range<Int>)?
    var rank: Int16 = 0
    var classes: ObjectClasses?
    var ownClasses: ObjectClasses?
    for number in context.knowledge.events.candidates(of: context.word(place)) {
      let candidate = context.knowledge.events.candidates[number]
      guard candidate.predicate == ordinal,
        candidate.particle == 0 || candidate.particle == next
      else { continue }
      if best != nil, candidate.rank <= rank { continue }
      let objects = context.knowledge.events.objects[Int(candidate.frame)]
      if objects != .zero {
        let found: ObjectClasses
        if isVerb, !isPassive, candidate.isDeed {
          found = ownClasses ?? force(place, group, in: sentence)
          ownClasses = found
        } else if isNoun, candidate.isReciprocal {
          // “talks between Oslo and the rebels collapsed”
          found = self.classes(course(behind: place, in: sentence))
        } else {
          found = classes ?? self.classes(window(kind, isPassive, place, group, in: sentence))
          classes = found
        }
        guard objects & found == objects else { continue }
      }
      let entry = context.knowledge.events.frames[Int(candidate.frame)]
      guard let end = particle(entry.particle, after: place, in: sentence) else { continue }
      if isVerb, candidate.isDeed, isNounInstead(entry, place, in: sentence) { continue }
      best = (entry, place..<end)
      rank = candidate.rank
    }
    return best.map {
      Predicate(
        entry: $0.entry, verb: $0.verb, group: group,
        isPassive: isPassive || $0.entry.frame.target == .subject)
    }
  }

  /// From the noun of what two sides do past its verb, up to the next clause.
  private func course(behind noun: Int, in sentence: Range<Int>) -> Range<Int> {
    let reach = sentence.from(noun).prefix(12)
    let end = reach.dropFirst().first {
      context.tag($0) == .comma || context.tag($0) == .relative
        || context.knowledge.events.isAdjunct(context.word($0))
    }
    return reach.before(end ?? reach.upperBound)
  }

  /// “Oslo's targets in Riga”, “the exercises close to Riga”, “with bombing and shelling”:
  /// a form that a verb shares with a noun, without an object.
  private func isNounInstead(
    _ entry: EventIndex.Frame, _ place: Int, in sentence: Range<Int>
  ) -> Bool {
    let next = place + 1
    guard next < sentence.upperBound, entry.particle.isEmpty else { return false }
    let followed = context.tag(next)
    if followed == .preposition || followed == .to {
      if context.document.isOne(of: Self.adjectives, place) { return true }
    }
    let flags = context.flags(place)
    if context.tag(place) == .gerund, flags.contains(.eventNoun), followed == .coordinator {
      return true
    }
    guard entry.frame.target == .object, entry.objects == .zero else { return false }
    if flags.contains(.verbThird), !flags.contains(.verbPast) {
      switch followed {
      case .preposition, .stop, .comma, .coordinator, .auxiliary: return true
      default: return false
      }
    }
    return false
  }

  private static let adjectives: WordSet = ["close"]

  /// What stands behind a verb up to the preposition that says where to: “sent medicine to
  /// its forces” sends no forces.
  private func directObject(_ place: Int, in sentence: Range<Int>) -> Range<Int> {
    let window = window(.verb, false, place, place..<place + 1, in: sentence)
    // “began to arrive for exercises” begins no exercise.
    if window.count > 1, context.tag(place + 1) == .to,
      context.document.isOne(of: Self.phases, place)
    {
      return window.lowerBound..<window.lowerBound
    }
    let end = window.dropFirst().first {
      let before = context.tag($0 - 1)
      return context.document.isOne(of: Self.directions, $0) && (before == .noun || before == .name)
        || before == .comma && context.tag($0) == .gerund
    }
    return window.before(end ?? window.upperBound)
  }

  /// The classes of the object of a deed, and of what does it: “a suicide bomber killed”.
  private func force(
    _ place: Int, _ group: Range<Int>, in sentence: Range<Int>
  ) -> ObjectClasses {
    let before = sentence.before(group.lowerBound).suffix(6)
    let start = before.last { !context.tag($0).isNominal }.map { $0 + 1 } ?? before.lowerBound
    return classes(directObject(place, in: sentence))
      | classes(start..<group.lowerBound) & context.knowledge.events.means
  }

  private static let phases: WordSet = [
    "begin", "begins", "began", "begun", "start", "starts", "started",
  ]
  private static let directions: WordSet = ["to", "for", "near", "toward", "towards"]

  /// The token after the particle.
  private func particle(_ words: [Int32], after place: Int, in sentence: Range<Int>) -> Int? {
    var end = place + 1
    for word in words {
      guard end < sentence.upperBound, context.word(end) == word else { return nil }
      end += 1
    }
    return end
  }

  /// Where the object of a predicate stands, or the subject of a passive one.
  private func window(
    _ kind: EventFrame.Predicate, _ isPassive: Bool, _ place: Int, _ group: Range<Int>,
    in sentence: Range<Int>
  ) -> Range<Int> {
    if case .noun = kind {
      return max(sentence.lowerBound, place - 4)..<min(sentence.upperBound, place + 6)
    }
    if isPassive {
      var start = group.lowerBound
      while start > sentence.lowerBound, group.lowerBound - start < 10,
        !context.tag(start - 1).isVerbal
      {
        start -= 1
      }
      return start..<min(sentence.upperBound, place + 8)
    }
    var end = afterWording(place + 1, in: sentence)
    while end < sentence.upperBound, end - place < 15 {
      let tag = context.tag(end)
      if tag == .verb && !(end == place + 2 && context.tag(place + 1) == .to)
        && actsAsVerb(end, in: sentence) || tag == .auxiliary || tag == .relative || tag == .stop
        || context.knowledge.events.isAdjunct(context.word(end)) && !isUse(end, in: sentence)
        || tag == .comma && Clause.tail(of: sentence, context) == end
      {
        break
      }
      end += 1
    }
    return place + 1..<end
  }

  /// “held villagers *as human shields*”: what they are held for is what is done to them.
  private func isUse(_ place: Int, in sentence: Range<Int>) -> Bool {
    place + 1 < sentence.upperBound && context.document.isOne(of: Self.human, place + 1)
  }

  private static let human: WordSet = ["human"]

  /// “launched *what it called* an operation”: the token behind who words the object so.
  private func afterWording(_ place: Int, in sentence: Range<Int>) -> Int {
    guard place < sentence.upperBound, context.document.isOne(of: Self.what, place) else {
      return place
    }
    let called = (place + 1..<min(place + 7, sentence.upperBound)).first {
      context.document.isOne(of: Self.called, $0)
    }
    return called.map { $0 + 1 } ?? place
  }

  private static let what: WordSet = ["what"]
  private static let called: WordSet = [
    "called", "calls", "described", "describes", "termed", "terms", "dubbed",
  ]

  /// The classes of all words in a window, but for those of names.
  func classes(_ window: Range<Int>) -> ObjectClasses {
    var classes = ObjectClasses.zero
    for place in window {
      let mention = context.resolution.mentionOfToken[place]
      if mention >= 0 {
        let found = context.resolution.mentions[Int(mention)]
        // “Ambassador Tarn” is an ambassador, “Norwegian police” are police.
        let isName =
          found.core.contains(place)
          && (context.document.tokens[place].isCapitalised
            || !context.flags(place).contains(.roleNoun))
        if case .role = found.kind {} else if isName { continue }
      }
      classes |= context.knowledge.events.classes(of: context.word(place))
    }
    return classes
  }

  private func group(of verb: Int, in sentence: Range<Int>) -> Range<Int> {
    var first = verb
    while first > sentence.lowerBound {
      let tag = context.tag(first - 1)
      guard tag == .auxiliary || tag == .adverb || tag == .to else { break }
      first -= 1
    }
    return first..<verb + 1
  }
}
