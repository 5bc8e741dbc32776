import EventData
import Lexicons

/// Decides who each mention is: names first, then short names and roles.
///
/// Names of the whole article are gathered before short names are resolved, because
/// the order of sentences is not to be trusted.
struct ActorResolver {
  let knowledge: Knowledge
  let document: Document
  private var resolution = Resolution()
  private var index: [String: Int] = [:]
  private var families: [UInt64: [Int]] = [:]

  init(knowledge: Knowledge, document: Document, mentions: [FoundMention]) {
    self.knowledge = knowledge
    self.document = document
    resolution.mentions = mentions
    resolution.entityOfMention = Array(repeating: -1, count: mentions.count)
    resolution.regionOfMention = resolution.entityOfMention
    resolution.mentionOfToken = Array(repeating: -1, count: document.tokens.count)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens { resolution.mentionOfToken[token] = Int32(index) }
    }
  }

  private var day: Day? { document.article.published?.day }

  mutating func resolve() -> Resolution {
    for place in resolution.mentions.indices { resolveFullName(place) }
    for place in resolution.mentions.indices { resolveShortName(place) }
    for place in resolution.mentions.indices { resolveRole(place) }
    return resolution
  }

  // MARK: - Names

  private mutating func resolveFullName(_ place: Int) {
    let mention = resolution.mentions[place]
    switch mention.kind {
    case .alias(let alias): resolveAlias(alias, place)
    case .personName where mention.core.count > 1: addPerson(place)
    case .organisationName:
      let name = document.text(mention.core)
      let id = "organisation:" + Self.key(name)
      let state = stateModifier(before: mention.core.lowerBound)
        .map { knowledge.lexicons.states[$0] }
      let entity =
        index[id]
        ?? add(
          Entity(
            actor: PoliticalActor(
              id: id, name: name, kind: .organisation, affiliation: state?.name,
              code: state?.code ?? "---")))
      assign(place, entity, rule: "organisation-name")
    default: break
    }
  }

  private mutating func resolveAlias(_ alias: Int, _ place: Int) {
    let referents = knowledge.aliases[alias].referents
    let mention = resolution.mentions[place]
    let context = PlaceContext(document)
    for referent in referents {
      switch referent {
      case .person(let holder):
        assign(place, person(holder, place), rule: "lexicon-person")
        return
      case .organisation(let organisation):
        assign(place, self.organisation(organisation), rule: "lexicon-organisation")
        return
      case .state(let state):
        if context.isPlace(mention.tokens) {
          resolution.entityOfMention[place] = Int32(self.state(state, isShown: false))
        } else {
          assign(place, self.state(state), rule: "lexicon-state")
        }
        return
      case .adjective(let state), .people(let state):
        resolution.entityOfMention[place] = Int32(self.state(state, isShown: false))
        return
      case .capital(let state)
      where !context.isPlace(mention.tokens) && !context.namesAccord(mention.tokens):
        assign(place, self.state(state), rule: "capital")
        return
      case .seat(let state):
        assign(place, self.state(state), rule: "seat")
        return
      case .outlet(let outlet) where referents.allSatisfy({ if case .place = $0 { false } else { true } }):
        assign(place, self.outlet(outlet), rule: "lexicon-outlet")
        return
      default: continue
      }
    }
  }

  // MARK: - Short names

  private mutating func resolveShortName(_ place: Int) {
    guard resolution.entityOfMention[place] < 0 else { return }
    let mention = resolution.mentions[place]
    switch mention.kind {
    case .alias(let alias):
      let referents = knowledge.aliases[alias].referents
      let holders = referents.compactMap { if case .family(let holder) = $0 { holder } else { nil } }
      if holders.isEmpty { return }
      if let known = families[familyKey(mention.core)]?.last {
        assign(place, known, rule: "short-name")
      } else if referents.count == holders.count, let holder = mostProminent(holders) {
        assign(place, person(holder, place), rule: "office-holder")
      }
    case .singleName:
      if let known = families[familyKey(mention.core)]?.last {
        assign(place, known, rule: "short-name")
      }
    case .personName where mention.core.count == 1:
      if let known = families[familyKey(mention.core)]?.last {
        assign(place, known, rule: "short-name")
      } else {
        addPerson(place)
      }
    default: break
    }
  }

  /// The one holder whom a bare family name means on the article's day: a head of state
  /// or government, a foreign or defence minister, the head of an organisation.
  private func mostProminent(_ holders: [Int]) -> Int? {
    func rank(_ holder: Int) -> Int? {
      let person = knowledge.lexicons.officeHolders[holder]
      let term = day.flatMap { day in person.terms.last { $0.holds(on: day) } } ?? (day == nil ? person.terms.last : nil)
      switch term?.office {
      case "head-of-state": return 0
      case "head-of-government", "supreme-leader": return 1
      case "foreign-minister", "secretary-general": return 2
      case "defence-minister", "spokesperson", "armed-group-leader": return 3
      default: return nil
      }
    }
    let ranked = holders.compactMap { holder in rank(holder).map { (holder, $0) } }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return ranked.filter { $0.1 == best.1 }.count == 1 ? best.0 : nil
  }

  // MARK: - Roles

  private mutating func resolveRole(_ place: Int) {
    guard case .role(let role) = resolution.mentions[place].kind else { return }
    let noun = knowledge.lexicons.roleNouns[role.role]
    if let state = role.state, Self.governments.contains(noun.noun) {
      assign(place, self.state(state), rule: "government")
    } else if !role.isPlural, noun.kind == .person, let holder = holder(of: noun.noun, role, place) {
      assign(place, person(holder, place), rule: "office")
    } else {
      addGroup(place, role, noun)
    }
  }

  private static let governments: Set<String> = [
    "government", "authority", "authorities", "leadership", "administration", "regime", "side",
  ]

  /// Who held the office on the article's day: “the Russian foreign minister”.
  private func holder(of noun: String, _ role: RoleDescription, _ place: Int) -> Int? {
    guard role.isDefinite || role.state != nil else { return nil }
    let body: String
    if let state = role.state {
      body = knowledge.lexicons.states[state].code
    } else if let organisation = role.organisation {
      body = knowledge.lexicons.organisations[organisation].id
    } else {
      return nil
    }
    var title = noun
    if noun == "diplomat" {
      let words = document.text(resolution.mentions[place].tokens)
      guard words.contains("top ") || words.contains("chief ") else { return nil }
      title = "foreign minister"
    }
    let titles = title == "leader" ? ["president", "prime minister", "supreme leader"] : [title]
    for title in titles {
      guard let holders = knowledge.holdersOfTitle["\(body) \(title)"] else { continue }
      let inForce = holders.filter { holder in
        knowledge.lexicons.officeHolders[holder].terms.contains { term in
          term.body == body && (day.map(term.holds(on:)) ?? (term.to == nil))
        }
      }
      if inForce.count == 1 { return inForce[0] }
    }
    return nil
  }

  private mutating func addGroup(_ place: Int, _ role: RoleDescription, _ noun: RoleNoun) {
    let mention = resolution.mentions[place]
    var words = mention.tokens
    if let first = words.first, document.tags[first] == .determiner {
      words = words.dropFirst()
    }
    let name = document.text(words)
    let affiliation =
      role.state.map { knowledge.lexicons.states[$0].name }
      ?? role.organisation.map { knowledge.lexicons.organisations[$0].name }
    let body =
      role.state.map { knowledge.lexicons.states[$0].code }
      ?? role.organisation.map { knowledge.lexicons.organisations[$0].code } ?? ""
    let id = "group:" + Self.key(name)
    let entity =
      index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: name, kind: noun.kind == .body ? .organisation : .group,
            affiliation: affiliation, code: body + noun.sector),
          isShown: false))
    let isQualified =
      affiliation != nil || role.isWestern
    if isQualified, role.isPlural || noun.kind == .body { resolution.entities[entity].isShown = true }
    assign(place, entity, rule: "role")
  }

  // MARK: - Entities

  private mutating func assign(_ place: Int, _ entity: Int, rule: String) {
    resolution.entityOfMention[place] = Int32(entity)
    let mention = resolution.mentions[place]
    resolution.entities[entity].mentions.append(
      Mention(span: document.span(mention.tokens), rule: rule))
  }

  private mutating func add(_ entity: Entity) -> Int {
    index[entity.actor.id] = resolution.entities.count
    resolution.entities.append(entity)
    return resolution.entities.count - 1
  }

  private mutating func state(_ index: Int, isShown: Bool = true) -> Int {
    let state = knowledge.lexicons.states[index]
    let id = "state:" + state.code
    let entity =
      self.index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: state.name, kind: .state, affiliation: state.name, code: state.code),
          isShown: false))
    if isShown { resolution.entities[entity].isShown = true }
    return entity
  }

  private mutating func organisation(_ index: Int) -> Int {
    let organisation = knowledge.lexicons.organisations[index]
    let state = organisation.affiliation.flatMap { knowledge.stateOfCode[$0] }
    let id = "organisation:" + organisation.id
    return self.index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: organisation.name,
            kind: organisation.isArmedGroup ? .group : .organisation,
            affiliation: state.map { knowledge.lexicons.states[$0].name },
            code: organisation.code)))
  }

  private mutating func outlet(_ index: Int) -> Int {
    let outlet = knowledge.lexicons.outlets[index]
    let state = knowledge.stateOfCode[outlet.country]
    let id = "outlet:" + outlet.id
    return self.index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: outlet.name, kind: .organisation,
            affiliation: state.map { knowledge.lexicons.states[$0].name },
            code: outlet.country + "JRN"),
          isShown: false))
  }

  private mutating func person(_ holder: Int, _ place: Int) -> Int {
    let person = knowledge.lexicons.officeHolders[holder]
    let id = "person:" + Self.key(person.name)
    let office = OfficeCode(person: person, day: day, knowledge: knowledge)
    let entity =
      index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: person.name, kind: .person, affiliation: office.affiliation,
            role: office.title, code: office.code),
          gender: person.gender))
    register(entity, family: resolution.mentions[place].core)
    if let family = KnowledgeCompiler.family(of: person.name) {
      register(entity, familyHash: Vocabulary.hash(family))
    }
    takeRole(from: place, entity)
    return entity
  }

  /// A person whom the lexicons do not know.
  private mutating func addPerson(_ place: Int) {
    let mention = resolution.mentions[place]
    let name = document.text(mention.core)
    let id = "person:" + Self.key(name)
    let isNew = index[id] == nil
    let flags = knowledge.vocabulary.flags[Int(document.tokens[mention.core.lowerBound].word)]
    let gender: Character? =
      flags.contains(.male) == flags.contains(.female) ? nil : flags.contains(.male) ? "m" : "f"
    let entity =
      index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(id: id, name: name, kind: .person), gender: gender,
          isShown: mention.core.count > 1))
    register(entity, family: mention.core)
    takeRole(from: place, entity)
    if isNew || resolution.entities[entity].actor.role == nil {
      let apposition = Apposition(knowledge: knowledge, document: document)
      if let found = apposition.role(after: mention.tokens.upperBound) {
        resolution.entities[entity].actor.role = found.text
        if let state = found.state { affiliate(entity, state, found.sector) }
      }
    }
    assign(place, entity, rule: "person-name")
  }

  /// The titles before a name: its role, and the state that they name.
  private mutating func takeRole(from place: Int, _ entity: Int) {
    let mention = resolution.mentions[place]
    let titles = mention.tokens.lowerBound..<mention.core.lowerBound
    guard !titles.isEmpty else { return }
    let state = stateModifier(before: titles.upperBound, from: titles.lowerBound)
    var sector: String?
    let matcher = PhraseMatcher(knowledge: knowledge)
    var words = titles
    for start in titles {
      if let (_, value) = matcher.match(
        knowledge.roles, at: start, before: titles.upperBound, document)
      {
        sector = knowledge.lexicons.roleNouns[value / 2].sector
        words = start..<titles.upperBound
        break
      }
    }
    if resolution.entities[entity].actor.role == nil {
      resolution.entities[entity].actor.role = document.text(words)
    }
    if let state, resolution.entities[entity].actor.affiliation == nil {
      affiliate(entity, state, sector)
    }
  }

  private mutating func affiliate(_ entity: Int, _ state: Int, _ sector: String?) {
    resolution.entities[entity].actor.affiliation = knowledge.lexicons.states[state].name
    resolution.entities[entity].actor.code = knowledge.lexicons.states[state].code + (sector ?? "")
  }

  /// The state named by the words before a place: “Russian”, “Ukraine's”, “U.S.”.
  private func stateModifier(before end: Int, from start: Int? = nil) -> Int? {
    let matcher = PhraseMatcher(knowledge: knowledge)
    let first = start ?? max(0, end - 2)
    for place in first..<max(first, end) {
      guard let (_, alias) = matcher.name(at: place, before: end, document) else { continue }
      for referent in knowledge.aliases[alias].referents {
        switch referent {
        case .state(let state), .adjective(let state), .capital(let state), .seat(let state):
          return state
        default: continue
        }
      }
    }
    return nil
  }

  private mutating func register(_ entity: Int, family core: Range<Int>) {
    guard core.count > 1 else { return }
    register(entity, familyHash: familyKey((core.upperBound - 1)..<core.upperBound))
    // “al-Assad” is a family name of two words.
    if core.count > 3, document.tokens[core.upperBound - 2].kind == .hyphen {
      register(entity, familyHash: familyKey((core.upperBound - 3)..<core.upperBound))
    }
  }

  private mutating func register(_ entity: Int, familyHash: UInt64) {
    if families[familyHash]?.contains(entity) != true {
      families[familyHash, default: []].append(entity)
    }
  }

  private func familyKey(_ core: Range<Int>) -> UInt64 {
    var hash = WordHash()
    let span = document.span(core)
    document.bytes.withUnsafeBufferPointer { hash.addFolded($0, span.range) }
    return hash.value
  }

  /// A name as the tail of an id: folded, blanks as hyphens.
  static func key(_ name: String) -> String {
    var key: [UInt8] = []
    var name = name
    name.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let (scalar, length) = decode(bytes, place, bytes.count)
        if scalar < 0x80 {
          let byte = UInt8(scalar)
          let isKept = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
          if isKept {
            key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          } else if byte != 0x27, byte != 0x2E, key.last != 0x2D, !key.isEmpty {
            key.append(0x2D)
          }
        } else if let (first, second) = Folding.letters(of: scalar) {
          if first != 0x20 { key.append(first) }
          if second != 0x20 { key.append(second) }
        } else if scalar != 0x2019 {
          key.append(contentsOf: bytes[place..<place + length])
        }
        place += length
      }
    }
    if key.last == 0x2D { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }
}
