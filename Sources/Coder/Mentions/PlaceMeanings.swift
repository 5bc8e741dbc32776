import EventData
import Glibc
import Lexicons

/// Decides which place a name of the lexicons means.
///
/// A place of a state that the article names comes before a larger one elsewhere;
/// regions of the lexicon come before the gazetteer, and there the larger city.
struct PlaceMeanings {
  let knowledge: Knowledge
  let document: Document
  private let context: PlaceContext
  private let named: CountryCounts
  private let divisions: UnlistedPlaces.Divisions
  private let persons: NamedAfter
  /// Names of states that are those of a division of another one here, as “Georgia”.
  private let divisionNames: [Int: Int]

  init(
    knowledge: Knowledge, document: Document, resolution: Resolution, named: CountryCounts,
    divisions: UnlistedPlaces.Divisions
  ) {
    self.knowledge = knowledge
    self.document = document
    self.named = named
    self.divisions = divisions
    context = PlaceContext(document)
    persons = NamedAfter(resolution, document)
    divisionNames = Self.divisionNames(resolution, knowledge, named, divisions)
  }

  /// What a name stands for as a place.
  enum Meaning {
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
  func meaning(of alias: Int, _ mention: FoundMention, entity: Int32) -> Meaning? {
    if persons.contains(mention.core, document), !context.isPlace(mention.tokens) { return nil }
    if context.opensStreet(mention.core) { return nil }
    if let division = divisionNames[alias] { return .place(division) }
    var best: (place: Int, score: Double)?
    for referent in knowledge.aliases[alias].referents {
      switch referent {
      case .state(let state): return .state(state)
      case .seat, .adjective, .people, .local, .person: return nil
      case .capital where entity >= 0 || context.namesAccord(mention.tokens):
        return nil
      case .organisation where entity >= 0: return nil
      case .outlet where entity >= 0: return nil
      case .family where entity >= 0: return nil
      case .place(let index):
        guard mayBeMeant(index, by: mention.core) else { continue }
        let score = score(index)
        if best.map({ score > $0.score }) ?? true { best = (index, score) }
      default: continue
      }
    }
    return best.map { .place($0.place) }
  }

  /// A town that is called as a person or a thing is, as “Man” and “Tim”, is one only where the
  /// article names its state.
  private func mayBeMeant(_ place: Int, by core: Range<Int>) -> Bool {
    let flags = document.tokens[core.lowerBound].flags
    guard core.count == 1, !flags.isDisjoint(with: [.givenName, .roleNoun]),
      let population = knowledge.lexicons.places.population(of: place), population < Self.huge,
      let country = knowledge.lexicons.places.country(of: place)
    else { return true }
    return named[country] > 0
  }

  /// How many live in a city that is thought of before anybody of its name, as Sydney.
  private static let huge = 4_000_000

  /// Whether a name is that of such a city.
  static func isHuge(_ alias: Int, _ knowledge: Knowledge) -> Bool {
    knowledge.aliases[alias].referents.contains {
      guard case .place(let place) = $0 else { return false }
      return knowledge.lexicons.places.population(of: place) ?? 0 >= huge
    }
  }

  /// A state that is named at all counts as ten thousand times the size, one that is named often
  /// as ten times more: of two states that are named, the city is meant before the town.
  private func score(_ place: Int) -> Double {
    let places = knowledge.lexicons.places
    let mentions = places.country(of: place).map { named[$0] } ?? 0
    let size = places.population(of: place).map { log10(Double(max($0, 1))) } ?? 7.6
    return (mentions > 0 ? 4 : 0) + Double(min(mentions, 4)) / 4 + size
  }

  /// The division that the article names most, where a town of a smaller size is meant to lie in
  /// it rather than far from all that the article names: “Naples” in the news of Florida.
  func divisionInstead(of meaning: Meaning) -> Place? {
    guard case .place(let index) = meaning, !divisions.isEmpty,
      knowledge.lexicons.places.isCity(index),
      let country = knowledge.lexicons.places.country(of: index),
      let main = divisions.max(by: { $0.count < $1.count })?.place
    else { return nil }
    let isElsewhere =
      country == main.country
      ? knowledge.lexicons.places.population(of: index) ?? 0 < Self.famous : named[country] == 0
    guard isElsewhere else { return nil }
    let place = knowledge.lexicons.places[index]
    return divisions.contains { place.isNear($0.place) } ? nil : main
  }

  /// How many live in a city that needs no division behind its name.
  private static let famous = 400_000

  /// “Georgia” in an article that names other divisions of the same country, and not Tbilisi.
  private static func divisionNames(
    _ resolution: Resolution, _ knowledge: Knowledge, _ named: CountryCounts,
    _ divisions: UnlistedPlaces.Divisions
  ) -> [Int: Int] {
    guard !divisions.isEmpty else { return [:] }
    var counts: [Int: Int] = [:]
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind,
        knowledge.aliases[alias].traits.isSuperset(of: [.country, .division])
      else { continue }
      counts[alias, default: 0] += 1
    }
    var names: [Int: Int] = [:]
    for (alias, count) in counts {
      var state: Int?
      for referent in knowledge.aliases[alias].referents {
        if case .state(let index) = referent { state = index }
        guard case .place(let place) = referent, let state,
          let country = knowledge.lexicons.places.country(of: place),
          case let own = knowledge.lexicons.states[state].alpha2, own != country
        else { continue }
        let others = divisions.filter { $0.place.country == country }.map(\.count).reduce(0, +)
        if others > named[own] - count { names[alias] = place }
      }
    }
    return names
  }

  /// The place of the lexicons that is meant; nil for a state.
  func place(_ meaning: Meaning) -> Place? {
    if case .place(let index) = meaning { knowledge.lexicons.places[index] } else { nil }
  }

  func isCity(_ meaning: Meaning) -> Bool {
    if case .place(let index) = meaning { knowledge.lexicons.places.isCity(index) } else { false }
  }

  func region(_ meaning: Meaning) -> Region {
    switch meaning {
    case .state(let index): Region(knowledge.lexicons.states[index])
    case .place(let index): Region(knowledge.lexicons.places[index])
    }
  }
}

extension Place {
  /// Within some hundred kilometres of the middle of a division.
  func isNear(_ division: Place) -> Bool {
    abs(coordinate.latitude - division.coordinate.latitude) < 4
      && abs(coordinate.longitude - division.coordinate.longitude) < 5
  }
}
