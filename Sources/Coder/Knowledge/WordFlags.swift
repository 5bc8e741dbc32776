/// What the vocabulary knows of a word, out of context.
struct WordFlags: OptionSet, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private init(bit: Int) {
    self.init(rawValue: 1 << UInt64(bit))
  }

  static let determiner = WordFlags(bit: 0)
  static let quantifier = WordFlags(bit: 1)
  static let possessive = WordFlags(bit: 2)
  static let subjectPronoun = WordFlags(bit: 3)
  static let objectPronoun = WordFlags(bit: 4)
  static let indefinitePronoun = WordFlags(bit: 5)
  static let relative = WordFlags(bit: 6)
  static let question = WordFlags(bit: 7)
  static let preposition = WordFlags(bit: 8)
  static let coordinator = WordFlags(bit: 9)
  static let subordinator = WordFlags(bit: 10)
  static let be = WordFlags(bit: 11)
  static let have = WordFlags(bit: 12)
  static let `do` = WordFlags(bit: 13)
  static let modal = WordFlags(bit: 14)
  static let negation = WordFlags(bit: 15)
  static let adverb = WordFlags(bit: 16)
  static let weekday = WordFlags(bit: 17)
  static let month = WordFlags(bit: 18)
  static let timeNoun = WordFlags(bit: 19)
  static let number = WordFlags(bit: 20)
  static let magnitude = WordFlags(bit: 21)
  static let ordinal = WordFlags(bit: 22)
  static let honorific = WordFlags(bit: 23)
  static let abbreviation = WordFlags(bit: 24)
  static let organisationHead = WordFlags(bit: 25)
  static let placeHead = WordFlags(bit: 26)
  static let direction = WordFlags(bit: 27)
  static let titleAdjective = WordFlags(bit: 28)
  static let anonymous = WordFlags(bit: 29)
  static let qualifier = WordFlags(bit: 30)
  static let givenName = WordFlags(bit: 31)
  static let male = WordFlags(bit: 32)
  static let female = WordFlags(bit: 33)
  static let roleNoun = WordFlags(bit: 34)
  static let pluralRole = WordFlags(bit: 35)
  static let stateAdjective = WordFlags(bit: 36)
  static let cueVerb = WordFlags(bit: 37)
  static let cueNoun = WordFlags(bit: 38)
  static let verbBase = WordFlags(bit: 39)
  static let verbThird = WordFlags(bit: 40)
  static let verbPast = WordFlags(bit: 41)
  static let verbParticiple = WordFlags(bit: 42)
  static let verbGerund = WordFlags(bit: 43)
  static let eventVerb = WordFlags(bit: 44)
  static let eventNoun = WordFlags(bit: 45)
  static let aliasWord = WordFlags(bit: 46)
  static let to = WordFlags(bit: 47)
  static let that = WordFlags(bit: 48)
  static let and = WordFlags(bit: 49)
  static let by = WordFlags(bit: 50)
  static let of = WordFlags(bit: 51)
  static let accordingTo = WordFlags(bit: 52)
  static let apostropheS = WordFlags(bit: 53)
  static let regionName = WordFlags(bit: 54)
  /// It opens a role noun, which may have several words.
  static let opensRole = WordFlags(bit: 55)
  /// It opens a cue of several words.
  static let opensCue = WordFlags(bit: 56)
  /// In lower case it stands inside family names, as “al” and “von”.
  static let particle = WordFlags(bit: 57)
  /// It opens a name of the lexicons.
  static let opensName = WordFlags(bit: 58)
  /// It opens one in lower case too.
  static let opensPlainName = WordFlags(bit: 59)

  static let verbForm: WordFlags = [
    .verbBase, .verbThird, .verbPast, .verbParticiple, .verbGerund,
  ]
  static let finiteForm: WordFlags = [.verbThird, .verbPast]
  static let auxiliary: WordFlags = [.be, .have, .do, .modal]
  static let pronoun: WordFlags = [.subjectPronoun, .objectPronoun]
}
