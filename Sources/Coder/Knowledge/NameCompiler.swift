import EventData
import Lexicons

extension KnowledgeCompiler {
  static let nameParticles: Set<String> = [
    "al", "el", "bin", "ibn", "von", "van", "de", "der", "den", "da", "di", "du", "dos", "la", "le",
    "ul",
  ]

  /// Adds every name of the lexicons to the trie of names.
  func addNames(to tables: inout KnowledgeTables) {
    for (index, state) in lexicons.states.enumerated() {
      tables.stateOfCode[state.code] = index
      for name in [state.name] + state.aliases { add(name, .state(index), to: &tables) }
      for name in state.adjectives {
        add(name, .adjective(index), to: &tables, flag: .stateAdjective)
      }
      for name in state.people { add(name, .people(index), to: &tables) }
      for name in state.capitals { add(name, .capital(index), to: &tables) }
      for name in state.seats { add(name, .seat(index), to: &tables) }
    }
    for (index, organisation) in lexicons.organisations.enumerated() {
      tables.organisationOfID[organisation.id] = index
      for name in [organisation.name] + organisation.aliases {
        add(name, .organisation(index), to: &tables)
      }
    }
    for (index, outlet) in lexicons.outlets.enumerated() {
      for name in [outlet.name] + outlet.aliases { add(name, .outlet(index), to: &tables) }
    }
    for (index, holder) in lexicons.officeHolders.enumerated() {
      for name in [holder.name] + holder.aliases {
        let isFamily = !name.contains(" ")
        add(name, isFamily ? .family(index) : .person(index), to: &tables)
      }
      if let family = Self.family(of: holder.name) {
        add(family, .family(index), to: &tables)
      }
    }
    for (index, place) in lexicons.places.enumerated() {
      for name in [place.name] + place.aliases { add(name, .place(index), to: &tables) }
    }
  }

  /// The last word of a full name; with its particle where it has one (“al-Assad”, “von der Leyen”).
  static func family(of name: String) -> String? {
    let parts = name.split(separator: " ")
    guard parts.count > 1, let last = parts.last else { return nil }
    var first = parts.count - 1
    while first > 1, parts[first - 1].utf8.count <= 3,
      nameParticles.contains(parts[first - 1].lowercased())
    {
      first -= 1
    }
    guard last.utf8.count > 2 else { return nil }
    return parts[first...].joined(separator: " ")
  }

  private func add(
    _ name: String, _ referent: Referent, to tables: inout KnowledgeTables, flag: WordFlags = []
  ) {
    var words = Self.words(of: name, in: &tables, flag: flag.union(.aliasWord))
    // “The Hague” may go without its article; “the West” is nobody without it.
    if words.count > 1, words[0] == tables.words.the, !name.hasPrefix("the ") {
      words.removeFirst()
    }
    guard !words.isEmpty else { return }
    let place = Int(
      tables.names.value(of: words) {
        tables.aliases.append(Alias(writing: Self.writing(of: name), referents: []))
        return Int32(tables.aliases.count - 1)
      })
    if !tables.aliases[place].referents.contains(referent) {
      tables.aliases[place].referents.append(referent)
    }
  }

  /// An acronym is one word of at most six letters, all of them upper case.
  private static func writing(of name: String) -> Alias.Writing {
    var letters = 0
    var uppers = 0
    var isOneWord = true
    var beginsUpper: Bool?
    var lastBeginsUpper: Bool?
    for scalar in (name.hasPrefix("the ") ? name.dropFirst(4) : name[...]).unicodeScalars {
      if scalar == " " { isOneWord = false }
      if scalar == " " || scalar == "-" { lastBeginsUpper = nil }
      guard CharacterClass.isLetter(scalar.value) else { continue }
      let isUpper = CharacterClass.isUpper(scalar.value)
      letters += 1
      if isUpper { uppers += 1 }
      beginsUpper = beginsUpper ?? isUpper
      lastBeginsUpper = lastBeginsUpper ?? isUpper
    }
    if isOneWord, letters <= 6, letters == uppers { return .acronym }
    guard beginsUpper == true else { return .any }
    return lastBeginsUpper == true ? .capitalised : .capitalisedFirst
  }
}

extension CommonWords {
  init(_ add: (String, WordFlags) -> Int32) {
    to = add("to", .to)
    that = add("that", .that)
    and = add("and", .and)
    or = add("or", [])
    of = add("of", .of)
    by = add("by", .by)
    `in` = add("in", [])
    on = add("on", [])
    according = add("according", .accordingTo)
    apostropheS = add("'s", .apostropheS)
    comma = add(",", [])
    the = add("the", [])
    a = add("a", [])
    has = add("has", [])
    `as` = add("as", [])
    `for` = add("for", [])
    from = add("from", [])
    with = add("with", [])
    between = add("between", [])
    against = add("against", [])
    he = add("he", [])
    she = add("she", [])
    they = add("they", [])
    it = add("it", [])
    we = add("we", [])
    i = add("i", [])
    who = add("who", [])
    which = add("which", [])
    but = add("but", [])
    not = add("not", [])
    `if` = add("if", [])
    than = add("than", [])
    his = add("his", [])
    her = add("her", [])
    its = add("its", [])
    their = add("their", [])
  }
}
