import EventData
import Lexicons

extension ActorResolver {
  mutating func assign(_ place: Int, _ entity: Int, rule: String) {
    resolution.entityOfMention[place] = Int32(entity)
    let span = document.span(resolution.mentions[place].tokens)
    resolution.entities[entity].mentions.append(Mention(span: span, rule: rule))
  }

  mutating func state(_ index: Int, isShown: Bool = true) -> Int {
    let key = knowledge.keyOfState[index]
    let entity = resolution.index[key] ?? addState(knowledge.lexicons.states[index], key)
    if isShown { resolution.entities[entity].isShown = true }
    return entity
  }

  private mutating func addState(_ state: State, _ key: UInt64) -> Int {
    resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.Prefix.state + state.code, name: state.name, kind: .state,
          affiliation: state.name, code: state.code),
        isShown: false), key)
  }

  mutating func organisation(_ index: Int) -> Int {
    let organisation = knowledge.lexicons.organisations[index]
    let key = organisation.withID { ActorKey.hash(ActorKey.Prefix.organisation, id: $0) }
    if let known = resolution.index[key] { return known }
    let state = Int(knowledge.stateOfOrganisation[index])
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.Prefix.organisation + organisation.id, name: organisation.name,
          kind: organisation.isArmedGroup ? .group : .organisation,
          affiliation: state < 0 ? nil : knowledge.lexicons.states[state].name,
          code: organisation.code(on: day))), key)
  }

  /// What Brussels does is the European Union's, unless the article names Belgium.
  mutating func union(seatedIn state: Int) -> Int? {
    guard knowledge.lexicons.states[state].code == "BEL",
      let union = knowledge.organisationOfID["european-union"], !isNamed(state)
    else { return nil }
    return organisation(union)
  }

  /// Whether the article names a state other than by its capital.
  private func isNamed(_ state: Int) -> Bool {
    resolution.mentions.contains { mention in
      guard case .alias(let alias) = mention.kind else { return false }
      return knowledge.aliases[alias].referents.contains {
        switch $0 {
        case .state(let named), .adjective(let named), .people(let named): named == state
        default: false
        }
      }
    }
  }

  /// “Chile's Defense Department”: not the one that needs no state before its name.
  mutating func namesake(of index: Int, _ place: Int) -> Int? {
    let core = resolution.mentions[place].core
    let organisation = knowledge.lexicons.organisations[index]
    guard let own = organisation.affiliation,
      document.tokens[core.upperBound - 1].flags.contains(.organisationHead),
      let before = stateModifier(before: core.lowerBound)
    else { return nil }
    let state = knowledge.lexicons.states[before]
    guard state.code != own else { return nil }
    let name = state.name + " " + document.text(core)
    let sector = sector(ofBody: core) ?? String(organisation.code(on: day).dropFirst(3))
    let key = ActorKey.hash(ActorKey.Prefix.organisation, id: name)
    return resolution.index[key]
      ?? resolution.add(
        Entity(
          actor: PoliticalActor(
            id: ActorKey.id(ActorKey.Prefix.organisation, name: name), name: name,
            kind: .organisation, affiliation: state.name,
            code: state.code + sector)), key)
  }

  /// An organisation that the lexicons do not know.
  mutating func organisation(named core: Range<Int>) -> Int {
    let key = document.key(ActorKey.Prefix.organisation, core)
    if let known = resolution.index[key] { return known }
    let name = document.text(core)
    let state = (stateModifier(before: core.lowerBound) ?? stateOfPlace(before: core.lowerBound))
      .map { knowledge.lexicons.states[$0] }
    let code = (state?.code ?? "") + (sector(ofBody: core) ?? "")
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.id(ActorKey.Prefix.organisation, name: name), name: name,
          kind: .organisation, affiliation: state?.name, code: code.isEmpty ? "---" : code)), key)
  }

  /// “Bergen Shipping Institute” is where Bergen is, unless there are others abroad.
  private func stateOfPlace(before start: Int) -> Int? {
    guard start > 0, case let mention = Int(resolution.mentionOfToken[start - 1]), mention >= 0,
      case .alias(let alias) = resolution.mentions[mention].kind
    else { return nil }
    var countries: Set<String> = []
    for referent in knowledge.aliases[alias].referents {
      guard case .place(let place) = referent,
        let country = knowledge.lexicons.places.country(of: place)
      else { return nil }
      countries.insert(country)
    }
    return countries.count == 1 ? countries.first.flatMap { knowledge.stateOfCode[$0] } : nil
  }

  /// What the nouns say that a name ends with: “Amberley College” teaches.
  private func sector(ofBody core: Range<Int>) -> String? {
    // “Eurasian Union”, “Global Coalition”, “Peace Corps”, “Medical Services Alliance”
    if document.isOne(of: Self.ambiguous, core.upperBound - 1) { return nil }
    let matcher = PhraseMatcher(knowledge: knowledge)
    for start in core.suffix(Self.longestHead) {
      if let (end, value) = matcher.match(
        knowledge.roles, at: start, before: core.upperBound, document.tokens),
        end == core.upperBound, knowledge.lexicons.roleNouns[value / 2].kind == .body
      {
        return knowledge.lexicons.roleNouns[value / 2].sector
      }
    }
    return nil
  }

  private static let longestHead = 3
  private static let ambiguous: WordSet = ["union", "coalition", "corps", "alliance"]

  mutating func outlet(_ index: Int) -> Int {
    let key = ActorKey.hash(ActorKey.Prefix.outlet, id: knowledge.lexicons.outlets[index].id)
    if let known = resolution.index[key] { return known }
    let outlet = knowledge.lexicons.outlets[index]
    let state = knowledge.stateOfCode[outlet.country]
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.Prefix.outlet + outlet.id, name: outlet.name, kind: .organisation,
          affiliation: state.map { knowledge.lexicons.states[$0].name },
          code: outlet.country + "JRN"),
        isShown: false), key)
  }
}

extension Document {
  /// The hash of the id of whom some tokens name.
  func key(_ prefix: String, _ tokens: Range<Int>) -> UInt64 {
    let span = span(tokens).range
    return bytes.withUnsafeBufferPointer {
      ActorKey.hash(prefix, name: UnsafeBufferPointer(rebasing: $0[span]))
    }
  }

  /// Lends the id of whom some words name, of which one may be left out.
  func withID<Result>(
    _ prefix: String, _ words: Range<Int>, without gap: Int?,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let gap {
      var name = text(words, without: gap)
      return name.withUTF8 { ActorKey.withID(prefix, $0, body) }
    }
    let span = span(words).range
    return bytes.withUnsafeBufferPointer {
      ActorKey.withID(prefix, UnsafeBufferPointer(rebasing: $0[span]), body)
    }
  }

  private func text(_ words: Range<Int>, without gap: Int) -> String {
    text(words.lowerBound..<gap) + " " + text(gap + 1..<words.upperBound)
  }
}
