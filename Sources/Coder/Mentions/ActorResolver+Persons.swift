import EventData
import Lexicons

extension ActorResolver {
  mutating func person(_ holder: Int, _ place: Int) -> Int {
    let person = knowledge.lexicons.officeHolders[holder]
    let name = person.name
    let key = ActorKey.hash(ActorKey.Prefix.person, name: name)
    let entity = resolution.index[key] ?? addHolder(person, name, key)
    register(entity, family: resolution.mentions[place].core)
    if let family = KnowledgeCompiler.family(of: name) {
      register(entity, familyHash: Vocabulary.hash(family))
    }
    takeRole(from: place, entity)
    return entity
  }

  private mutating func addHolder(
    _ person: OfficeHolder, _ name: String, _ key: UInt64
  ) -> Int {
    let office = OfficeCode(person: person, day: day, knowledge: knowledge)
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.id(ActorKey.Prefix.person, name: name), name: name, kind: .person,
          affiliation: office.affiliation, role: office.title, code: office.code),
        gender: person.gender), key)
  }

  /// A person whom the lexicons do not know.
  mutating func addPerson(_ place: Int) {
    let mention = resolution.mentions[place]
    let key = document.key(ActorKey.Prefix.person, mention.core)
    let known = resolution.index[key]
    let entity = known ?? addUnknown(mention.core, key)
    register(entity, family: mention.core)
    takeRole(from: place, entity)
    if known == nil || resolution.entities[entity].actor.role == nil {
      let apposition = Apposition(knowledge: knowledge, document: document)
      if let found = apposition.role(after: mention.tokens.upperBound) {
        resolution.entities[entity].actor.role = found.text
        if let state = found.state {
          affiliate(entity, state, found.sector)
        } else if let body = found.organisation {
          affiliate(entity, to: knowledge.lexicons.organisations[body])
        }
      }
    }
    if resolution.entities[entity].actor.affiliation == nil, let state = owner(of: mention.tokens) {
      affiliate(entity, state, nil)
    }
    assign(place, entity, rule: "person-name")
  }

  /// “*Norway's* Arvid Lind”
  private func owner(of person: Range<Int>) -> Int? {
    guard person.lowerBound > 1, document.tags[person.lowerBound - 1] == .apostrophe else {
      return nil
    }
    return stateModifier(before: person.lowerBound)
  }

  private mutating func addUnknown(_ core: Range<Int>, _ key: UInt64) -> Int {
    let name = document.text(core)
    let flags = document.tokens[core.lowerBound].flags
    let gender: Character? =
      flags.contains(.male) == flags.contains(.female) ? nil : flags.contains(.male) ? "m" : "f"
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.id(ActorKey.Prefix.person, name: name), name: name, kind: .person),
        gender: gender, isShown: core.count > 1), key)
  }

  /// The titles before a name: its role, and the state that they name.
  mutating func takeRole(from place: Int, _ entity: Int) {
    let mention = resolution.mentions[place]
    let titles = mention.tokens.lowerBound..<mention.core.lowerBound
    guard !titles.isEmpty else { return }
    let state = stateModifier(before: titles.upperBound, from: titles.lowerBound)
    var sector: String?
    let matcher = PhraseMatcher(knowledge: knowledge)
    var words = titles
    for start in titles {
      if let (_, value) = matcher.match(
        knowledge.roles, at: start, before: titles.upperBound, document.tokens)
      {
        sector = knowledge.lexicons.roleNouns[value / 2].sector
        words = start..<titles.upperBound
        break
      }
    }
    if resolution.entities[entity].actor.role == nil {
      resolution.entities[entity].actor.role = document.text(words)
    }
    holdAgain(entity, titles, sector)
    guard resolution.entities[entity].actor.affiliation == nil else { return }
    if let state {
      affiliate(entity, state, sector)
    } else if let body = organisationModifier(in: titles) {
      affiliate(entity, to: body)
    }
  }

  /// “Foreign Minister Tarn”: whom an article gives an office holds it, though the lexicons say that
  /// it is over.
  private mutating func holdAgain(_ entity: Int, _ titles: Range<Int>, _ sector: String?) {
    let code = resolution.entities[entity].actor.code
    guard sector == "GOV" || sector == "MIL" || sector == "LEG", let sector, code.count == 6,
      code.hasSuffix("ELI"), !isFormer(titles), titles.contains(where: isOffice)
    else { return }
    resolution.entities[entity].actor.code = code.prefix(3) + sector
    resolution.entities[entity].actor.role = document.text(titles)
  }

  /// Former presidents and generals keep their titles for life.
  private func isOffice(_ token: Int) -> Bool { document.isOne(of: Self.offices, token) }

  private static let offices: WordSet = [
    "minister", "ministers", "secretary", "spokesman", "spokeswoman",
  ]

  /// The organisation that the titles of a name begin with: “Arab League Secretary General”.
  private func organisationModifier(in titles: Range<Int>) -> Organisation? {
    guard
      let (_, alias) = PhraseMatcher(knowledge: knowledge).name(
        at: titles.lowerBound, before: titles.upperBound, document.tokens)
    else { return nil }
    for case .organisation(let index) in knowledge.aliases[alias].referents {
      return knowledge.lexicons.organisations[index]
    }
    return nil
  }

  mutating func affiliate(_ entity: Int, _ state: Int, _ sector: String?) {
    resolution.entities[entity].actor.affiliation = knowledge.lexicons.states[state].name
    resolution.entities[entity].actor.code = knowledge.lexicons.states[state].code + (sector ?? "")
  }

  mutating func affiliate(_ entity: Int, to body: Organisation) {
    resolution.entities[entity].actor.affiliation = body.name
    resolution.entities[entity].actor.code = body.code(on: day)
  }

  /// The state named by the words before a place: “Russian”, “Ukraine's”, “U.S.”.
  func stateModifier(before end: Int, from start: Int? = nil) -> Int? {
    let matcher = PhraseMatcher(knowledge: knowledge)
    let first = start ?? max(0, end - 4)
    for place in first..<max(first, end) {
      guard let (stop, alias) = matcher.name(at: place, before: end, document.tokens),
        start != nil || stop == end || stop == end - 1 && document.tags[stop] == .apostrophe
      else { continue }
      for referent in knowledge.aliases[alias].referents {
        switch referent {
        case .state(let state), .adjective(let state), .capital(let state), .seat(let state):
          return state
        case .local(let people): return knowledge.stateOfPeople[people]
        default: continue
        }
      }
    }
    return nil
  }

  mutating func register(_ entity: Int, family core: Range<Int>) {
    guard core.count > 1 else { return }
    register(entity, familyHash: familyKey((core.upperBound - 1)..<core.upperBound))
    // “al-Assad” is a family name of two words.
    if core.count > 3, document.tokens[core.upperBound - 2].kind == .hyphen {
      register(entity, familyHash: familyKey((core.upperBound - 3)..<core.upperBound))
    }
  }

  mutating func register(_ entity: Int, familyHash: UInt64) {
    if let family = families[familyHash] {
      if !bearers[family].contains(entity) { bearers[family].append(entity) }
    } else {
      families.set(familyHash, bearers.count)
      bearers.append([entity])
    }
  }

  func familyKey(_ core: Range<Int>) -> UInt64 {
    var hash = WordHash()
    let span = document.span(core)
    document.bytes.withUnsafeBufferPointer { hash.addFolded($0, span.range) }
    return hash.value
  }
}
