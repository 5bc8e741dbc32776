import EventData
import Lexicons

/// Finds names: those of the lexicons, and those that only look like names.
struct NameFinder {
  let knowledge: Knowledge

  func find(in document: Document) -> [FoundMention] {
    var found: [FoundMention] = []
    // Hardly more than one token in six begins a name.
    found.reserveCapacity(document.tokens.count / 6)
    let matcher = PhraseMatcher(knowledge: knowledge)
    var halves = Halves()
    for sentence in document.sentences {
      var place = sentence.tokens.lowerBound
      while place < sentence.tokens.upperBound {
        guard mayOpen(document.tokens[place]) else {
          place += 1
          continue
        }
        let name = name(at: place, in: sentence, document, matcher)
        let run = capitalRun(at: place, in: sentence, document)
        if let run, isPerson(run, name, sentence, document) || isFamilyFirst(run, name, document) {
          found.append(person(run, document))
          place = run.upperBound
        } else if let name {
          found.append(mention(place..<name.end, alias: name.alias, document))
          place = name.end
        } else if let alias = strippedPossessive(place, document) {
          found.append(mention(place..<place + 1, alias: alias, document))
          place += 1
        } else if run?.count == 1,
          let alias = halves.alias(at: place, document, knowledge)
        {
          found.append(mention(place..<place + 1, alias: alias, document))
          place += 1
        } else if let run, let mention = unknown(run, in: sentence, document) {
          found.append(mention)
          place = mention.tokens.upperBound
        } else {
          place += 1
        }
      }
    }
    return found
  }

  /// Whether a name can begin with the token: most do not.
  private func mayOpen(_ token: Token) -> Bool {
    (token.isCapitalised || PhraseMatcher.mayOpenName(token))
      && (token.kind == .word || token.kind == .number)
  }

  /// The longest name of the lexicons, without the first word of a role: “the Ukrainian border
  /// guard” is no guard at the Ukrainian border.
  private func name(
    at place: Int, in sentence: Document.SentenceTokens, _ document: Document,
    _ matcher: PhraseMatcher
  ) -> (end: Int, alias: Int)? {
    let end = sentence.tokens.upperBound
    guard let name = matcher.name(at: place, before: end, document.tokens),
      !isOffice(place, name, document)
    else { return nil }
    let last = name.end - 1
    guard last > place, name.end < end, !document.tokens[last].isCapitalised,
      flags(last, document).contains(.opensRole),
      case .place? = knowledge.aliases[name.alias].referents.first,
      let role = matcher.match(knowledge.roles, at: last, before: end, document.tokens),
      role.end > name.end
    else { return name }
    return matcher.name(at: place, before: last, document.tokens)
  }

  /// “the King of Jordan”, “King Harald”: nobody whose family name is King.
  private func isOffice(
    _ place: Int, _ name: (end: Int, alias: Int), _ document: Document
  ) -> Bool {
    guard name.end == place + 1, !flags(place, document).isDisjoint(with: [.roleNoun, .honorific]),
      isFamily(name.alias)
    else { return false }
    let isDefinite = place > 0 && document.tags[place - 1] == .determiner
    return isDefinite || name.end < document.tokens.count && document.tokens[name.end].isCapitalised
  }

  private func flags(_ place: Int, _ document: Document) -> WordFlags {
    document.tokens[place].flags
  }

  /// A name of the lexicons with the titles before it.
  private func mention(_ core: Range<Int>, alias: Int, _ document: Document) -> FoundMention {
    FoundMention(tokens: core, core: core, kind: .alias(alias))
  }

