import EventData
import Lexicons

/// Finds places that only the text places: “Tarbell, Ohio”, “Mercer County”, “near Tarbell”.
///
/// No gazetteer holds every town and county, and many share the name of a larger one. The
/// division that follows a name says where it is; the others lie in the division that the article
/// names most or, where it names none, in the state. Where the tables do hold a town of that name
/// in the division, it is that one.
struct UnlistedPlaces {
  struct Found {
    var tokens: Range<Int>
    var key: RegionIndex.Key
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
      if let listed = place(name, in: division) {
        found.append(
          Found(
            tokens: name, key: .place(listed), region: Region(knowledge.lexicons.places[listed]),
            rule: "place-and-division"))
      } else {
        found.append(self.found(name, in: Region(division), "place-and-division"))
      }
    }
    let counties = counties()
    let towns = towns()
    guard !counties.isEmpty || !towns.isEmpty else { return (found, divisions) }
    let taken = Set(found.flatMap { Array($0.tokens) })
    let main = divisions.max { $0.count < $1.count }.map { Region($0.place) }
    if let home = main ?? state(countryOfCounties) {
      found += counties.filter(taken.isDisjoint).map { self.found($0, in: home, "county") }
    }
    if let home = main ?? named.most.flatMap(state) {
      found += towns.filter(taken.isDisjoint).map { self.found($0, in: home, "behind-in") }
    }
    return (found, divisions)
  }

  /// Where a county lies in an article that names no division.
  private var countryOfCounties: String {
    if let most = named.most, Self.countriesOfCounties.contains(most) { most } else { "US" }
  }

  private static let countriesOfCounties: Set<String> = [
    "AU", "CN", "EE", "GB", "HR", "HU", "IE", "IR", "KE", "LR", "LT", "NO", "NZ", "RO", "SE", "SS",
    "TW",
  ]

  private func state(_ alpha2: String) -> Region? {
    knowledge.stateOfCode[alpha2].map { Region(knowledge.lexicons.states[$0]) }
  }

  private func found(_ name: Range<Int>, in home: Region, _ rule: String) -> Found {
    let region = Region(document.plainName(name), in: home)
    return Found(tokens: name, key: .unlisted(region.id), region: region, rule: rule)
  }

  /// The town of that name which the tables place in or near a division.
  private func place(_ name: Range<Int>, in division: Place) -> Int? {
    let known = PhraseMatcher(knowledge: knowledge)
      .name(at: name.lowerBound, before: name.upperBound, document.tokens)
    guard let known, known.end == name.upperBound else { return nil }
    for case .place(let index) in knowledge.aliases[known.alias].referents {
      let place = knowledge.lexicons.places[index]
      if place.kind == .city, place.country == division.country, place.isNear(division) {
        return index
      }
    }
    return nil
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
    var found: [Range<Int>] = []
    for sentence in document.sentences where sentence.flags.contains(.placeHead) {
      for place in sentence.tokens
      where document.tokens[place].word == knowledge.words.county
        && document.tokens[place].isCapitalised
      {
        let name = capitals(before: place, most: 2)
        if !name.isEmpty { found.append(name.lowerBound..<place + 1) }
      }
    }
    return found
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

  /// Names in datelines and behind “in” and “near”, of which nothing else is known.
  private func towns() -> [Range<Int>] {
    let context = PlaceContext(document)
    return resolution.mentions.indices.compactMap { place in
      let name = resolution.mentions[place].core
      switch resolution.mentions[place].kind {
      case .placeName where isPlain(name): return name
      case .singleName
      where resolution.entityOfMention[place] < 0
        && (context.isDateline(name) || context.holds(name) && isPlain(name)):
        return name
      default: return nil
      }
    }
  }

  /// Words that are known from names alone, no acronym, and no owner or kind of something.
  private func isPlain(_ name: Range<Int>) -> Bool {
    if name.upperBound < document.tokens.count {
      switch document.tags[name.upperBound] {
      case .noun, .name, .apostrophe, .hyphen: return false
      default: break
      }
    }
    return name.allSatisfy {
      let token = document.tokens[$0]
      return token.kind != .word
        || token.shape.contains(.hasLower)
          && token.flags.isSubset(
            of: [.aliasWord, .opensName, .opensPlainName, .givenName, .regionName])
    }
  }
}
