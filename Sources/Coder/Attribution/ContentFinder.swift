import Lexicons

/// Finds what is said, behind or before a cue.
struct ContentFinder {
  let context: AttributionContext

  var document: Document { context.document }
  private var words: CommonWords { context.knowledge.words }

  /// A cue verb as far as most content asks for it, without a copy of its texts.
  private struct Verb {
    let frames: CueVerb.Frames
    let entry: Int
  }

  struct Found {
    var content: Range<Int>
    var addressee: Range<Int>?
    /// The content is the object of the verb alone.
    var isObject = false
    /// The content is what something is called.
    var isName = false
  }

  /// The content behind a cue, by the frames that its verb allows.
  ///
  /// - Parameter end: The token before which the content ends.
  func following(_ cue: Cue, before end: Int) -> Found? {
    let verb = Verb(
      frames: context.knowledge.lexicons.cueVerbs[cue.entry].frames, entry: cue.entry)
    var place = skipAdverbs(from: cue.group.upperBound, before: end)
    guard place < end else { return nil }
    if let found = judged(at: place, verb, before: end) { return found }
    if let found = announced(from: place, verb, before: end) { return found }
    if let found = direct(at: place, verb, before: end),
      !found.isObject || !isTold(place, verb, end)
    {
      return found
    }
    if verb.frames.contains(.addressee) || verb.frames.contains(.infinitive),
      let addressee = context.phrases.phrase(startingAt: place, before: end),
      addressee.upperBound < end
    {
      if let found = direct(at: addressee.upperBound, verb, before: end, afterAddressee: true) {
        // “called the report “a lie””: nobody who is called is spoken to.
        let isName =
          verb.frames.contains(.naming) && context.kind(addressee.upperBound) == .openQuote
        return isName
          ? Found(content: found.content, isName: true)
          : Found(content: found.content, addressee: addressee)
      }
      let later = skipAdverbials(from: addressee.upperBound, before: end)
      if later > addressee.upperBound, later < end,
        let found = direct(at: later, verb, before: end, afterAddressee: true)
      {
        return Found(content: found.content, addressee: addressee)
      }
    }
    // “said in a statement on Sunday that …”, “said Wednesday it had …”
    let skipped = skipAdverbials(from: place, before: end)
    if skipped > place {
      place = skipped
      if place < end, let found = direct(at: place, verb, before: end, afterAdverbial: true) {
        return found
      }
    }
    if verb.frames.contains(.that) || verb.frames.contains(.quotation),
      let mark = laterOpening(from: place, before: end, verb)
    {
      return Found(content: mark..<end)
    }
    return nil
  }

  /// The object behind what it is said to be: “dismissed *as nonsense* claims that”.
  private func judged(at place: Int, _ verb: Verb, before end: Int) -> Found? {
    guard verb.frames.contains(.object), context.word(place) == words.as,
      let object = (place + 1..<max(place + 1, min(place + 6, end))).first(where: {
        context.flags($0).contains(.cueNoun)
      }), object > place + 1
    else { return nil }
    return Found(content: object..<end, isObject: true)
  }

  /// “called *for*”
  private func isPreposition(_ place: Int, of verb: Verb) -> Bool {
    let prepositions = context.knowledge.lexicons.cueVerbs[verb.entry].prepositions
    return !prepositions.isEmpty
      && prepositions.contains(document.text(place..<place + 1).lowercased())
  }

  /// Whether what follows is whom it is said to, with the content still to come.
  private func isTold(_ place: Int, _ verb: Verb, _ end: Int) -> Bool {
    guard verb.frames.contains(.addressee),
      let addressee = context.phrases.phrase(startingAt: place, before: end)
    else { return false }
    let later = skipAdverbials(from: addressee.upperBound, before: end)
    return later < end
      && (context.flags(later).contains(.that) || document.tags[later] == .to
        || document.tokens[later].kind == .openQuote
        || isPreposition(later, of: verb))
  }

