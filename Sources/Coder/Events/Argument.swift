import EventData

/// Somebody at one end of an event.
struct Argument {
  /// Who it is, under the name that the text gives.
  var actor: ActorReference
  /// A group or an office of which the words do not say whose it is.
  var isUnplaced = false
  /// Somewhere rather than somebody: “a village near Mariupol”.
  var isPlace = false
  /// A government under the name of its capital, which may also be the city.
  var isCapital = false
  /// Arms that act for who has them: “a drone hit …”.
  var isMateriel = false

  /// “1,700 paratroopers” of nobody in particular: a quantity rather than somebody who acts.
  var isCount: Bool {
    isUnplaced && actor.name.utf8.contains { $0 &- UInt8(ascii: "0") < 10 }
  }

  /// Whether the code begins with a state or an international body.
  var isKnown: Bool { !isUnplaced && actor.code != "---" }

  var isPerson: Bool { actor.id.hasPrefix(ActorKey.Prefix.person) }

  /// Whether the code begins with a state.
  var isOfState: Bool {
    isKnown && !CodePart.bodies.contains(actor.body)
  }
}

/// Reads the actors that a stretch of text names.
struct ArgumentReader {
  let context: AttributionContext

  /// Everybody whom a stretch names, in order, each once.
  func arguments(in range: Range<Int>) -> [Argument] {
    var found: [Argument] = []
    var last: Int32 = -1
    for token in range {
      let mention = context.resolution.mentionOfToken[token]
      guard mention >= 0, mention != last else { continue }
      last = mention
      if ownsPerson(context.resolution.mentions[Int(mention)]) { continue }
      if let argument = argument(Int(mention)),
        !found.contains(where: { $0.actor.id == argument.actor.id })
      {
        if found.isEmpty { found.reserveCapacity(4) }
        found.append(argument)
      }
    }
    return found
  }

  /// “*Norway's* Tarn”: who is named next is meant.
  private func ownsPerson(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    return next + 1 < context.document.tokens.count && context.tag(next) == .apostrophe
      && context.phrases.isPerson(at: next + 1)
  }

  /// The noun of a deed in the phrase that a stretch opens with: “an Israeli airstrike”.
  func deed(in range: Range<Int>) -> Int? {
    let phrase = range.before(range.first { !context.tag($0).isNominal } ?? range.upperBound)
    return phrase.last {
      context.flags($0).contains(.eventNoun)
        || context.knowledge.events.hasForce(context.knowledge.events.classes(of: context.word($0)))
    }
  }

  /// The first one that a stretch names, with those that a list joins to it.
  func first(in range: Range<Int>) -> [Argument] {
    var place = range.lowerBound
    while place < range.upperBound {
      let mention = context.resolution.mentionOfToken[place]
      if mention >= 0, let argument = argument(Int(mention)) {
        let end = context.resolution.mentions[Int(mention)].tokens.upperBound
        if let person = person(after: end, in: range) { return [person] }
        if argument.isUnplaced, let owner = owner(of: argument, after: end, in: range) {
          return [owner]
        }
        return [argument] + joined(after: end, range)
      }
      place = mention < 0 ? place + 1 : context.resolution.mentions[Int(mention)].tokens.upperBound
    }
    return []
  }

  /// “EU envoy Tarn”, “Norway's president, Tarn”: the person whom a name modifies.
  private func person(after end: Int, in range: Range<Int>) -> Argument? {
    var place = end
    while place < range.upperBound, place - end < 5, context.tag(place).isNominal {
      let mention = context.resolution.mentionOfToken[place]
      if mention >= 0 {
        guard let found = argument(Int(mention)), found.actor.id.hasPrefix(ActorKey.Prefix.person),
          found.isKnown
        else { return nil }
        return found
      }
      place += 1
    }
    return nil
  }

  /// “leaders of Norway's government”, “observers from the OSCE”: whose they are.
  private func owner(
    of argument: Argument, after end: Int, in range: Range<Int>
  ) -> Argument? {
    guard end < range.upperBound,
      context.word(end) == context.knowledge.words.of
        || context.word(end) == context.knowledge.words.from
    else { return nil }
    let found = arguments(in: end + 1..<min(end + 7, range.upperBound)).first
    // “residents of Riga” are Latvians.
    return found.flatMap { $0.isPlace ? argument.placed(in: $0) : $0.isKnown ? $0 : nil }
  }

