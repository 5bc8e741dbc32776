import Lexicons

/// Whether a word that may be a verb, a noun or a participle is one by its place.
extension FrameMatcher {
  /// “*test*-fired a missile”: tried rather than used.
  func isTrial(_ place: Int, in sentence: Range<Int>) -> Bool {
    place + 2 < sentence.upperBound && context.tag(place + 1) == .hyphen
      && context.document.isOne(of: Self.trials, place)
      && context.flags(place + 2).contains(.verbPast)
  }

  private static let trials: WordSet = ["test"]

  /// “the massing of troops”
  func isGerundNoun(_ place: Int, _ flags: WordFlags, in sentence: Range<Int>) -> Bool {
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
  func modifiesNoun(_ place: Int, in sentence: Range<Int>) -> Bool {
    let next = place + 1
    guard next < sentence.upperBound, context.tag(next) == .noun else { return false }
    return context.flags(next).isDisjoint(with: [.verbThird, .timeNoun, .eventNoun])
      && context.resolution.mentionOfToken[next] < 0
  }

  /// “under previously negotiated agreements”, “by armed police”: no clause of its own.
  func isAttributive(_ place: Int, _ flags: WordFlags, in sentence: Range<Int>) -> Bool {
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
  func isPlural(_ noun: Int) -> Bool {
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
  func actsAsVerb(_ place: Int, in sentence: Range<Int>) -> Bool {
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

  /// “Oslo's targets in Riga”, “the exercises close to Riga”, “with bombing and shelling”:
  /// a form that a verb shares with a noun, without an object.
  func isNounInstead(
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
}
