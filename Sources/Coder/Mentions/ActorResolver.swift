import EventData
import Lexicons

/// Decides who each mention is: names first, then short names and roles.
///
/// Names of the whole article are gathered before short names are resolved, because
/// the order of sentences is not to be trusted.
struct ActorResolver {
  let knowledge: Knowledge
  let document: Document
  let places: PlaceContext
  var resolution = Resolution()
  var families: [UInt64: [Int]] = [:]

  private init(knowledge: Knowledge, document: Document, mentions: [FoundMention]) {
    self.knowledge = knowledge
    self.document = document
    places = PlaceContext(document)
    resolution.mentions = mentions
    resolution.entityOfMention = Array(repeating: -1, count: mentions.count)
    resolution.regionOfMention = resolution.entityOfMention
    resolution.mentionOfToken = Array(repeating: -1, count: document.tokens.count)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens { resolution.mentionOfToken[token] = Int32(index) }
    }
  }

  var day: Day? { document.published }

  static func resolve(
    _ mentions: [FoundMention], in document: Document, _ knowledge: Knowledge
  ) -> Resolution {
    var resolver = ActorResolver(knowledge: knowledge, document: document, mentions: mentions)
    for place in mentions.indices { resolver.resolveFullName(place) }
    for place in mentions.indices { resolver.resolveShortName(place) }
    for place in mentions.indices { resolver.resolveRole(place) }
    return resolver.resolution
  }

  mutating func resolveFullName(_ place: Int) {
    let mention = resolution.mentions[place]
    switch mention.kind {
    case .alias(let alias): resolveAlias(alias, place)
    case .personName where mention.core.count > 1: addPerson(place)
    case .organisationName:
      assign(place, organisation(named: mention.core), rule: "organisation-name")
    default: break
    }
  }

  mutating func resolveAlias(_ alias: Int, _ place: Int) {
    let referents = knowledge.aliases[alias].referents
    let mention = resolution.mentions[place]
    for referent in referents {
      switch referent {
      case .person(let holder):
        assign(place, person(holder, place), rule: "lexicon-person")
        return
      case .organisation(let organisation):
        assign(
          place, namesake(of: organisation, place) ?? self.organisation(organisation),
          rule: "lexicon-organisation")
        return
      case .state(let state):
        if places.isPlace(mention.tokens) || follows(aPlaceBefore: mention.tokens) {
          resolution.entityOfMention[place] = Int32(self.state(state, isShown: false))
        } else {
          assign(place, self.state(state), rule: "lexicon-state")
        }
        return
      case .adjective(let state), .people(let state):
        resolution.entityOfMention[place] = Int32(self.state(state, isShown: false))
        return
      case .capital(let state)
      where !places.isPlace(mention.tokens) && !places.namesAccord(mention.tokens)
        && !places.opensName(mention.tokens):
        assign(place, self.state(state), rule: "capital")
        return
      case .seat(let state):
        assign(place, self.state(state), rule: "seat")
        return
      case .outlet(let outlet)
      where referents.allSatisfy({ if case .place = $0 { false } else { true } }):
        assign(place, self.outlet(outlet), rule: "lexicon-outlet")
        return
      default: continue
      }
    }
  }

  /// “Minsk, Belarus”: the state only says where the city is.
  private func follows(aPlaceBefore tokens: Range<Int>) -> Bool {
    let comma = tokens.lowerBound - 1
    guard comma > 0, document.tags[comma] == .comma,
      resolution.mentionOfToken[comma - 1] >= 0
    else { return false }
    let city = resolution.mentions[Int(resolution.mentionOfToken[comma - 1])]
    guard case .alias(let alias) = city.kind, places.isPlace(city.tokens) else { return false }
    return knowledge.aliases[alias].referents.contains {
      switch $0 {
      case .capital, .place: true
      default: false
      }
    }
  }

  mutating func resolveShortName(_ place: Int) {
    guard resolution.entityOfMention[place] < 0 else { return }
    let mention = resolution.mentions[place]
    switch mention.kind {
    case .alias(let alias):
      // Godwin Friday does not speak on every Friday.
      if document.tokens[mention.core.lowerBound].flags.contains(.weekday) { return }
      let referents = knowledge.aliases[alias].referents
      let holders = referents.compactMap {
        if case .family(let holder) = $0 { holder } else { nil }
      }
      if holders.isEmpty { return }
      if let known = families[familyKey(mention.core)]?.last {
        assign(place, known, rule: "short-name")
      } else if referents.count == holders.count, let holder = mostProminent(holders) {
        assign(place, person(holder, place), rule: "office-holder")
      }
    case .singleName:
      if let known = families[familyKey(mention.core)]?.last {
        assign(place, known, rule: "short-name")
      }
    case .personName where mention.core.count == 1:
      if let known = families[familyKey(mention.core)]?.last {
        assign(place, known, rule: "short-name")
      } else {
        addPerson(place)
      }
    default: break
    }
  }

  /// The one holder whom a bare family name means on the article's day: a head of state
  /// or government, a foreign or defence minister, the head of an organisation; else a
  /// former head of state.
  func mostProminent(_ holders: [Int]) -> Int? {
    func rank(_ holder: Int) -> Int? {
      let person = knowledge.lexicons.officeHolders[holder]
      let term = person.term(on: day)
      if let day, term?.holds(on: day) != true {
        return term?.office == "head-of-state" || term?.office == "head-of-government" ? 4 : nil
      }
      switch term?.office {
      case "head-of-state": return 0
      case "head-of-government", "supreme-leader": return 1
      case "foreign-minister", "secretary-general": return 2
      case "defence-minister", "spokesperson", "armed-group-leader": return 3
      default: return nil
      }
    }
    let ranked = holders.compactMap { holder in rank(holder).map { (holder, $0) } }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return ranked.filter { $0.1 == best.1 }.count == 1 ? best.0 : nil
  }
}
