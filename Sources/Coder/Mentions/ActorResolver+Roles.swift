import EventData
import Lexicons

extension ActorResolver {
  mutating func resolveRole(_ place: Int) {
    guard case .role(let role) = resolution.mentions[place].kind else { return }
    let isPerson = !role.isPlural && knowledge.lexicons.roleNouns[role.role].kind == .person
    if let state = role.state, !role.isLocal,
      Self.governments.contains(knowledge.lexicons.roleNouns[role.role].noun)
    {
      assign(place, self.state(state), rule: "government")
    } else if isPerson,
      let named = person(inAppositionTo: place) ?? person(describedBy: place)
    {
      describe(named, by: role, place)
      assign(place, named, rule: "apposition")
    } else if isPerson, let holder = holder(of: role, place) {
      assign(place, person(holder, place), rule: "office")
    } else if let body = body(inAppositionTo: place, role) {
      assign(place, body, rule: "apposition")
    } else {
      addGroup(place, role)
    }
  }

  /// The person whose name follows the role: “the union's envoy for trade, Marta Illyn, said”.
  private func person(inAppositionTo place: Int) -> Int? {
    let comma = endOfRole(place)
    guard comma + 1 < document.tokens.count, document.tags[comma] == .comma else { return nil }
    let mention = Int(resolution.mentionOfToken[comma + 1])
    guard mention >= 0, resolution.entityOfMention[mention] >= 0,
      resolution.mentions[mention].tokens.lowerBound == comma + 1
    else { return nil }
    let close = resolution.mentions[mention].tokens.upperBound
    guard close < document.tokens.count,
      document.tags[close] == .comma || document.tags[close] == .stop
    else { return nil }
    let entity = Int(resolution.entityOfMention[mention])
    return resolution.entities[entity].actor.kind == .person ? entity : nil
  }

  /// The person whose name stands before the role: “Marta Illyn, the union's envoy for trade, said”.
  /// Whoever is named so holds the office, whoever else the lexicons know.
  private func person(describedBy place: Int) -> Int? {
    let comma = resolution.mentions[place].tokens.lowerBound - 1
    guard comma > 0, document.tags[comma] == .comma else { return nil }
    let mention = Int(resolution.mentionOfToken[comma - 1])
    guard mention >= 0, resolution.entityOfMention[mention] >= 0 else { return nil }
    let end = endOfRole(place)
    guard end < document.tokens.count, document.tags[end] == .comma || document.tags[end] == .stop
    else { return nil }
    let entity = Int(resolution.entityOfMention[mention])
    return resolution.entities[entity].actor.kind == .person ? entity : nil
  }

  /// The token behind a role, and behind what it is for.
  private func endOfRole(_ place: Int) -> Int {
    let end = resolution.mentions[place].tokens.upperBound
    guard end + 1 < document.tokens.count, document.tags[end] == .preposition else { return end }
    return (end..<min(end + Self.mostOfRole, document.tokens.count)).first {
      document.tags[$0] == .comma || document.tags[$0].isVerbal || document.tags[$0] == .stop
    } ?? end
  }

  /// How many words may tell what an office is for.
  private static let mostOfRole = 8

  private mutating func describe(_ entity: Int, by role: RoleDescription, _ place: Int) {
    if resolution.entities[entity].actor.role == nil {
      resolution.entities[entity].actor.role = document.text(resolution.mentions[place].core)
    }
    guard resolution.entities[entity].actor.affiliation == nil else { return }
    if let state = role.state {
      affiliate(entity, state, knowledge.lexicons.roleNouns[role.role].sector)
    } else if let organisation = role.organisation {
      affiliate(entity, to: knowledge.lexicons.organisations[organisation])
    }
  }

  /// The organisation that follows its description: “Belarus's security agency, the KGB,”.
  private func body(inAppositionTo place: Int, _ role: RoleDescription) -> Int? {
    let comma = resolution.mentions[place].tokens.upperBound
    guard comma + 2 < document.tokens.count, document.tags[comma] == .comma,
      knowledge.lexicons.roleNouns[role.role].kind == .body
    else { return nil }
    let start = document.tags[comma + 1] == .determiner ? comma + 2 : comma + 1
    let mention = Int(resolution.mentionOfToken[start])
    guard mention >= 0, resolution.entityOfMention[mention] >= 0 else { return nil }
    let end = resolution.mentions[mention].tokens.upperBound
    guard end < document.tokens.count, document.tags[end] == .comma || document.tags[end] == .stop
    else { return nil }
    let entity = Int(resolution.entityOfMention[mention])
    return resolution.entities[entity].actor.kind == .organisation ? entity : nil
  }

