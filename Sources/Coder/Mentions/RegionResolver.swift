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
    let unlisted = UnlistedPlaces(knowledge: knowledge, document: document).find(in: resolution)
    var placed = RegionIndex()
    for found in unlisted {
      let region = placed.insert(found.region, document.span(found.tokens), "place-and-division")
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
          placed.insert(region, document.span(mention.core), "placed-before"))
        continue
      }
      guard case .alias(let alias) = mention.kind,
        let region = region(alias, mention, resolution.entityOfMention[place], named)
      else { continue }
      resolution.regionOfMention[place] = Int32(
        placed.insert(region, span(mention, alias), "lexicon-place"))
    }
    addDemonyms(of: resolution, to: &placed)
    resolution.regions = placed.regions
  }

  /// “Russian” tells where only in an article that names the place itself.
  private func addDemonyms(of resolution: Resolution, to placed: inout RegionIndex) {
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind else { continue }
      for case .adjective(let state) in knowledge.aliases[alias].referents {
        placed.add(
          document.span(mention.core), "demonym",
          to: "country:" + knowledge.lexicons.states[state].code)
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
