/// Finds the noun phrase that ends before, or begins at, a token.
struct NounPhraseFinder {
  let knowledge: Knowledge
  let document: Document
  let resolution: Resolution

  private func flags(_ token: Int) -> WordFlags {
    document.tokens[token].flags
  }

  private func mention(_ token: Int) -> FoundMention? {
    let mention = resolution.mentionOfToken[token]
    return mention < 0 ? nil : resolution.mentions[Int(mention)]
  }

  /// The phrase whose last token stands before `end`; nil when there is none.
  ///
  /// Prepositional phrases are taken along to the left (“an analyst at the institute”),
  /// but not behind a person's name, which can only begin a phrase.
  func phrase(endingBefore end: Int, from start: Int) -> Range<Int>? {
    guard end > start else { return nil }
    let last = end - 1
    guard
      document.tags[last].isHead || document.tags[last] == .number
        || document.tags[last] == .time && mention(last) != nil
        || document.tags[last] == .determiner
    else { return nil }
    if document.tags[last] == .pronoun { return last..<end }
    var first = left(of: last, from: start)
    var attachments = 0
    var isList = false
    while first > start, attachments < 4 {
      let before = first - 1
      if document.tags[before] == .preposition, before > start, !isPerson(at: first),
        flags(before).isDisjoint(with: .subordinator) || flags(before).contains(.of),
        document.tags[before - 1] == .noun || document.tags[before - 1] == .name
          || document.tags[before - 1] == .number
          || document.isOne(of: Self.relating, before - 1),
        !flags(before - 1).contains(.timeNoun)
      {
        first = left(of: before - 1, from: start)
        attachments += 1
      } else if let member = listed(before: first, from: start, isList: isList) {
        first = member
        attachments += 1
        isList = true
      } else {
        break
      }
    }
    return first..<end
  }

  /// Where the member of a list begins that stands before a phrase: “*Norway,* Latvia and Estonia”,
  /// “the ministers of *Norway* and Latvia”. Nil where none does, or where it is another clause's.
  ///
  /// - Parameter isList: whether the phrase is such a list by its end.
  private func listed(before first: Int, from start: Int, isList: Bool) -> Int? {
    var joint = first - 1
    let isAnd = document.tokens[joint].word == knowledge.words.and
    let hasComma = isAnd && joint - 1 > start && document.tags[joint - 1] == .comma
    if hasComma { joint -= 1 }
    guard isAnd || isList && document.tags[joint] == .comma, joint > start,
      isAnd && !hasComma ? document.tags[joint - 1].isHead : mention(joint - 1) != nil
    else { return nil }
    let member = left(of: joint - 1, from: start)
    // “…, an ally, and Tarn said”: who is described is no list, nor are two with a comma between.
    if document.tags[member] == .determiner,
      hasComma || isList && document.tokens[member].word != knowledge.words.the
    {
      return nil
    }
    if hasComma, member == start || document.tags[member - 1] != .comma { return nil }
    let isOfSomebody =
      document.tags[joint - 1] == .name && member - 1 > start && flags(member - 1).contains(.of)
    return isOfSomebody || opensClause(before: member, from: start) ? member : nil
  }

  /// “sources close to the talks”
  static let relating: WordSet = ["close", "loyal", "familiar", "privy"]

  /// The phrase that begins at a token; nil when none does.
  func phrase(startingAt start: Int, before end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    if document.tags[start] == .pronoun { return start..<start + 1 }
    var place = start
    var lastHead: Int?
    while place < end {
      if let mention = mention(place), mention.tokens.lowerBound == place {
        lastHead = mention.tokens.upperBound - 1
        place = mention.tokens.upperBound
        if isPerson(at: place - 1) { break }
        continue
      }
      let tag = document.tags[place]
      if tag == .noun || tag == .name || tag == .number { lastHead = place }
      if tag.isNominal {
        place += 1
      } else if tag == .preposition, flags(place).contains(.of), lastHead == place - 1 {
        place += 1
      } else {
        break
      }
    }
    return lastHead.map { start..<$0 + 1 }
  }

  /// The first token of the contiguous nominal tokens that end at a head.
  private func left(of head: Int, from start: Int) -> Int {
    var first = head
    if let mention = mention(head) {
      first = max(start, mention.tokens.lowerBound)
      if isPerson(at: head) {
        if first > start, document.tags[first - 1] == .determiner { first -= 1 }
        return first
      }
      // “told Reuters the group had left”: another phrase ends before the article.
      if document.tags[first] == .determiner, first > start,
        document.tags[first - 1] == .name || document.tags[first - 1] == .noun
      {
        return first
      }
    }
    while first > start, document.tags[first - 1].isNominal {
      if let mention = mention(first - 1), isPerson(at: first - 1),
        document.tags[first] != .apostrophe
      {
        _ = mention
        break
      }
      first -= 1
      if document.tags[first] == .determiner { break }
    }
    return first
  }

  func isPerson(at token: Int) -> Bool {
    let mention = resolution.mentionOfToken[token]
    guard mention >= 0 else { return false }
    let entity = resolution.entityOfMention[Int(mention)]
    guard entity >= 0 else {
      if case .personName = resolution.mentions[Int(mention)].kind { return true }
      return false
    }
    if case .role = resolution.mentions[Int(mention)].kind { return false }
    return resolution.entities[Int(entity)].actor.kind == .person
  }

  /// Whether what stands before a phrase lets it open a clause.
  private func opensClause(before first: Int, from start: Int) -> Bool {
    guard first > start else { return true }
    switch document.tags[first - 1] {
    case .comma, .subordinator, .adverb, .quote, .colon, .dash: return true
    case .determiner: return first - 1 == start
    default: return false
    }
  }
}