  /// Content that “that” or an opening mark announces behind an addressee, a time or a
  /// place, which could themselves open a clause: “told reporters that”, “said on Monday:
  /// ‘…’”, “said Wednesday it had”.
  private func announced(from place: Int, _ verb: Verb, before end: Int) -> Found? {
    if verb.frames.contains(.addressee), let addressee = told(at: place),
      addressee.upperBound < end, opensPhrase(addressee.upperBound),
      let found = direct(at: addressee.upperBound, verb, before: end, afterAddressee: true)
    {
      return Found(content: found.content, addressee: addressee)
    }
    if verb.frames.contains(.addressee), !document.isInQuote(place),
      let addressee = context.phrases.phrase(startingAt: place, before: end),
      addressee.upperBound < end,
      document.tags[addressee.upperBound] == .colon
        || context.resolution.lastEntity(in: addressee) != nil,
      isAnnounced(addressee.upperBound, before: end),
      let found = direct(at: addressee.upperBound, verb, before: end, afterAddressee: true)
    {
      return Found(content: found.content, addressee: addressee)
    }
    let later = skipAdverbials(from: place, before: end)
    // “said on Monday it had”: a day alone opens no clause.
    let opensWithTime =
      document.tags[place] == .time
      || document.tags[place] == .preposition && place + 1 < end
        && document.tags[place + 1] == .time
    guard later > place, later < end, isAnnounced(later, before: end) || opensWithTime else {
      return nil
    }
    return direct(at: later, verb, before: end, afterAdverbial: true)
  }

  /// “told *Reuters* the plan”, “told *him* the plan”: a name or a pronoun by itself.
  private func told(at place: Int) -> Range<Int>? {
    if context.flags(place).contains(.objectPronoun), document.tags[place] == .pronoun {
      return place..<place + 1
    }
    // “told the BBC”
    let first = document.tags[place] == .determiner ? place + 1 : place
    let mention = first < document.tags.count ? context.resolution.mentionOfToken[first] : -1
    guard mention >= 0 else { return nil }
    let name = context.resolution.mentions[Int(mention)]
    guard name.tokens.lowerBound == first else { return nil }
    switch name.kind {
    case .alias: return place..<name.tokens.upperBound
    // “told *reporters* the plan”
    case .role(let description) where description.isPlural && first == place:
      return place..<name.tokens.upperBound
    default: return nil
    }
  }

  /// What a noun phrase can only begin with.
  private func opensPhrase(_ place: Int) -> Bool {
    switch document.tags[place] {
    case .determiner, .possessive, .pronoun: true
    default: false
    }
  }

  private func isAnnounced(_ place: Int, before end: Int) -> Bool {
    guard place < end else { return false }
    if context.flags(place).contains(.that) { return document.tags[place] == .subordinator }
    if document.tokens[place].kind == .openQuote { return document.isInQuote(place) }
    return document.tags[place] == .comma || document.tags[place] == .colon
      ? place + 1 < end && document.tokens[place + 1].kind == .openQuote : false
  }

