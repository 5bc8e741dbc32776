/// Steps over what says when, where and how something was said.
extension ContentFinder {
  func skipAdverbs(from place: Int, before end: Int) -> Int {
    var place = place
    while place < end, document.tags[place] == .adverb, !context.flags(place).contains(.negation) {
      place += 1
    }
    return place
  }

  /// Times and places behind a verb: “Wednesday”, “on Sunday”, “in Moscow, meanwhile,”,
  /// “in a statement”, “at their meeting in Stockholm on Thursday”.
  func skipAdverbials(from start: Int, before end: Int) -> Int {
    var place = start
    while place < end {
      let tag = document.tags[place]
      if tag == .time || tag == .adverb || context.flags(place).contains(.timeNoun) {
        place += 1
      } else if tag == .preposition, isAdverbialPreposition(place), place + 1 < end,
        let phrase = adverbialPhrase(from: place + 1, before: end)
      {
        place = phrase
      } else if place > start, describesPlace(place, before: end) {
        place += 1
      } else if tag == .determiner, place + 1 < end,
        context.flags(place + 1).contains(.timeNoun) || document.tags[place + 1] == .time
      {
        place += 2
      } else if document.tags[place] == .comma, place > start, place + 1 < end,
        document.tags[place + 1] == .adverb || document.tags[place + 1] == .time
      {
        place += 1
      } else if tag == .comma, place > start, place + 1 < end,
        context.flags(place + 1).contains(.that)
      {
        place += 1
      } else {
        break
      }
    }
    return place
  }

  /// “in a message *posted* on X”: a participle behind the noun, without an object.
  private func describesPlace(_ place: Int, before end: Int) -> Bool {
    context.flags(place).contains(.verbParticiple) && document.tags[place].isVerbal
      && document.tags[place - 1] == .noun && place + 1 < end
      && (document.tags[place + 1] == .preposition || document.tags[place + 1] == .time
        || document.tags[place + 1] == .adverb)
  }

  private func isAdverbialPreposition(_ place: Int) -> Bool {
    document.isOne(of: Self.adverbialPrepositions, place)
  }

  private static let adverbialPrepositions: WordSet = [
    "in", "on", "at", "during", "after", "before", "via", "through", "to", "by", "from", "over",
    "ahead", "following", "of", "for", "with", "alongside",
  ]

  private func adverbialPhrase(from start: Int, before end: Int) -> Int? {
    if document.tags[start] == .time { return start + 1 }
    guard let phrase = context.phrases.phrase(startingAt: start, before: end) else { return nil }
    return phrase.upperBound
  }
}
