/// Finds people and bodies that are named by their role alone, and gives names the
/// titles that stand before them.
struct RoleFinder {
  let knowledge: Knowledge

  /// - Parameter names: Mentions of names in the order of the text.
  /// - Returns: Names and roles in the order of the text.
  func find(in document: Document, names: [FoundMention]) -> [FoundMention] {
    var found: [FoundMention] = []
    found.reserveCapacity(names.count + names.count / 2)
    let matcher = PhraseMatcher(knowledge: knowledge)
    var nextName = 0
    for sentence in document.sentences {
      var place = sentence.tokens.lowerBound
      while place < sentence.tokens.upperBound {
        while nextName < names.count, names[nextName].tokens.lowerBound < place { nextName += 1 }
        // Most words are neither.
        let end = nextName < names.count ? names[nextName].tokens.lowerBound : Int.max
        while place < min(end, sentence.tokens.upperBound),
          document.tokens[place].flags.isDisjoint(with: Self.opening)
        {
          place += 1
        }
        if place == sentence.tokens.upperBound { break }
        if nextName < names.count, names[nextName].tokens.lowerBound == place,
          !isWithinRole(names[nextName], before: sentence.tokens.upperBound, document)
        {
          found.append(titled(names[nextName], after: sentence.tokens.lowerBound, document))
          place = names[nextName].tokens.upperBound
          continue
        }
        let flags = document.tokens[place].flags
        let isTitleBeforeName = flags.contains(.honorific)
        guard document.tokens[place].kind == .word,
          isTitleBeforeName || !flags.isDisjoint(with: [.roleNoun, .opensRole]),
          let (end, value) = matcher.match(
            knowledge.roles, at: place, before: sentence.tokens.upperBound, document.tokens),
          document.tags[end - 1] == .noun || document.tags[end - 1] == .name
        else {
          place += 1
          continue
        }
        let isBeforeName =
          nextName < names.count && names[nextName].tokens.lowerBound == end
          && isPersonal(names[nextName])
        if !isBeforeName {
          let role = role(place..<end, value, in: sentence.tokens, names, nextName, document)
          if !isMeans(role, in: sentence.tokens, document) {
            Gathering(knowledge: knowledge, document: document).drop(from: &found, for: role)
            found.append(role)
          }
        }
        place = end
      }
    }
    return found
  }

  private static let opening: WordFlags = [.honorific, .roleNoun, .opensRole]

  /// “threatened to use force”, “with artillery”: a means rather than somebody.
  private func isMeans(
    _ role: FoundMention, in sentence: Range<Int>, _ document: Document
  ) -> Bool {
    role.tokens.count == 1 && document.isOne(of: Self.means, role.core.lowerBound)
      && (role.core.lowerBound == sentence.lowerBound
        || document.tags[role.core.lowerBound - 1] != .determiner)
  }

  private static let means: WordSet = ["force", "artillery"]

  /// “Muslim leaders”, “Christians”: a word that is a family name, too. “Bosnian Serbs”: a people.
  private func isWithinRole(_ name: FoundMention, before end: Int, _ document: Document) -> Bool {
    guard name.tokens.count == 1,
      document.tokens[name.tokens.lowerBound].flags.contains(.opensRole),
      let role = PhraseMatcher(knowledge: knowledge).match(
        knowledge.roles, at: name.tokens.lowerBound, before: end, document.tokens)
    else { return false }
    if state(ofRole: role.value / 2) != nil { return role.end >= name.tokens.upperBound }
    guard isPersonal(name) else { return false }
    let isPlural = role.value % 2 == 1
    return role.end > name.tokens.upperBound || isPlural && role.end == name.tokens.upperBound
  }

  private func isPersonal(_ mention: FoundMention) -> Bool {
    switch mention.kind {
    case .personName, .singleName: true
    case .alias(let alias):
      knowledge.aliases[alias].referents.contains {
        switch $0 {
        case .person, .family: true
        default: false
        }
      }
    default: false
    }
  }

  /// A person's name with the titles before it: “Russian Foreign Minister Sergei Lavrov”.
  private func titled(
    _ name: FoundMention, after start: Int, _ document: Document
  ) -> FoundMention {
    guard isPersonal(name) else { return name }
    var name = name
    var first = name.tokens.lowerBound
    while first > start {
      if let role = role(endingBefore: first, after: start, document) {
        first = role
        continue
      }
      let before = first - 1
      let token = document.tokens[before]
      let flags = token.flags
      let isTitle =
        token.kind == .word
        && !flags.isDisjoint(with: [
          .honorific, .roleNoun, .titleAdjective, .stateAdjective, .organisationHead, .direction,
        ]) && flags.isDisjoint(with: [.preposition, .verbThird, .verbPast])
      let isState =
        token.shape.contains(.dotted) && token.isCapitalised
        || (token.shape.contains(.allUpper) && flags.contains(.aliasWord))
        || (token.isCapitalised && flags.contains(.aliasWord) && first < name.core.lowerBound)
      if isTitle || (isState && first < name.core.lowerBound) {
        first = before
      } else if token.kind == .period, before > start,
        document.tokens[before - 1].flags.contains(.honorific),
        document.tokens[before - 1].end == token.start
      {
        first = before - 1
      } else if token.kind == .possessive || token.kind == .hyphen, first < name.core.lowerBound,
        before > start
      {
        first = before - 1
      } else {
        break
      }
    }
    name.tokens = first..<name.tokens.upperBound
    return name
  }