  /// The capitalised words from a token on, with initials and particles between them.
  private func capitalRun(
    at start: Int, in sentence: Document.SentenceTokens, _ document: Document
  ) -> Range<Int>? {
    guard document.tokens[start].isCapitalised, document.tokens[start].kind == .word else {
      return nil
    }
    var end = start + 1
    while end < sentence.tokens.upperBound {
      let token = document.tokens[end]
      if token.kind == .word, token.isCapitalised, !token.shape.contains(.dotted) {
        end += 1
      } else if token.kind == .hyphen, end + 1 < sentence.tokens.upperBound,
        document.tokens[end + 1].isCapitalised
      {
        end += 2
      } else if token.kind == .period, isInitial(end - 1, document),
        end + 1 < sentence.tokens.upperBound, document.tokens[end + 1].isCapitalised
      {
        end += 2
      } else if token.kind == .word, isParticle(token), end + 1 < sentence.tokens.upperBound {
        let after = document.tokens[end + 1]
        let isJoined = after.kind == .hyphen && end + 2 < sentence.tokens.upperBound
        guard after.isCapitalised || (isJoined && document.tokens[end + 2].isCapitalised) else {
          break
        }
        end += after.isCapitalised ? 2 : 3
      } else {
        break
      }
    }
    return start..<end
  }

  private func isInitial(_ place: Int, _ document: Document) -> Bool {
    document.tokens[place].end - document.tokens[place].start == 1
  }

  private func isParticle(_ token: Token) -> Bool {
    token.end - token.start <= 3 && token.flags.contains(.particle)
  }

  /// A given name and more capitalised words that begin no name of the lexicons.
  private func isPerson(
    _ run: Range<Int>, _ name: (end: Int, alias: Int)?, _ sentence: Document.SentenceTokens,
    _ document: Document
  ) -> Bool {
    guard run.count >= 2, flags(run.lowerBound, document).contains(.givenName) else { return false }
    if let name {
      if name.end - run.lowerBound >= 2 { return false }
      // “Jordan Peterson” but not “Jordan River” nor “Georgia Ministry” nor “Georgia Democrats”.
      let next = flags(run.lowerBound + 1, document)
      guard
        next.isDisjoint(
          with: [.organisationHead, .placeHead, .stateAdjective, .honorific, .pluralRole])
      else { return false }
      if next.contains(.aliasWord), run.count == 2, !next.contains(.givenName),
        !isFamily(name.alias), opensPlaceOrBody(run.lowerBound + 1, document)
      {
        return false
      }
    }
    if sentence.isTitleCase, run.count > 3 { return false }
    let last = flags(run.upperBound - 1, document)
    return last.isDisjoint(with: [.organisationHead, .placeHead])
  }

  /// “Liu Xuehong”: a family name of the lexicons before a word that nothing knows.
  private func isFamilyFirst(
    _ run: Range<Int>, _ name: (end: Int, alias: Int)?, _ document: Document
  ) -> Bool {
    guard let name, run.count == 2, name.end == run.lowerBound + 1, isFamily(name.alias) else {
      return false
    }
    return document.tokens[name.end].word == 0
  }

  private func person(_ run: Range<Int>, _ document: Document) -> FoundMention {
    FoundMention(tokens: run, core: run, kind: .personName)
  }

  private static let writings: WordSet = [
    "convention", "protocol", "act", "bill", "law", "resolution",
  ]

