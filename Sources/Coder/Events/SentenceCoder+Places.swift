import EventData

/// Where an event happens.
extension SentenceCoder {
  /// The first place behind the predicate in its clause, else the last one before it, else the
  /// first of what follows. What a state does to others does not happen where it is itself, nor
  /// where somebody tells of it.
  func region(
    near token: Int, in clause: Clause, of category: EventCategory, by source: ActorReference?
  ) -> String? {
    let isElsewhere =
      switch category {
      case .assault, .accuse, .sanction, .aid: true
      default: false
      }
    let speaker = clause.speaker?.actor.id
    func region(_ place: Int) -> String? {
      let mention = context.resolution.mentionOfToken[place]
      guard mention >= 0 else { return nil }
      if place < token, let named = arguments.reader.argument(Int(mention))?.actor.id,
        isElsewhere && named == source?.id || named == speaker && named != source?.id
      {
        return nil
      }
      let region = context.resolution.regionOfMention[Int(mention)]
      return region < 0 ? nil : context.resolution.regions[Int(region)].region.name
    }
    let end = max(token, clause.scope.upperBound)
    return (token..<end).lazy.compactMap(region).first
      ?? (sentence.lowerBound..<token).reversed().lazy.compactMap(region).first
      ?? (end..<max(end, sentence.upperBound)).lazy.compactMap(region).first
  }
}