  /// Who follows a comma or “and” directly, as in “Estonia, Latvia and Lithuania”.
  private func joined(after end: Int, _ range: Range<Int>) -> [Argument] {
    var found: [Argument] = []
    var place = end
    while place < range.upperBound {
      var start = place
      if context.tag(start) == .comma { start += 1 }
      if start < range.upperBound, context.word(start) == context.knowledge.words.and { start += 1 }
      guard start > place else { break }
      while start < range.upperBound,
        context.tag(start) == .determiner || context.tag(start) == .possessive
      {
        start += 1
      }
      guard start < range.upperBound else { break }
      let mention = context.resolution.mentionOfToken[start]
      guard mention >= 0, context.resolution.mentions[Int(mention)].tokens.lowerBound <= start,
        let argument = argument(Int(mention))
      else { break }
      let next = context.resolution.mentions[Int(mention)].tokens.upperBound
      // “attacked Riga, Oslo said”: who follows the comma has a verb of its own.
      if start == place + 1, next < range.upperBound, context.tag(next).isVerbal { break }
      found.append(argument)
      place = next
    }
    return found
  }

  /// The actor whom a mention stands for; nil when it only modifies or means nobody.
  func argument(_ mention: Int) -> Argument? {
    let found = context.resolution.mentions[mention]
    if let allies = allies(found) { return allies }
    if modifies(found) { return nil }
    if let state = stateBefore(found) { return state }
    if let group = ethnicGroup(found) { return group }
    let entity = Int(context.resolution.entityOfMention[mention])
    guard entity >= 0 else { return place(mention) }
    let kind = context.resolution.entities[entity].actor.kind
    let isState = if case .state = kind { true } else { false }
    let isPerson = if case .person = kind { true } else { false }
    let isSomewhere = isState && isLocative(found) && !isOwner(found)
    if isSomewhere, let place = place(mention) { return place }
    var reference = context.resolution.reference(entity)
    if !isPerson || isRole(found) { reference.name = words(of: found.tokens) }
    // The actor's own code tells what all its mentions are.
    let isShort = reference.code.utf8.count == 3
    if isState, isGovernment(found) == isShort {
      reference.code = isShort ? reference.code + "GOV" : String(reference.code.prefix(3))
    }
    return Argument(
      actor: reference, isUnplaced: isUnplaced(entity, isPerson: isPerson, found),
      isPlace: isSomewhere || isState && isBeforeTerritory(found),
      isCapital: isState && !isRole(found),
      isMateriel: isRole(found) && isMateriel(found.tokens.upperBound - 1))
  }

  func isMateriel(_ token: Int) -> Bool { context.document.isOne(of: Self.materiel, token) }

  private static let materiel: WordSet = [
    "aircraft", "airplane", "airplanes", "plane", "planes", "jet", "jets", "warplane", "warplanes",
    "bomber", "bombers", "helicopter", "helicopters", "drone", "drones", "missile", "missiles",
    "rocket", "rockets", "ship", "ships", "warship", "warships", "vessel", "vessels", "gunboat",
    "gunboats", "submarine", "submarines", "tank", "tanks", "shell", "shells", "artillery",
  ]

  /// “the Norwegian government”, “Oslo”, “Downing Street”: who governs the state.
  private func isGovernment(_ found: FoundMention) -> Bool {
    switch found.kind {
    case .role: true
    case .alias(let alias):
      context.knowledge.aliases[alias].referents.contains {
        switch $0 {
        case .capital, .seat: true
        default: false
        }
      }
    default: false
    }
  }

  /// A place, with the code of the state in which it lies.
  private func place(_ mention: Int) -> Argument? {
    let index = Int(context.resolution.regionOfMention[mention])
    guard index >= 0 else { return nil }
    let region = context.resolution.regions[index].region
    guard let country = region.country, let state = context.knowledge.stateOfCode[country] else {
      return nil
    }
    return Argument(
      actor: ActorReference(
        id: region.id, name: words(of: context.resolution.mentions[mention].tokens),
        code: context.knowledge.lexicons.states[state].code),
      isPlace: true)
  }

  /// “ethnic Latvians”: of the state in which they live.
  private func ethnicGroup(_ found: FoundMention) -> Argument? {
    let before = found.tokens.lowerBound - 1
    guard before >= 0, context.document.isOne(of: Self.ethnic, before) else { return nil }
    let name = context.document.text(before..<found.tokens.upperBound)
    return Argument(
      actor: ActorReference(
        id: ActorKey.id(ActorKey.Prefix.group, name: name), name: name, code: "CVL"),
      isUnplaced: true)
  }

  private static let ethnic: WordSet = ["ethnic"]

  /// “Oslo and its allies”: who acts beside it, of no state in particular.
  private func allies(_ found: FoundMention) -> Argument? {
    let first = found.tokens.lowerBound
    let possessive = context.tag(first) == .possessive ? first : first - 1
    guard possessive > 1, context.tag(possessive) == .possessive,
      context.word(possessive - 1) == context.knowledge.words.and,
      context.document.isOne(of: Self.allied, found.core.upperBound - 1)
    else { return nil }
    let name = words(of: found.tokens)
    return Argument(
      actor: ActorReference(
        id: ActorKey.id(ActorKey.Prefix.group, name: name), name: name, code: "---"))
  }