  /// A run of capitalised words that the lexicons do not hold.
  private func unknown(
    _ run: Range<Int>, in sentence: Document.SentenceTokens, _ document: Document
  ) -> FoundMention? {
    if sentence.isTitleCase || document.paragraphs[sentence.paragraph].isHeading { return nil }
    var start = run.lowerBound
    let matcher = PhraseMatcher(knowledge: knowledge)
    // Titles and role nouns before a name are no part of it.
    while start < run.upperBound {
      if let role = matcher.match(
        knowledge.roles, at: start, before: run.upperBound, document.tokens)
      {
        start = role.end
      } else if isTitle(start, document) {
        start += 1
        if start < run.upperBound, document.tokens[start].kind == .period { start += 1 }
      } else {
        break
      }
    }
    let hasTitle = start > run.lowerBound
    guard start < run.upperBound else { return nil }
    if start == sentence.tokens.lowerBound, !hasTitle, isPlainWord(start, document) {
      return nil
    }
    var end = start
    while end < run.upperBound {
      // “Deputy Coroner Bill Salisbury” ends with the name of a town.
      if let name = matcher.name(at: end, before: run.upperBound, document.tokens),
        end == start
          || !isFamily(name.alias)
            && !(flags(end - 1, document).contains(.givenName) && name.end == run.upperBound)
      {
        break
      }
      end += 1
    }
    guard end > start else { return nil }
    while end > start + 1, document.tokens[end - 1].kind == .hyphen { end -= 1 }
    let core = start..<end
    let last = flags(end - 1, document)
    if last.contains(.organisationHead), core.count > 1 {
      return FoundMention(tokens: core, core: core, kind: .organisationName)
    }
    if !last.isDisjoint(with: [.placeHead, .timeNoun]) { return nil }
    // “the Salt Lakes Treaty”, “the Treaty”
    if knowledge.events.isTreaty(document.tokens[end - 1].word)
      || core.count > 1 && document.isOne(of: Self.writings, end - 1)
    {
      return nil
    }
    if core.count == 1 {
      guard !hasTitle else {
        return FoundMention(tokens: core, core: core, kind: .personName)
      }
      return FoundMention(tokens: core, core: core, kind: .singleName)
    }
    guard core.count <= 5 else { return nil }
    let isPlace =
      !hasTitle && PlaceContext(document).holds(core)
      && !flags(start, document).contains(.givenName)
    return FoundMention(tokens: core, core: core, kind: isPlace ? .placeName : .personName)
  }

  /// A family name alone, which ends the name of somebody else, too.
  private func isFamily(_ alias: Int) -> Bool {
    knowledge.aliases[alias].referents.allSatisfy { if case .family = $0 { true } else { false } }
  }

  /// The second word of “Jordan Times”, not that of “Jordan Walker”.
  private func opensPlaceOrBody(_ place: Int, _ document: Document) -> Bool {
    PhraseMatcher(knowledge: knowledge).name(at: place, before: place + 1, document.tokens)
      .map { !isFamily($0.alias) } ?? false
  }

  private func isTitle(_ place: Int, _ document: Document) -> Bool {
    let flags = flags(place, document)
    return !flags.isDisjoint(with: [.honorific, .roleNoun, .titleAdjective, .direction])
      && flags.isDisjoint(with: .givenName)
  }

  /// A word that opens a sentence with a capital only for that reason.
  private func isPlainWord(_ place: Int, _ document: Document) -> Bool {
    let token = document.tokens[place]
    if token.shape.contains(.innerUpper) { return false }
    let flags = flags(place, document)
    if flags.contains(.givenName) { return false }
    return token.word != 0 || document.tags[place] != .name
      || !(place + 1 < document.tokens.count && document.tokens[place + 1].isCapitalised)
        && !isFollowedBySubjectMark(place, document)
  }

  /// Before a verb or the comma of an apposition a capitalised word may be a name.
  private func isFollowedBySubjectMark(_ place: Int, _ document: Document) -> Bool {
    guard place + 1 < document.tags.count else { return false }
    switch document.tags[place + 1] {
    case .verb, .auxiliary, .comma, .apostrophe: return true
    default: return false
    }
  }

  /// “Russias plans”, “Kyivs refusal”: the name whose apostrophe was lost.
  private func strippedPossessive(_ place: Int, _ document: Document) -> Int? {
    let token = document.tokens[place]
    guard token.isCapitalised, token.word == 0, token.end - token.start > 3,
      document.bytes[Int(token.end) - 1] == 0x73
    else { return nil }
    var hash = WordHash()
    document.bytes.withUnsafeBufferPointer {
      hash.addFolded($0, Int(token.start)..<Int(token.end) - 1)
    }
    let word = knowledge.vocabulary.id(hash.value)
    guard word != 0, let state = knowledge.names.next(0, word),
      let alias = knowledge.names.value(state)
    else { return nil }
    return Int(alias)
  }
}
