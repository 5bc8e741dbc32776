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
    let named = statesNamed(in: resolution)
    var index: [String: Int] = [:]
    for place in resolution.mentions.indices {
      let mention = resolution.mentions[place]
      guard case .alias(let alias) = mention.kind,
        let region = region(alias, mention, resolution.entityOfMention[place], named)
      else { continue }
      let known = index[region.id] ?? resolution.regions.count
      if known == resolution.regions.count {
        index[region.id] = known
        resolution.regions.append(RegionEntity(region: region))
      }
      resolution.regionOfMention[place] = Int32(known)
      resolution.regions[known].mentions.append(
        Mention(span: document.span(mention.core), rule: "lexicon-place"))
    }
  }

  /// Alpha-2 codes of the states that the article names, with how often.
  private func statesNamed(in resolution: Resolution) -> [String: Int] {
    var named: [String: Int] = [:]
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind else { continue }
      for referent in knowledge.aliases[alias].referents {
        switch referent {
        case .state(let state), .adjective(let state), .capital(let state), .seat(let state):
          named[knowledge.lexicons.states[state].alpha2, default: 0] += 1
        default: continue
        }
      }
    }
    return named
  }

  private func region(
    _ alias: Int, _ mention: FoundMention, _ entity: Int32, _ named: [String: Int]
  ) -> Region? {
    let referents = knowledge.aliases[alias].referents
    var best: (place: Place, score: Double)?
    for referent in referents {
      switch referent {
      case .state(let state): return country(state)
      case .seat, .adjective, .people, .person: return nil
      case .capital where entity >= 0 || places.namesAccord(mention.tokens):
        return nil
      case .organisation where entity >= 0: return nil
      case .outlet where entity >= 0: return nil
      case .family where entity >= 0: return nil
      case .place(let index):
        let place = knowledge.lexicons.places[index]
        let score = score(place, named)
        if best.map({ score > $0.score }) ?? true { best = (place, score) }
      default: continue
      }
    }
    return best.map { best in
      Region(
        id: best.place.id, name: best.place.name, kind: best.place.kind,
        country: best.place.country, coordinate: best.place.coordinate)
    }
  }

  private func score(_ place: Place, _ named: [String: Int]) -> Double {
    let mentions = place.country.flatMap { named[$0] } ?? 0
    let size = place.isFromGazetteer ? Double(place.population) / 40_000_000 : 0.8
    return Double(min(mentions, 4)) + size
  }

  private func country(_ index: Int) -> Region {
    let state = knowledge.lexicons.states[index]
    return Region(
      id: "country:" + state.code, name: state.name, kind: .country, country: state.alpha2,
      coordinate: Coordinate(latitude: state.latitude, longitude: state.longitude))
  }
}
