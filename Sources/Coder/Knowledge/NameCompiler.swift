import EventData
import Lexicons

extension KnowledgeCompiler {
  static let nameParticles: Set<String> = [
    "al", "el", "bin", "ibn", "von", "van", "de", "der", "den", "da", "di", "du", "dos", "la", "le",
    "ul",
  ]

  /// Adds every name of the lexicons to the trie of names.
  func addNames(to knowledge: inout Knowledge) {
    let lexicons = knowledge.lexicons
    for (index, state) in lexicons.states.enumerated() {
      knowledge.stateOfCode[state.code] = index
      knowledge.stateOfAlpha2[state.alpha2] = index
      for name in [state.name] + state.aliases { add(name, .state(index), to: &knowledge) }
      for name in state.adjectives {
        add(name, .adjective(index), to: &knowledge, flag: .stateAdjective)
      }
      for name in state.people { add(name, .people(index), to: &knowledge) }
      for name in state.capitals { add(name, .capital(index), to: &knowledge) }
      for name in state.seats { add(name, .seat(index), to: &knowledge) }
    }
    for (index, organisation) in lexicons.organisations.enumerated() {
      knowledge.organisationOfID[organisation.id] = index
      for name in [organisation.name] + organisation.aliases {
        add(name, .organisation(index), to: &knowledge)
      }
    }
    for (index, outlet) in lexicons.outlets.enumerated() {
      for name in [outlet.name] + outlet.aliases { add(name, .outlet(index), to: &knowledge) }
    }
    for (index, holder) in lexicons.officeHolders.enumerated() {
      for name in [holder.name] + holder.aliases {
        let isFamily = !name.contains(" ")
        add(name, isFamily ? .family(index) : .person(index), to: &knowledge)
      }
      if let family = Self.family(of: holder.name) {
        add(family, .family(index), to: &knowledge)
      }
    }
    for (index, place) in lexicons.places.enumerated() {
      for name in [place.name] + place.aliases { add(name, .place(index), to: &knowledge) }
    }
  }

  /// The last word of a full name; with its particle where it has one (“al-Assad”, “von der Leyen”).
  static func family(of name: String) -> String? {
    let parts = name.split(separator: " ")
    guard parts.count > 1, let last = parts.last else { return nil }
    var first = parts.count - 1
    while first > 1, nameParticles.contains(parts[first - 1].lowercased()) { first -= 1 }
    guard last.utf8.count > 2 else { return nil }
    return parts[first...].joined(separator: " ")
  }

  private func add(
    _ name: String, _ referent: Referent, to knowledge: inout Knowledge, flag: WordFlags = []
  ) {
    var words = Self.words(of: name, in: &knowledge, flag: flag.union(.aliasWord))
    if words.count > 1, words[0] == knowledge.words.the { words.removeFirst() }
    guard !words.isEmpty else { return }
    let place = Int(
      knowledge.names.value(of: words) {
        knowledge.aliases.append(Alias(writing: Self.writing(of: name), referents: []))
        return Int32(knowledge.aliases.count - 1)
      })
    if !knowledge.aliases[place].referents.contains(referent) {
      knowledge.aliases[place].referents.append(referent)
    }
  }

  private static func writing(of name: String) -> Alias.Writing {
    let letters = name.filter(\.isLetter)
    if letters.count <= 6, !name.contains(" "), letters.allSatisfy(\.isUppercase) { return .acronym }
    return name.first { $0.isLetter }?.isUppercase == true ? .capitalised : .any
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
