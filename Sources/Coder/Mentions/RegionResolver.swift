import EventData
import Lexicons

/// Decides which place each place name means.
///
/// A place of a state that the article names comes before a larger one elsewhere;
/// regions of the lexicon come before the gazetteer, and there the larger city.
struct RegionResolver {
  let knowledge: Knowledge
  let document: Document
  private let places: PlaceContext

  init(knowledge: Knowledge, document: Document) {
    self.knowledge = knowledge
    self.document = document
    places = PlaceContext(document)
  }

  func resolve(_ resolution: inout Resolution) {
    let named = CountryCounts(of: resolution, knowledge)
    let unlisted = UnlistedPlaces(knowledge: knowledge, document: document).find(in: resolution)
    var placed = RegionIndex()
    for found in unlisted {
      let region = placed.insert(
        .unlisted(found.region.id), document.span(found.tokens), "place-and-division", found.region)
      for token in found.tokens where resolution.mentionOfToken[token] >= 0 {
        resolution.regionOfMention[Int(resolution.mentionOfToken[token])] = Int32(region)
      }
    }
    let names = Dictionary(
      unlisted.map { (document.text($0.tokens), $0.region) },
      uniquingKeysWith: { first, _ in first })
    for place in resolution.mentions.indices where resolution.regionOfMention[place] < 0 {
      let mention = resolution.mentions[place]
      if !names.isEmpty, let region = names[document.text(mention.core)] {
        resolution.regionOfMention[place] = Int32(
          placed.insert(
            .unlisted(region.id), document.span(mention.core), "placed-before", region))
        continue
      }
      guard case .alias(let alias) = mention.kind,
        let meaning = meaning(of: alias, mention, resolution.entityOfMention[place], named)
      else { continue }
      resolution.regionOfMention[place] = Int32(
        placed.insert(meaning.key, span(mention, alias), "lexicon-place", region(meaning)))
    }
    addDemonyms(of: resolution, to: &placed)
    resolution.regions = placed.regions
  }

  /// “Russian” tells where only in an article that names the place itself.
  private func addDemonyms(of resolution: Resolution, to placed: inout RegionIndex) {
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind,
        knowledge.aliases[alias].traits.contains(.adjective)
      else { continue }
      for case .adjective(let state) in knowledge.aliases[alias].referents {
        placed.add(document.span(mention.core), "demonym", to: .state(state))
      }
    }
  }

  /// The dot of “Ky.” and “W.Va.” belongs to the name.
  private func span(_ mention: FoundMention, _ alias: Int) -> Span {
    let span = document.span(mention.core)
    let next = mention.core.upperBound
    guard next < document.tokens.count, document.tokens[next].kind == .period,
      Int(document.tokens[next].start) == span.end
    else { return span }
    let text = document.text(of: span) + "."
    for case .place(let index) in knowledge.aliases[alias].referents
    where knowledge.lexicons.places.isDivision(index)
      && knowledge.lexicons.places[index].aliases.contains(text)
    {
      return Span(span.start, span.end + 1)
    }
    return span
  }

  /// What a name stands for as a place.
  private enum Meaning {
    case state(Int)
    case place(Int)

    var key: RegionIndex.Key {
      switch self {
      case .state(let index): .state(index)
      case .place(let index): .place(index)
      }
    }
  }

  /// Nil where the name stands for something else.
  private func meaning(
    of alias: Int, _ mention: FoundMention, _ entity: Int32, _ named: CountryCounts
  ) -> Meaning? {
    var best: (place: Int, score: Double)?
    for referent in knowledge.aliases[alias].referents {
      switch referent {
      case .state(let state): return .state(state)
      case .seat, .adjective, .people, .person: return nil
      case .capital where entity >= 0 || places.namesAccord(mention.tokens):
        return nil
      case .organisation where entity >= 0: return nil
      case .outlet where entity >= 0: return nil
      case .family where entity >= 0: return nil
      case .place(let index):
        let score = score(index, named)
        if best.map({ score > $0.score }) ?? true { best = (index, score) }
      default: continue
      }
    }
    return best.map { .place($0.place) }
  }

  private func score(_ place: Int, _ named: CountryCounts) -> Double {
    let places = knowledge.lexicons.places
    let mentions = places.country(of: place).map { named[$0] } ?? 0
    let size = places.population(of: place).map { Double($0) / 40_000_000 } ?? 0.8
    return Double(min(mentions, 4)) + size
  }

  private func region(_ meaning: Meaning) -> Region {
    switch meaning {
    case .state(let index):
      let state = knowledge.lexicons.states[index]
      return Region(
        id: "country:" + state.code, name: state.name, kind: .country, country: state.alpha2,
        coordinate: Coordinate(latitude: state.latitude, longitude: state.longitude))
    case .place(let index):
      let place = knowledge.lexicons.places[index]
      return Region(
        id: place.id, name: place.name, kind: place.kind, country: place.country,
        coordinate: place.coordinate)
    }
  }
}
