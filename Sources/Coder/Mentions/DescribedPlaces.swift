import EventData
import Lexicons

/// Finds places that are described by the states that the article names: “the capital of
/// Belarus”, “the border”.
struct DescribedPlaces {
  let knowledge: Knowledge
  let document: Document
  let named: CountryCounts

  func add(of resolution: Resolution, to placed: inout RegionIndex) {
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind, let tokens = capital(of: mention) else {
        continue
      }
      for case .state(let state) in knowledge.aliases[alias].referents {
        let state = knowledge.lexicons.states[state]
        guard let name = state.capitals.first,
          let place = place(named: name, in: state.alpha2)
        else { continue }
        insert(place, tokens, "capital-of-state", &placed)
      }
    }
    addBorders(resolution, &placed)
  }

  /// “capital of Belarus”, where no name follows that is found by itself.
  private func capital(of mention: FoundMention) -> Range<Int>? {
    let of = mention.tokens.lowerBound - 1
    guard of > 0, document.tokens[of].flags.contains(.of),
      document.isOne(of: Self.capital, of - 1),
      mention.tokens.upperBound >= document.tokens.count
        || document.tokens[mention.tokens.upperBound].kind != .comma
    else { return nil }
    return of - 1..<mention.tokens.upperBound
  }

  private static let capital: WordSet = ["capital"]

  /// “the border” is that of the two states which the article names most, where the lexicons
  /// know one.
  private func addBorders(_ resolution: Resolution, _ placed: inout RegionIndex) {
    var border: Int??
    for sentence in document.sentences where sentence.flags.contains(.placeHead) {
      for token in sentence.tokens.dropFirst()
      where document.isOne(of: Self.border, token)
        && document.tokens[token - 1].word == knowledge.words.the
        && resolution.mentionOfToken[token] < 0 && standsAlone(token)
      {
        if border == nil { border = .some(borderOfArticle(resolution)) }
        guard let place = border ?? nil else { return }
        insert(place, token..<token + 1, "border-of-states", &placed)
      }
    }
  }

  private static let border: WordSet = ["border"]

  /// “the border of”, “the border between”, “the border guard” are others.
  private func standsAlone(_ token: Int) -> Bool {
    guard token + 1 < document.tokens.count else { return true }
    switch document.tags[token + 1] {
    case .noun, .name, .hyphen: return false
    case .preposition:
      return !document.isOne(of: Self.limiting, token + 1)
    default: return true
    }
  }

  private static let limiting: WordSet = ["of", "between", "with", "into", "to"]

  private func borderOfArticle(_ resolution: Resolution) -> Int? {
    var states: [(name: String, count: Int)] = []
    for place in resolution.entities.indices
    where resolution.entities[place].actor.kind == .state {
      guard let state = knowledge.stateOfCode[resolution.entities[place].actor.code] else {
        continue
      }
      states.append(
        (resolution.entities[place].actor.name, named[knowledge.lexicons.states[state].alpha2]))
    }
    states.sort { ($1.count, $0.name) < ($0.count, $1.name) }
    guard states.count > 1, states[1].count > 1 else { return nil }
    return place(named: "\(states[0].name)-\(states[1].name) border", in: nil)
  }

  private func insert(
    _ place: Int, _ tokens: Range<Int>, _ rule: String, _ placed: inout RegionIndex
  ) {
    _ = placed.insert(
      .place(place), document.span(tokens), rule, Region(knowledge.lexicons.places[place]))
  }

  /// The first place of a name.
  private func place(named name: String, in country: String?) -> Int? {
    guard let alias = knowledge.alias(named: name) else { return nil }
    for case .place(let place) in knowledge.aliases[alias].referents
    where knowledge.lexicons.places.country(of: place) == country {
      return place
    }
    return nil
  }
}
