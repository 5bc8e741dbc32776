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
  /// Places in ``bearers`` by the hash of a family name.
  var families = HashIndex()
  /// The entities of each family name.
  var bearers: [[Int]] = []

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
    let nouns = knowledge.lexicons.roleNouns
    var later: [Int] = []
    for (place, mention) in mentions.enumerated() {
      if Descriptions.isDescription(mention, nouns) {
        later.append(place)
      } else {
        resolver.resolveRole(place)
      }
    }
    resolver.describe(later)
    resolver.codeGovernments()
    return resolver.resolution
  }

  /// Takes “the group” for the one that may be meant, after everybody else.
  private mutating func describe(_ later: [Int]) {
    guard !later.isEmpty else { return }
    let nouns = knowledge.lexicons.roleNouns
    var descriptions = Descriptions(resolution.entities, nouns)
    for place in later {
      if let body = descriptions.body(meantBy: resolution.mentions[place]) {
        assign(place, body, rule: "description")
      } else {
        resolveRole(place)
      }
    }
  }

  /// A state that goes by its capital, its seat or its government alone is who governs it.
  private mutating func codeGovernments() {
    for place in resolution.entities.indices
    where resolution.entities[place].isShown && resolution.entities[place].actor.kind == .state {
      let mentions = resolution.entities[place].mentions
      if !mentions.isEmpty, mentions.allSatisfy({ Self.governing.contains($0.rule) }) {
        resolution.entities[place].actor.code += "GOV"
      }
    }
  }

  /// The rules that take a name for who governs a state.
  private static let governing: Set<String> = ["capital", "seat", "government"]

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
        assign(place, union(seatedIn: state) ?? self.state(state), rule: "capital")
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
}