  /// Content that begins at a token.
  private func direct(
    at place: Int, _ verb: Verb, before end: Int, afterAddressee: Bool = false,
    afterAdverbial: Bool = false
  ) -> Found? {
    let flags = context.flags(place)
    let frames = verb.frames
    if flags.contains(.that), frames.contains(.that) || frames.contains(.clause) {
      return place + 1 < end ? Found(content: place + 1..<end) : nil
    }
    if document.tokens[place].kind == .openQuote {
      guard frames.contains(.quotation) || frames.contains(.object) else { return nil }
      // “what it called “an operation””, but “called “for talks””.
      let isName =
        frames.contains(.naming) && place + 1 < end && !isPreposition(place + 1, of: verb)
      return Found(content: place..<end, isName: isName)
    }
    if document.tokens[place].kind == .comma || document.tokens[place].kind == .colon,
      place + 1 < end, document.tokens[place + 1].kind == .openQuote,
      frames.contains(.quotation)
    {
      return Found(content: place + 1..<end)
    }
    if document.tokens[place].kind == .colon, frames.contains(.quotation), place + 2 < end {
      return Found(content: place + 1..<end)
    }
    if frames.contains(.question), !flags.isDisjoint(with: [.question]), !flags.contains(.that) {
      return Found(content: place..<end)
    }
    // “urged both to wait”, “urged both not to fire”
    let to = flags.contains(.negation) && place + 1 < end ? place + 1 : place
    if document.tags[to] == .to, frames.contains(.infinitive) {
      return Found(content: place..<end)
    }
    if document.tags[place] == .preposition, isPreposition(place, of: verb), place + 1 < end {
      return Found(content: place..<end)
    }
    let takesObject = frames.contains(.object) || frames.contains(.naming)
    let takesOrder = frames.contains(.addressee) && frames.contains(.infinitive)
    if frames.contains(.clause),
      opensClause(place, before: end, orObject: takesObject, orOrder: takesOrder)
    {
      return Found(content: place..<end)
    }
    if afterAddressee || afterAdverbial { return nil }
    if frames.contains(.gerund), document.tags[place] == .gerund {
      return Found(content: place..<end)
    }
    if frames.contains(.naming), let content = named(at: place, before: end) {
      return Found(content: content, isName: true)
    }
    if frames.contains(.object), context.phrases.phrase(startingAt: place, before: end) != nil {
      return Found(content: place..<objectEnd(from: place, before: end), isObject: true)
    }
    return nil
  }

  /// What somebody is called, with whom: “it an insult”, “the offer an insult”.
  private func named(at place: Int, before end: Int) -> Range<Int>? {
    guard let object = context.phrases.phrase(startingAt: place, before: end) else { return nil }
    if document.tags[place] == .pronoun {
      let isReflexive = Self.reflexives.contains(document.hash(object))
      guard !isReflexive, place + 1 < end, document.tags[place + 1].isNominal else { return nil }
    } else {
      guard object.dropFirst().contains(where: { document.tags[$0] == .determiner }) else {
        return nil
      }
    }
    return place..<objectEnd(from: place, before: end)
  }

  private static let reflexives: WordSet = ["itself", "himself", "herself", "themselves"]

  /// An object ends where a comma does not only part the members of a list.
  private func objectEnd(from place: Int, before end: Int) -> Int {
    var stop = place
    while stop < end {
      switch document.tags[stop] {
      case .comma where document.quoteOfToken[stop] < 0:
        if stop + 1 < end {
          let next = document.tags[stop + 1]
          if next == .gerund || next == .coordinator || next == .subordinator || next == .verb
            || next == .relative || next == .pronoun
          {
            return stop
          }
        }
      case .subordinator where stop > place && !completes(stop): return stop
      case .dash: return stop
      case .colon where context.kind(stop) == .semicolon && document.quoteOfToken[stop] < 0:
        return stop
      case .coordinator where stop + 1 < end && goesOn(stop + 1): return stop
      default: break
      }
      stop += 1
    }
    return end
  }

  /// “rejected claims *that* it had fired”: what is rejected is what they say.
  private func completes(_ that: Int) -> Bool {
    context.flags(that).contains(.that) && context.flags(that - 1).contains(.cueNoun)
  }

  /// “ordered a retreat *and recalled* its envoy”: the next deed of who spoke.
  private func goesOn(_ verb: Int) -> Bool {
    document.tags[verb] == .verb && document.quoteOfToken[verb] < 0
      && !context.flags(verb).isDisjoint(with: [.verbPast, .verbThird])
  }

