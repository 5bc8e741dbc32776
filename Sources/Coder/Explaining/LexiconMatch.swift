import EventData
import Lexicons

/// An entry of the lexicons that words of a text name, whatever the coder makes of it.
package struct LexiconMatch: Hashable, Sendable {
  package let span: Span
  /// What the entry is, as “the capital of Poland” or “a cue verb, deny”.
  package let meaning: String
  package let place: LexiconPlaces.Place
}

/// Finds all entries that a text names.
struct LexiconMatcher {
  let knowledge: Knowledge
  private let places: LexiconPlaces

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    places = LexiconPlaces(knowledge.lexicons)
  }

  /// In the order of the text; a name is matched as a whole, roles and cues inside it too.
  func matches(in sentence: Range<Int>, _ document: Document) -> [LexiconMatch] {
    let matcher = PhraseMatcher(knowledge: knowledge)
    var found: [LexiconMatch] = []
    func add(_ tokens: Range<Int>, _ entries: [Entry]) {
      for entry in entries {
        guard let place = places.place(of: entry.id, in: entry.table) else { continue }
        let match = LexiconMatch(
          span: document.span(tokens), meaning: entry.meaning, place: place)
        if !found.contains(match) { found.append(match) }
      }
    }
    var nameEnd = sentence.lowerBound
    for place in sentence where document.tokens[place].word != 0 {
      if place >= nameEnd,
        let name = matcher.name(at: place, before: sentence.upperBound, document.tokens)
      {
        add(place..<name.end, knowledge.aliases[name.alias].referents.map(entry))
        nameEnd = name.end
      }
      if let role = matcher.match(
        knowledge.roles, at: place, before: sentence.upperBound, document.tokens)
      {
        add(place..<role.end, [entry(role: role.value / 2)])
      }
      if let cue = matcher.match(
        knowledge.cues, at: place, before: sentence.upperBound, document.tokens)
      {
        add(place..<cue.end, [entry(cue: cue.value)])
      }
      add(place..<place + 1, entries(ofWord: place, document))
    }
    return found
  }

  /// Where an entry stands and what it is.
  private struct Entry {
    let table: String
    let id: String
    let meaning: String
  }

  private func entries(ofWord token: Int, _ document: Document) -> [Entry] {
    let word = document.tokens[token].word
    var entries: [Entry] = []
    for cues in [knowledge.cueVerbOfWord, knowledge.cueNounOfWord]
    where Int(word) < cues.count && cues[Int(word)] >= 0 {
      entries.append(entry(cue: Int(cues[Int(word)])))
    }
    for candidate in knowledge.events.candidates[knowledge.events.candidates(of: word)] {
      let frame = knowledge.events.frames[Int(candidate.frame)].frame
      entries.append(
        Entry(
          table: "event-frames.tsv", id: frame.id,
          meaning: "\(frame.predicate.rawValue) of the event \(frame.category.rawValue)"))
    }
    if document.tokens[token].isCapitalised,
      knowledge.vocabulary.flags[Int(word)].contains(.givenName)
    {
      let name = document.text(token..<token + 1)
      entries.append(Entry(table: "given-names.tsv", id: name, meaning: "a given name"))
    }
    return entries
  }

  private func entry(role: Int) -> Entry {
    let noun = knowledge.lexicons.roleNouns[role]
    return Entry(
      table: noun.people == nil ? "role-nouns.tsv" : "peoples.tsv", id: knowledge.id(noun),
      meaning: "a role noun, \(noun.kind.rawValue), \(noun.sector)")
  }

  private func entry(cue: Int) -> Entry {
    let verb = knowledge.lexicons.cueVerbs[cue]
    return Entry(
      table: "cue-verbs.tsv", id: verb.key,
      meaning: "a cue \(verb.isNoun ? "noun" : "verb"), \(verb.act.rawValue)")
  }

  private func entry(_ referent: Referent) -> Entry {
    func state(_ index: Int, _ what: String) -> Entry {
      let state = knowledge.lexicons.states[index]
      return Entry(table: "states.tsv", id: state.code, meaning: "\(what) \(state.name)")
    }
    func person(_ index: Int, _ what: String) -> Entry {
      let name = knowledge.lexicons.officeHolders[index].name
      return Entry(table: "officeholders", id: name, meaning: what + name)
    }
    switch referent {
    case .state(let index): return state(index, "the state")
    case .adjective(let index): return state(index, "the adjective of")
    case .people(let index): return state(index, "the people of")
    case .local(let index):
      let state = knowledge.lexicons.states[knowledge.stateOfPeople[index]]
      return Entry(
        table: "peoples.tsv", id: knowledge.lexicons.peoples[index].id,
        meaning: "the adjective of a people or a region of \(state.name)")
    case .capital(let index): return state(index, "the capital of")
    case .seat(let index): return state(index, "the government of")
    case .person(let index): return person(index, "")
    case .family(let index): return person(index, "the family name of ")
    case .organisation(let index):
      let organisation = knowledge.lexicons.organisations[index]
      return Entry(
        table: organisation.isArmedGroup ? "armed-groups.tsv" : "organisations.tsv",
        id: organisation.id, meaning: "\(organisation.name), \(organisation.code(on: nil))")
    case .outlet(let index):
      let outlet = knowledge.lexicons.outlets[index]
      return Entry(table: "outlets.tsv", id: outlet.id, meaning: "the outlet \(outlet.name)")
    case .place(let index):
      let place = knowledge.lexicons.places[index]
      let country = place.country.map { " in \($0)" } ?? ""
      return Entry(
        table: place.isFromGazetteer ? "gazetteer.tsv" : "regions.tsv",
        id: place.isFromGazetteer ? String(place.id.dropFirst("geonames:".count)) : place.id,
        meaning: "the \(place.kind.rawValue) \(place.name)\(country)")
    }
  }
}