  private static let allied: WordSet = ["allies", "partners"]

  /// “the Norwegian border”, “a Norwegian village”.
  private func isBeforeTerritory(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    return next < context.document.tokens.count && context.tag(next) == .noun
      && context.knowledge.events.isTerritory(context.word(next))
  }

  /// “in Norway”, “in southern Norway”.
  private func isLocative(_ found: FoundMention) -> Bool {
    var place = found.tokens.lowerBound - 1
    while place >= 0, context.tag(place) == .determiner || context.flags(place).contains(.direction)
    {
      place -= 1
    }
    return place >= 0 && context.knowledge.events.isLocative(context.word(place))
  }

  /// “military aid”, “US-led”, “anti-Syrian”, “countries”: nobody who acts.
  private func modifies(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    if next < context.document.tokens.count, context.tag(next) == .hyphen { return true }
    if isDirection(found) || isCurrency(found) { return true }
    let first = found.tokens.lowerBound
    if first > 1, context.tag(first - 1) == .hyphen, context.tag(first - 2) != .name { return true }
    guard case .role(let role) = found.kind, role.state == nil, role.organisation == nil else {
      return false
    }
    if found.core.count == 1,
      context.knowledge.events.isGeneric(context.word(found.core.lowerBound))
    {
      return true
    }
    if isBare(found), !isInList(found),
      context.knowledge.events.isAttributive(context.word(found.core.upperBound - 1))
    {
      return true
    }
    return next < context.document.tokens.count
      && context.resolution.mentionOfToken[next] < 0
      && (context.tag(next) == .noun || context.tag(next) == .name
        || !role.isPlural && FrameMatcher.isBaseAlone(context.flags(next)))
  }

  /// “between police and protesters”
  private func isInList(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    return next < context.document.tokens.count && context.tag(next) == .coordinator
      && context.word(found.tokens.lowerBound - 1) == context.knowledge.words.between
  }

  /// “US$3 million”.
  private func isCurrency(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    return next < context.document.tokens.count && context.kind(next) == .currency
      && context.document.tokens[next - 1].end == context.document.tokens[next].start
  }

  /// “western Cambodia”, capitalised: no alliance.
  private func isDirection(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    return found.tokens.count == 1 && next < context.document.tokens.count
      && context.flags(found.tokens.lowerBound).contains(.direction) && context.tag(next) == .name
  }

  /// “the Norwegian troop buildup”: of the state, since the role only modifies.
  private func stateBefore(_ found: FoundMention) -> Argument? {
    let next = found.tokens.upperBound
    guard case .role(let role) = found.kind, !role.isPlural, let index = role.state,
      context.knowledge.lexicons.roleNouns[role.role].sector == "MIL",
      next < context.document.tokens.count, context.flags(next).contains(.eventNoun),
      context.resolution.mentionOfToken[next] < 0
    else { return nil }
    let state = context.knowledge.lexicons.states[index]
    return Argument(
      actor: ActorReference(
        id: ActorKey.Prefix.state + state.code, name: state.name, code: state.code))
  }

  /// “joint military exercises”: a noun in the singular without an article.
  private func isBare(_ found: FoundMention) -> Bool {
    switch context.tag(found.tokens.lowerBound) {
    case .determiner, .possessive, .name: false
    default: found.tokens.lowerBound > 0 && context.tag(found.tokens.lowerBound - 1) != .apostrophe
    }
  }

  private func isRole(_ found: FoundMention) -> Bool {
    if case .role = found.kind { true } else { false }
  }

  /// “rebels”, “President Tarn”: of a state that other words may name.
  private func isUnplaced(_ entity: Int, isPerson: Bool, _ found: FoundMention) -> Bool {
    let entities = context.resolution.entities
    switch found.kind {
    case .role(let role):
      return role.state == nil && role.organisation == nil
        && entities[entity].actor.affiliation == nil
    default:
      return isPerson && entities[entity].actor.code == "---"
        && entities[entity].actor.role != nil
    }
  }

  /// “in a Norwegian attack”, “in Norway's attack”: whose, not where.
  private func isOwner(_ found: FoundMention) -> Bool {
    let next = found.tokens.upperBound
    guard next < context.document.tokens.count else { return false }
    return context.tag(next) == .apostrophe
      || context.tag(next) == .noun
        && context.flags(found.tokens.lowerBound).contains(.stateAdjective)
  }

  /// The words of a mention without its article.
  private func words(of tokens: Range<Int>) -> String {
    let first = tokens.first { context.tag($0) != .determiner && context.tag($0) != .possessive }
    return context.document.text((first ?? tokens.lowerBound)..<tokens.upperBound)
  }
}
