import EventData
import Lexicons

/// Makes the tables of a ``Knowledge`` from the lexicons.
struct KnowledgeCompiler {
  let lexicons: Lexicons
  var tables = KnowledgeTables()
  /// The words of the phrase that was read last.
  var phrase: [Int32] = []
  /// Kept from phrase to phrase for their storage alone.
  var tokens: [Token] = []
  var hashes: [UInt64] = []

  init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
  }

  mutating func compiled() -> KnowledgeTables {
    addWords()
    addVerbs()
    addRoles()
    addCues()
    tables.events = EventIndex(lexicons, &tables.vocabulary)
    // Last, so that the words of rules have ids close together: names are many, each of them
    // rare, and what is kept by word would not fit a cache with them in between.
    addNames()
    indexOffices()
    return tables
  }

  private mutating func addWords() {
    for (wordClass, words) in lexicons.words.words {
      for word in words {
        let id = tables.vocabulary.add(word.text, Self.flag(of: wordClass))
        if let value = word.value { tables.valueOfWord[id] = value }
      }
    }
    for given in lexicons.givenNames {
      let flags: WordFlags =
        switch given.gender {
        case .male: [.givenName, .male]
        case .female: [.givenName, .female]
        case .either: .givenName
        }
      _ = tables.vocabulary.add(given.withName(Vocabulary.hash), flags)
    }
    for particle in Self.nameParticles {
      _ = tables.vocabulary.add(particle, .particle)
    }
    tables.words = CommonWords { word, flags in tables.vocabulary.add(word, flags) }
  }

  private mutating func addVerbs() {
    for forms in lexicons.verbs {
      for (place, form) in forms.enumerated() {
        _ = tables.vocabulary.add(form, Self.verbFlags(place: place, form: form, of: forms))
      }
    }
  }

  /// The lemma is first, the third person second, the gerund last; between them stand
  /// the past forms, of which a third one is a participle alone.
  static func verbFlags(place: Int, form: String, of forms: [String]) -> WordFlags {
    if place == 0 {
      return forms.count == 3 && !form.hasSuffix("e")
        ? [.verbBase, .verbPast, .verbParticiple] : .verbBase
    }
    if place == 1 { return .verbThird }
    if form.hasSuffix("ing") { return .verbGerund }
    if forms.count == 5, place == 3, !form.hasSuffix("ed") { return .verbParticiple }
    if forms.count == 5, place == 2, !form.hasSuffix("ed") { return .verbPast }
    return [.verbPast, .verbParticiple]
  }

  private mutating func addRoles() {
    for (index, role) in lexicons.roleNouns.enumerated() {
      for (number, form) in [role.noun, role.plural].enumerated() where !form.isEmpty {
        read(form)
        guard let first = phrase.first, let last = phrase.last else { continue }
        tables.vocabulary.insert(.opensRole, first)
        tables.vocabulary.insert(number == 1 ? [.roleNoun, .pluralRole] : .roleNoun, last)
        _ = tables.roles.value(of: phrase) { Int32(index * 2 + number) }
      }
    }
  }

  private mutating func addCues() {
    var verbs: [(Int32, Int16)] = []
    var nouns: [(Int32, Int16)] = []
    for (index, cue) in lexicons.cueVerbs.enumerated() {
      let heads = cue.forms.map(Self.head)
      for (place, form) in cue.forms.enumerated() {
        let flags: WordFlags =
          cue.isNoun ? [] : Self.verbFlags(place: place, form: heads[place], of: heads)
        read(form)
        guard let first = phrase.first else { continue }
        if phrase.count == 1 {
          tables.vocabulary.insert(cue.isNoun ? .cueNoun : flags.union(.cueVerb), first)
          cue.isNoun ? nouns.append((first, Int16(index))) : verbs.append((first, Int16(index)))
        } else {
          tables.vocabulary.insert(flags.union(.opensCue), first)
          _ = tables.cues.value(of: phrase) { Int32(index) }
        }
      }
    }
    tables.cueVerbOfWord = Array(repeating: -1, count: tables.vocabulary.count)
    tables.cueNounOfWord = tables.cueVerbOfWord
    for (word, cue) in verbs where tables.cueVerbOfWord[Int(word)] < 0 {
      tables.cueVerbOfWord[Int(word)] = cue
    }
    for (word, cue) in nouns { tables.cueNounOfWord[Int(word)] = cue }
  }

  private mutating func indexOffices() {
    for index in lexicons.officeHolders.indices {
      lexicons.officeHolders[index].forEachTitle { body, title, plain in
        tables.holdersOfTitle.insert(index, as: title, of: body)
        if let plain { tables.holdersOfTitle.insert(index, as: plain, of: body) }
      }
    }
  }

  private static func head(_ form: String) -> String {
    form.utf8.contains(0x20) ? String(form.prefix { $0 != " " }) : form
  }

  private static func flag(of wordClass: WordClasses.Class) -> WordFlags {
    switch wordClass {
    case .determiner: .determiner
    case .quantifier: .quantifier
    case .possessive: .possessive
    case .subjectPronoun: .subjectPronoun
    case .objectPronoun: .objectPronoun
    case .indefinitePronoun: .indefinitePronoun
    case .relative: .relative
    case .question: .question
    case .preposition: .preposition
    case .coordinator: .coordinator
    case .subordinator: .subordinator
    case .be: .be
    case .have: .have
    case .do: .do
    case .modal: .modal
    case .negation: .negation
    case .adverb: .adverb
    case .weekday: .weekday
    case .month: .month
    case .timeNoun: .timeNoun
    case .number: .number
    case .magnitude: .magnitude
    case .ordinal: .ordinal
    case .honorific: .honorific
    case .abbreviation: .abbreviation
    case .organisationHead: .organisationHead
    case .placeHead: .placeHead
    case .direction: .direction
    case .titleAdjective: .titleAdjective
    case .anonymous: .anonymous
    case .qualifier: .qualifier
    }
  }
}
