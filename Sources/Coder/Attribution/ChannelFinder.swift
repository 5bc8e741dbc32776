/// Finds how a statement came: “in a statement”, “on Telegram”, “in an interview with the Echo”.
struct ChannelFinder {
  let context: AttributionContext

  private static let prepositions: WordSet = ["in", "on", "via", "through", "during", "by", "over"]
  private static let channels: WordSet = [
    "statement", "statements", "tweet", "tweets", "post", "posts", "message", "messages",
    "interview", "interviews", "briefing", "letter", "call", "phone", "telephone", "speech",
    "address", "video", "broadcast", "telegram", "twitter", "facebook", "instagram", "youtube",
    "weibo", "vkontakte", "x", "blog", "email", "note", "conference", "television", "tv", "radio",
    "channel", "website", "communiqué", "communique",
  ]

  /// The words for the channel in the sentence of an attribution, outside of its content and of
  /// its addressee; nil where nothing says it.
  func channel(
    outside content: [Range<Int>], _ addressee: Range<Int>?, in sentence: Range<Int>
  ) -> Range<Int>? {
    let channels = Self.channels
    let prepositions = Self.prepositions
    // Where the nominal words before a place begin.
    var start = sentence.lowerBound
    for place in sentence.dropFirst() {
      if !context.tag(place - 1).isNominal { start = place }
      guard start > sentence.lowerBound, context.tag(place).isHead,
        context.document.isOne(of: prepositions, start - 1), names(place, channels),
        !content.contains(where: { $0.contains(place) }), addressee?.contains(place) != true
      else { continue }
      var first = start
      while first < place,
        context.tag(first) == .determiner || context.tag(first) == .possessive
      {
        first += 1
      }
      var last = place
      while last + 1 < sentence.upperBound, context.document.isOne(of: channels, last + 1) {
        last += 1
      }
      return first..<end(of: last, before: sentence.upperBound)
    }
    return nil
  }

  /// A channel, or an outlet by name.
  private func names(_ place: Int, _ channels: WordSet) -> Bool {
    if context.document.isOne(of: channels, place) { return true }
    let mention = context.resolution.mentionOfToken[place]
    guard mention >= 0,
      case .alias(let alias) = context.resolution.mentions[Int(mention)].kind
    else { return false }
    return context.knowledge.aliases[alias].referents.contains {
      if case .outlet = $0 { true } else { false }
    }
  }

  /// “interview *with the Echo*”
  private func end(of place: Int, before end: Int) -> Int {
    let with = place + 1
    guard with + 1 < end, context.word(with) == context.knowledge.words.with,
      let phrase = context.phrases.phrase(startingAt: with + 1, before: end)
    else { return place + 1 }
    return phrase.upperBound
  }
}