  /// Whether a clause of its own begins here: a phrase and, behind it, a finite verb.
  ///
  /// - Parameters:
  ///   - orObject: Whether the verb takes objects, too: “declared an emergency after
  ///     rioters stormed the port” tells of no clause.
  ///   - orOrder: Whether it may tell somebody to do something: “told the crew to leave”.
  private func opensClause(
    _ place: Int, before end: Int, orObject: Bool, orOrder: Bool
  ) -> Bool {
    let tag = document.tags[place]
    guard
      tag.isNominal || tag == .pronoun || tag == .preposition || tag == .adverb
        || tag == .subordinator || tag == .gerund || tag == .time || tag == .auxiliary
    else { return false }
    var stop = place
    while stop < end {
      if document.tags[stop] == .verb || document.tags[stop] == .auxiliary {
        if orOrder, stop > place, document.tags[stop - 1] == .to { return false }
        return stop > place || tag == .auxiliary
      }
      // “its offer when asked about the talks”, “sanctions; Oslo welcomed them”: that verb belongs
      // to another clause.
      if stop > place, document.tags[stop] == .subordinator { return false }
      if context.kind(stop) == .semicolon { return false }
      if stop > place, orObject, endsDeed(stop, before: end) { return false }
      stop += 1
    }
    return false
  }

  /// “declared martial law *and broke off*”, “declared an emergency *after* rioters stormed”.
  private func endsDeed(_ place: Int, before end: Int) -> Bool {
    document.isOne(of: Self.sequels, place)
      || document.tags[place] == .coordinator && place + 1 < end && goesOn(place + 1)
  }

  private static let sequels: WordSet = ["after", "before"]

  /// “that” or an opening mark further on, behind adverbials without a verb of their own.
  private func laterOpening(from place: Int, before end: Int, _ verb: Verb) -> Int? {
    var stop = place
    while stop < end, stop - place < 28 {
      if context.flags(stop).contains(.that), document.tags[stop] == .subordinator {
        return verb.frames.contains(.that) && stop + 1 < end ? stop + 1 : nil
      }
      if document.tokens[stop].kind == .openQuote, !document.tokens[stop].shape.contains(.single) {
        guard verb.frames.contains(.quotation) else { return nil }
        return document.quoteOfToken[stop] >= 0 ? stop : nil
      }
      switch document.tags[stop] {
      case .verb, .auxiliary, .stop: return nil
      default: stop += 1
      }
    }
    return nil
  }

  /// The content before a source or an inverted cue: the clause or quote that the comma
  /// or the closing mark before `boundary` ends.
  ///
  /// - Parameter sentence: The sentence of the cue; a quote may have begun before it.
  func preceding(_ boundary: Int, in sentence: Range<Int>) -> Range<Int>? {
    var last = boundary - 1
    guard last >= sentence.lowerBound else { return quotedQuestion(before: boundary) }
    var closes = false
    if document.tags[last] == .comma || document.tags[last] == .dash
      || document.tokens[last].endsSentence
    {
      closes = true
      last -= 1
    }
    guard last >= sentence.lowerBound else { return nil }
    if document.tokens[last].kind == .closeQuote {
      let quote = document.quoteOfToken[last]
      if quote >= 0 {
        let range = document.quotes[Int(quote)].tokens
        let start = min(range.lowerBound, sentence.lowerBound)
        let opensSentence = range.lowerBound <= sentence.lowerBound
        return (opensSentence ? range.lowerBound : start)..<last + 1
      }
      closes = true
    }
    guard closes, last - sentence.lowerBound >= 1 else { return nil }
    var start = sentence.lowerBound
    // A quote that the splitter cut into sentences belongs together.
    let quote = document.quoteOfToken[start]
    if quote >= 0 { start = min(start, document.quotes[Int(quote)].tokens.lowerBound) }
    return start..<last + 1
  }

  /// “Who fired first?” Reke asked: the mark ended the sentence of the quotation.
  private func quotedQuestion(before boundary: Int) -> Range<Int>? {
    let last = boundary - 1
    guard last > 0, document.tokens[last].kind == .closeQuote, document.isInQuote(last),
      document.tokens[last - 1].kind == .question || document.tokens[last - 1].kind == .exclamation
        || document.tokens[last - 1].kind == .ellipsis,
      document.sentences[document.sentence(of: last)].paragraph
        == document.sentences[document.sentence(of: boundary)].paragraph
    else { return nil }
    return document.quotes[Int(document.quoteOfToken[last])].tokens
  }
}
