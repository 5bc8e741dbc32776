import EventData

/// Those whom no lexicon explains: crowds, and names that nothing is known of.
extension ArgumentReader {
  /// “thousands”: people of whom no more is said.
  func crowd(in range: Range<Int>) -> Argument? {
    guard
      let place = range.first(where: {
        context.document.isOne(of: Self.crowds, $0)
          || context.document.isOne(of: Self.people, $0) && $0 > range.lowerBound
            && context.tag($0 - 1) == .number
      })
    else { return nil }
    let name = context.document.text(place..<place + 1)
    return Argument(
      actor: ActorReference(
        id: ActorKey.id(ActorKey.Prefix.group, name: name), name: name, code: "CVL"),
      isUnplaced: true)
  }

  private static let people: WordSet = ["people"]
  private static let crowds: WordSet = ["thousands", "hundreds", "dozens"]

  /// Somebody whom no mention covers but whom capitals name: “Sunni leaders of Marb”.
  func unknown(in range: Range<Int>) -> Argument? {
    guard
      let name = range.first(where: {
        context.tag($0) == .name && isUnresolved($0) && !isCapitalisedByPlace($0)
      })
    else { return nil }
    let end =
      (name..<range.upperBound).first {
        !context.tag($0).isNominal || context.tag($0) == .apostrophe
      } ?? range.upperBound
    // “the Indus Waters Treaty”
    if context.knowledge.events.isTreaty(context.word(end - 1)) { return nil }
    let words = context.document.text(name..<end)
    return Argument(
      actor: ActorReference(
        id: ActorKey.id(ActorKey.Prefix.group, name: words), name: words, code: "---"))
  }

  /// “Development of …”, “Cars jammed …”: a capital that only the start of the sentence
  /// explains.
  private func isCapitalisedByPlace(_ token: Int) -> Bool {
    let next = token + 1
    guard next < context.document.tokens.count,
      token == 0 || context.tag(token - 1) == .stop || context.tag(token - 1) == .quote
        || context.document.tokens[token].start > context.document.tokens[token - 1].end + 1
    else { return false }
    switch context.tag(next) {
    case .preposition, .coordinator: return true
    case .verb, .auxiliary, .adverb: return isPlural(token)
    default: return false
    }
  }

  /// By its last letter: “cars”, “missiles”.
  private func isPlural(_ token: Int) -> Bool {
    context.document.bytes[Int(context.document.tokens[token].end) - 1] == UInt8(ascii: "s")
  }

  /// A name that no lexicon explains.
  private func isUnresolved(_ token: Int) -> Bool {
    let mention = Int(context.resolution.mentionOfToken[token])
    return mention < 0
      || context.resolution.entityOfMention[mention] < 0
        && context.resolution.regionOfMention[mention] < 0
  }
}
