import EventData
import Lexicons

/// Finds places that only the text places: “Tarbell, Ohio”, “Mercer County”.
///
/// No gazetteer holds every town and county, and many share the name of a larger one. The
/// division that follows a name says where it is; the point is the division's own, which is as
/// near as can be known. A county without one lies in the division that the article names most.
struct UnlistedPlaces {
  struct Found {
    var tokens: Range<Int>
    var region: Region
  }

  let knowledge: Knowledge
  let document: Document

  func find(in resolution: Resolution) -> [Found] {
    var found: [Found] = []
    var divisions: [(place: Place, count: Int)] = []
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind, let division = division(alias) else { continue }
      if let known = divisions.firstIndex(where: { $0.place.id == division.id }) {
        divisions[known].count += 1
      } else {
        divisions.append((division, 1))
      }
      guard let name = name(before: mention.tokens, resolution) else { continue }
      found.append(
        Found(tokens: name, region: region(document.text(name), in: division)))
    }
    guard let main = divisions.max(by: { $0.count < $1.count })?.place else { return found }
    let taken = Set(found.flatMap { Array($0.tokens) })
    for county in counties() where taken.isDisjoint(with: county) {
      found.append(Found(tokens: county, region: region(document.text(county), in: main)))
    }
    return found
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
  private func name(before division: Range<Int>, _ resolution: Resolution) -> Range<Int>? {
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
      let flags = token.flags
      guard token.kind == .word, token.isCapitalised,
        flags.isDisjoint(with: [.determiner, .preposition, .subordinator, .coordinator])
      else { break }
      first -= 1
    }
    return first..<end
  }

  private func region(_ name: String, in division: Place) -> Region {
    Region(
      id: "\(division.id):\(name.lowercased().replacing(" ", with: "-"))", name: name, kind: .city,
      country: division.country, coordinate: division.coordinate)
  }
}
