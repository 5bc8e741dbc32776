import EventData
import Lexicons

/// Speakers whom no lexicon and no role noun explains.
extension SpeakerResolver {
  /// Somebody whom no mention covers: kept under the words of the text.
  mutating func addUnknown(
    _ phrase: Range<Int>, isName: Bool, to resolution: inout Resolution
  ) -> Int? {
    var words = phrase
    while let first = words.first,
      document.tags[first] == .determiner || document.tags[first] == .possessive
    {
      words = words.dropFirst()
    }
    guard !words.isEmpty else { return nil }
    let home = home(ofTown: words, in: resolution)
    let isName = isName && home == nil
    let prefix = isName ? ActorKey.Prefix.person : ActorKey.Prefix.group
    let key = document.key(prefix, words)
    let span = document.span(phrase)
    if let known = resolution.index[key] {
      let isMentioned =
        resolution.entities(in: phrase).contains { $0.entity == known }
        || resolution.entities[known].mentions.last?.span.overlaps(span) == true
      if !isMentioned {
        resolution.entities[known].mentions.append(Mention(span: span, rule: "source"))
      }
      return known
    }
    let name = document.text(words)
    let office = phrase.last { document.isOne(of: Self.offices, $0) }
    let owner = office.map { $0 + 1 < phrase.upperBound ? $0 + 1..<phrase.upperBound : phrase }
    let affiliation = resolution.entities(in: owner ?? phrase).first.map {
      resolution.entities[$0.entity].actor
    }
    return resolution.add(
      Entity(
        actor: PoliticalActor(
          id: ActorKey.id(prefix, name: name), name: name, kind: isName ? .person : .group,
          affiliation: affiliation?.affiliation ?? affiliation?.name ?? home?.state.name,
          code: affiliation.map { office != nil ? $0.code : String($0.code.prefix(3)) }
            ?? home.map { $0.state.code + $0.sector } ?? "---"),
        mentions: [Mention(span: span, rule: "source")]), key)
  }

  /// Where those live of whom a town or a region speaks, “Mariupol said”; a capital speaks for its
  /// government. Nil for other words.
  private func home(
    ofTown words: Range<Int>, in resolution: Resolution
  ) -> (state: State, sector: String)? {
    let mention = Int(resolution.mentionOfToken[words.upperBound - 1])
    guard mention >= 0, resolution.mentions[mention].tokens.contains(words.lowerBound),
      resolution.regionOfMention[mention] >= 0,
      case .alias(let alias) = resolution.mentions[mention].kind,
      // “Anna said”: hardly the town.
      document.tokens[words.lowerBound].flags.isDisjoint(with: .givenName)
        || PlaceMeanings.isHuge(alias, knowledge),
      let country = resolution.regions[Int(resolution.regionOfMention[mention])].region.country,
      let state = knowledge.stateOfCode[country]
    else { return nil }
    let isCapital = knowledge.aliases[alias].referents.contains(.capital(state))
    return (knowledge.lexicons.states[state], isCapital ? "GOV" : "CVL")
  }

  /// What does what those do whose it is.
  static let offices: WordSet = ["office", "offices", "residence", "workplace"]
}
