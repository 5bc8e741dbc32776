import EventData
import Lexicons

/// Finds places that only the text places: “Tarbell, Ohio”, “Mercer County”, “near Tarbell”.
///
/// No gazetteer holds every town and county, and many share the name of a larger one. The
/// division that follows a name says where it is; the others lie in the division that the article
/// names most or, where it names none, in the state.
struct UnlistedPlaces {
  struct Found {
    var tokens: Range<Int>
    var region: Region
    var rule: String
  }

  /// Divisions by how often the article names them, those that share the name of a state left
  /// out: “Georgia”.
  typealias Divisions = [(place: Place, count: Int)]

  let knowledge: Knowledge
  let document: Document
  let resolution: Resolution
  let named: CountryCounts

  func find() -> (places: [Found], divisions: Divisions) {
    var found: [Found] = []
    var divisions: Divisions = []
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind, let division = division(alias) else { continue }
      if knowledge.aliases[alias].traits.contains(.country) {
        // Counted for the state, if at all.
      } else if let known = divisions.firstIndex(where: { $0.place.id == division.id }) {
        divisions[known].count += 1
      } else {
        divisions.append((division, 1))
      }
      guard let name = name(before: mention.tokens) else { continue }
      found.append(
        Found(tokens: name, region: region(name, in: Region(division)), rule: "place-and-division"))
    }
    let counties = counties()
    let towns = towns()
    guard !counties.isEmpty || !towns.isEmpty else { return (found, divisions) }
    let taken = Set(found.flatMap { Array($0.tokens) })
    let main = divisions.max { $0.count < $1.count }.map { Region($0.place) }
    if let home = main ?? state(named.most ?? Self.countryOfCounties) {
      for county in counties where taken.isDisjoint(with: county) {
        found.append(Found(tokens: county, region: region(county, in: home), rule: "county"))
      }
    }
    if let home = main ?? named.most.flatMap(state) {
      for town in towns where taken.isDisjoint(with: town) {
        found.append(Found(tokens: town, region: region(town, in: home), rule: "behind-in"))
      }
    }
    return (found, divisions)
  }

  /// Where a county lies that nothing else places.
  private static let countryOfCounties = "US"

  private func state(_ alpha2: String) -> Region? {
    knowledge.stateOfCode[alpha2].map { Region(knowledge.lexicons.states[$0]) }
  }

  private func region(_ name: Range<Int>, in home: Region) -> Region {
    Region(document.plainName(name), in: home)
  }

  /// A division of a state: what can stand behind the name of a town.
  private func division(_ alias: Int) -> Place? {
    guard knowledge.aliases[alias].traits.contains(.division) else { return nil }
    for case .place(let index) in knowledge.aliases[alias].referents
    where knowledge.lexicons.places.isDivision(index) {
      return knowledge.lexicons.places[index]
    }
    return nil
  }

  /// The capitalised words before the comma before a division; nil when they are no place.
  private func name(before division: Range<Int>) -> Range<Int>? {
    let comma = division.lowerBound - 1
    guard comma > 0, document.tokens[comma].kind == .comma, endsAddress(division) else {
      return nil
    }
    let tokens = capitals(before: comma, most: 3)
    guard let first = tokens.first,
      document.tokens[first].flags.isDisjoint(
        with: [.weekday, .month, .honorific])
    else { return nil }
    let mention = resolution.mentionOfToken[first]
    guard mention >= 0, case .alias(let alias) = resolution.mentions[Int(mention)].kind else {
      return tokens
    }
    // “Ohio, Texas and Iowa” is a list.
    return self.division(alias) == nil ? tokens : nil
  }

  /// “…, Ohio, said”, “…, Ky.”, “…, Texas —”: nothing that the division would modify follows.
  private func endsAddress(_ division: Range<Int>) -> Bool {
    guard division.upperBound < document.tokens.count else { return true }
    switch document.tags[division.upperBound] {
    case .noun, .name, .number, .apostrophe, .hyphen: return false
    default: return true
    }
  }

  private func counties() -> [Range<Int>] {
    document.tokens.indices.compactMap { place in
      let token = document.tokens[place]
      guard token.isCapitalised,
        token.word == knowledge.words.county
      else { return nil }
      let name = capitals(before: place, most: 2)
      return name.isEmpty ? nil : name.lowerBound..<place + 1
    }
  }

  /// The run of capitalised words that ends before a token.
  private func capitals(before end: Int, most: Int) -> Range<Int> {
    var first = end
    while first > 0, end - first < most {
      let token = document.tokens[first - 1]
      guard token.kind == .word, token.isCapitalised,
        token.flags.isDisjoint(
          with: [.determiner, .preposition, .subordinator, .coordinator, .number])
      else { break }
      first -= 1
    }
    return first..<end
  }

  /// Names behind “in” and “near” of which nothing else is known.
  private func towns() -> [Range<Int>] {
    let context = PlaceContext(document)
    return resolution.mentions.indices.compactMap { place in
      let mention = resolution.mentions[place]
      switch mention.kind {
      case .placeName: return mention.core
      case .singleName
      where resolution.entityOfMention[place] < 0 && context.holds(mention.core)
        && document.tokens[mention.core.lowerBound].isNameOnly:
        return mention.core
      default: return nil
      }
    }
  }
}

extension Token {
  /// A word that is known from names alone, and no acronym.
  fileprivate var isNameOnly: Bool {
    shape.contains(.hasLower)
      && flags.isSubset(of: [.aliasWord, .opensName, .opensPlainName, .givenName, .regionName])
  }
}