  /// Where a role of several words begins that ends here: “Secretary of State”, “religious
  /// leader”.
  private func role(endingBefore end: Int, after start: Int, _ document: Document) -> Int? {
    let matcher = PhraseMatcher(knowledge: knowledge)
    return (2...4).lazy.map { end - $0 }.first { place in
      place >= start && document.tokens[place].flags.contains(.opensRole)
        && matcher.match(knowledge.roles, at: place, before: end, document.tokens)?.end == end
    }
  }

  /// A role noun with its modifiers.
  private func role(
    _ core: Range<Int>, _ value: Int, in sentence: Range<Int>, _ names: [FoundMention],
    _ nextName: Int, _ document: Document
  ) -> FoundMention {
    var description = RoleDescription(role: value / 2, isPlural: value % 2 == 1)
    description.state = state(ofRole: description.role)
    description.isLocal = description.state != nil
    var first = core.lowerBound
    var earlier = nextName
    var firstName: Int?
    var isGathered = false
    while first > sentence.lowerBound {
      let before = first - 1
      if earlier > 0, names[earlier - 1].tokens.upperBound == first {
        earlier -= 1
        let own = modifier(names[earlier])
        let place = own == nil ? stateOfPlace(names[earlier]) : nil
        guard let modifier = own ?? place ?? stateOfPerson(names[earlier]) else {
          // “the fleet's Arctic group”: nobody's, but the fleet may stand before it.
          guard isPlace(names[earlier]) else { break }
          first = names[earlier].tokens.lowerBound
          continue
        }
        switch modifier {
        case .state(let state):
          if description.state == nil, !isOnlyDescribing(names[earlier], description, document) {
            (description.state, description.isLocal) = (state, place != nil)
          }
        case .organisation(let organisation):
          description.organisation = description.organisation ?? organisation
        default: break
        }
        first = names[earlier].tokens.lowerBound
        firstName = first
        continue
      }
      let token = document.tokens[before]
      switch document.tags[before] {
      // “a move Norwegian officials welcomed”: they begin a clause behind the noun.
      case .determiner
      where description.isPlural && !isGathered && document.isOne(of: Self.indefinite, before)
        && document.tokens[first].flags.isDisjoint(with: [.quantifier, .number, .magnitude]):
        return finish(firstName ?? first)
      case .determiner:
        description.isDefinite = token.word == knowledge.words.the
        first = before
      case .noun, .name:
        if isWestern(token, document) { description.isWestern = true }
        first = before
        if core.lowerBound - first > 5 { return finish(first) }
        continue
      case .apostrophe, .hyphen:
        // “anti-Norwegian activists” are not Norway's.
        if before > sentence.lowerBound, document.isOne(of: Self.opposing, before - 1) {
          (description.state, description.organisation) = (nil, nil)
        }
        first = before
        continue
      case .number where isDesignation(before, after: sentence.lowerBound, document):
        first = before - 2
        while earlier > 0, names[earlier - 1].tokens.lowerBound >= first { earlier -= 1 }
        continue
      case .number:
        first = before
        // “Five hundred rebels”: the first word of a sentence may look like a name.
        while first > sentence.lowerBound,
          document.tags[first - 1] == .number || document.tokens[first - 1].flags.contains(.number)
        {
          first -= 1
        }
      case .possessive: first = before
      case .preposition
      where description.isPlural && before > sentence.lowerBound
        && Gathering(knowledge: knowledge, document: document).opens(at: before - 1):
        (first, isGathered) = (before - 1, true)
        continue
      default: return finish(first)
      }
      break
    }
    return finish(first)

    func finish(_ first: Int) -> FoundMention {
      var description = description
      // “its troops from Riga” are not Latvian.
      if description.state == nil, document.tags[first] != .possessive,
        core.upperBound + 1 < sentence.upperBound,
        isAttaching(document.tokens[core.upperBound].word, description)
      {
        let place = core.upperBound + 1
        let name = names[min(nextName, names.count)...].first { $0.tokens.lowerBound >= place }
        if let name, name.tokens.lowerBound <= place + 1, !isModifier(name, document) {
          attach(name, behind: document.tokens[core.upperBound].word, to: &description)
        }
      }
      return FoundMention(
        tokens: first..<core.upperBound, core: core, kind: .role(description))
    }
  }

  private static let indefinite: WordSet = ["a", "an"]
  private static let opposing: WordSet = ["anti", "non"]

  /// “Thai F-16 jets”: which make they are, not how many.
  private func isDesignation(_ number: Int, after start: Int, _ document: Document) -> Bool {
    number - 2 >= start && document.tags[number - 1] == .hyphen
      && document.tokens[number - 2].isCapitalised
      && document.tokens[number - 1].end == document.tokens[number].start
  }

  private func isWestern(_ token: Token, _ document: Document) -> Bool {
    guard token.isCapitalised else { return false }
    return token.flags.contains(.direction)
  }
}
