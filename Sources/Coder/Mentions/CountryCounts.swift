/// How often an article names each state, be it by name, adjective, capital or seat, or by a body
/// of it, as its army.
struct CountryCounts {
  /// By the letters of the alpha-2 code.
  private var counts = HashIndex(capacity: 32)
  /// The state that is named most, by its alpha-2 code.
  private(set) var most: String?

  init(of resolution: Resolution, _ knowledge: Knowledge) {
    var (mostState, mostCount) = (-1, 0)
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind,
        !knowledge.aliases[alias].traits.isDisjoint(with: [.country, .affiliated])
      else { continue }
      for referent in knowledge.aliases[alias].referents {
        guard let state = Self.state(of: referent, knowledge) else { continue }
        let key = Self.key(knowledge.lexicons.states[state].alpha2)
        let count = (counts[key] ?? 0) + 1
        counts.set(key, count)
        if count > mostCount { (mostState, mostCount) = (state, count) }
      }
    }
    if mostState >= 0 { most = knowledge.lexicons.states[mostState].alpha2 }
  }

  private static func state(of referent: Referent, _ knowledge: Knowledge) -> Int? {
    switch referent {
    case .state(let state), .adjective(let state), .capital(let state), .seat(let state): state
    case .local(let people): knowledge.stateOfPeople[people]
    case .organisation(let index):
      knowledge.stateOfOrganisation[index] < 0 ? nil : Int(knowledge.stateOfOrganisation[index])
    default: nil
    }
  }

  /// - Parameter country: ISO 3166-1 alpha-2.
  subscript(country: String) -> Int { counts[Self.key(country)] ?? 0 }

  private static func key(_ country: String) -> UInt64 {
    country.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