  static let governments: Set<String> = [
    "government", "authority", "authorities", "leadership", "administration", "regime", "side",
  ]

  /// Who held the office on the article's day: “the Russian foreign minister”.
  func holder(of role: RoleDescription, _ place: Int) -> Int? {
    // “the president of Bavaria” is not the one of its state.
    guard role.isDefinite || role.state != nil, !role.isLocal else { return nil }
    let noun = knowledge.lexicons.roleNouns[role.role].noun
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
    let titles =
      switch title {
      case "leader": ["president", "prime minister", "supreme leader"]
      case "chief", "head": role.organisation == nil ? [title] : ["secretary-general"]
      default: [title]
      }
    for title in titles {
      guard let holders = knowledge.holdersOfTitle[body, title] else { continue }
      let inForce = holders.filter { holder in
        knowledge.lexicons.officeHolders[holder].terms.contains { term in
          (day.map(term.holds(on:)) ?? (term.to == nil)) && term.body == body
            && term.isCalled(title)
        }
      }
      if inForce.count == 1 { return inForce[0] }
    }
    return nil
  }

  mutating func addGroup(_ place: Int, _ role: RoleDescription) {
    let role = placed(role, by: resolution.mentions[place].tokens.upperBound)
    var words = resolution.mentions[place].tokens
    if let first = words.first,
      document.tags[first] == .determiner || document.tags[first] == .possessive
    {
      words = words.dropFirst()
    }
    let core = coreWords(words)
    let entity = document.withID(ActorKey.Prefix.group, core, without: government(in: core)) { id in
      let key = ActorKey.hash(id)
      return resolution.index[key]
        ?? addGroup(words, named: core, role, String(decoding: id, as: UTF8.self), key)
    }
    // “the rebels” fight in the article's war: no state needs to qualify them.
    let isArmed =
      role.isDefinite && role.isPlural
      && Self.armedSectors.contains(knowledge.lexicons.roleNouns[role.role].sector)
    let isNamed = (role.state != nil || role.organisation != nil) && !role.isFollowed
    let isQualified = isNamed || role.isWestern || isArmed
    if isQualified, role.isPlural || knowledge.lexicons.roleNouns[role.role].kind == .body {
      resolution.entities[entity].isShown = true
    }
    assign(place, entity, rule: "role")
  }

  private mutating func addGroup(
    _ words: Range<Int>, named core: Range<Int>, _ role: RoleDescription, _ id: String,
    _ key: UInt64
  ) -> Int {
    let isBody = knowledge.lexicons.roleNouns[role.role].kind == .body
    let sector = sector(of: role, words)
    let body = role.state == nil && role.organisation == nil ? body(behind: words.upperBound) : nil
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: id, name: document.text(core),
          kind: isBody ? .organisation : .group,
          affiliation: role.state.map { knowledge.lexicons.states[$0].name }
            ?? role.organisation.map { knowledge.lexicons.organisations[$0].name } ?? body?.name,
          code: body.map { code(sector, of: $0.code, isOfState: true) } ?? code(role, sector)),
        isShown: false), key)
  }

  private static let armedSectors: Set<String> = ["REB", "SEP", "INS"]

  /// The name without what does not tell groups apart: “other Ukrainian officials”.
  private func coreWords(_ words: Range<Int>) -> Range<Int> {
    var words = Gathering(knowledge: knowledge, document: document).members(in: words) ?? words
    while words.count > 2, let first = words.first,
      document.tags[first] == .number || document.tokens[first].flags.contains(.number)
        || document.isOne(of: Self.vague, first)
    {
      words = words.dropFirst()
    }
    return words
  }

  /// The word that does not tell “Ukrainian government forces” from Ukrainian forces.
  private func government(in words: Range<Int>) -> Int? {
    let middle = words.upperBound - 2
    return words.count > 2 && document.isOne(of: Self.government, middle)
      && document.tags[middle] == .noun ? middle : nil
  }

  private static let government: WordSet = ["government"]
  private static let vague: WordSet = [
    "other", "some", "many", "several", "senior", "more", "few", "dozen", "dozens",
  ]
}
