/// Whose somebody is by the names around a role: “Chilean officials”, “the mayor of Turku”.
extension RoleFinder {
  /// “the president of the Norwegian rowing league” does not preside over Norway.
  func isModifier(_ name: FoundMention, _ document: Document) -> Bool {
    let end = name.tokens.upperBound
    guard end < document.tags.count, document.tags[end] == .noun || document.tags[end] == .name,
      !document.isOne(of: Self.governing, end), case .alias(let alias) = name.kind
    else { return false }
    return knowledge.aliases[alias].referents.contains {
      if case .adjective = $0 { true } else { false }
    }
  }

  /// “a source in the Norwegian government” is of Norway's.
  private static let governing: WordSet = [
    "government", "army", "military", "navy", "parliament", "presidency", "cabinet",
    "administration", "leadership", "foreign", "defence", "defense",
  ]

  /// “the Serb-dominated parliament”, “the Russian-led CSTO alliance”: neither need be of the state.
  func isOnlyDescribing(
    _ name: FoundMention, _ role: RoleDescription, _ document: Document
  ) -> Bool {
    let hyphen = name.tokens.upperBound
    guard hyphen + 1 < document.tokens.count, document.tags[hyphen] == .hyphen else { return false }
    return role.organisation != nil || document.isOne(of: Self.describing, hyphen + 1)
  }

  private static let describing: WordSet = [
    "dominated", "held", "controlled", "occupied", "born", "speaking", "flagged", "majority",
    "friendly", "leaning", "annexed", "made", "built", "owned", "trained", "educated",
  ]

  /// “of”, “in” and “from” attach a state to a role, “opposition groups in Zimbabwe”; “for” does
  /// so to who speaks for it.
  func isAttaching(_ word: Int32, _ role: RoleDescription) -> Bool {
    if word == knowledge.words.of || word == knowledge.words.in || word == knowledge.words.from {
      // “reporters in Moscow” need not be Russian.
      return knowledge.lexicons.roleNouns[role.role].sector != "JRN"
    }
    return word == knowledge.words.for
      && knowledge.lexicons.roleNouns[role.role].noun.contains("spokes")
  }

  /// Whose somebody is by the name behind the role: “members of the Storting”, “the mayor of Turku”.
  func attach(
    _ name: FoundMention, behind word: Int32, to description: inout RoleDescription
  ) {
    switch modifier(name) {
    case .state(let state): description.state = state
    case .organisation(let organisation) where description.organisation == nil:
      (description.organisation, description.isFollowed) = (organisation, true)
    case .organisation: break
    default:
      // “soldiers in Turku” may be anybody's.
      let sector = knowledge.lexicons.roleNouns[description.role].sector
      guard word != knowledge.words.in || !Self.armed.contains(sector),
        case .state(let state)? = stateOfPlace(name)
      else { return }
      (description.state, description.isLocal, description.isFollowed) = (state, true, true)
    }
  }

  private static let armed: Set<String> = ["MIL", "REB", "SEP", "INS", "UAF", "PRM", "SPY"]

  /// The state or organisation that a name stands for as a modifier.
  func modifier(_ name: FoundMention) -> Referent? {
    guard case .alias(let alias) = name.kind else { return nil }
    for referent in knowledge.aliases[alias].referents {
      switch referent {
      case .state(let state), .adjective(let state), .people(let state), .capital(let state),
        .seat(let state):
        return .state(state)
      case .organisation: return referent
      default: continue
      }
    }
    return nil
  }

  /// “the Trump administration” is of the state that he governs.
  func stateOfPerson(_ name: FoundMention) -> Referent? {
    guard case .alias(let alias) = name.kind else { return nil }
    for referent in knowledge.aliases[alias].referents {
      switch referent {
      case .person(let holder), .family(let holder):
        let term = knowledge.lexicons.officeHolders[holder].terms.last {
          $0.office == "head-of-state" || $0.office == "head-of-government"
        }
        if let term, let state = knowledge.stateOfCode[term.body] { return .state(state) }
      default: continue
      }
    }
    return nil
  }

  /// “Shanghai police” and “Scottish lawmakers” are of the state in which their place lies.
  func stateOfPlace(_ name: FoundMention) -> Referent? {
    guard case .alias(let alias) = name.kind else { return nil }
    switch knowledge.aliases[alias].referents.first {
    case .local(let people)?: return .state(knowledge.stateOfPeople[people])
    case .place(let place)?:
      return knowledge.lexicons.places.country(of: place).flatMap { knowledge.stateOfCode[$0] }
        .map { .state($0) }
    default: return nil
    }
  }

  /// Whether a name is that of a place before all.
  func isPlace(_ name: FoundMention) -> Bool {
    guard case .alias(let alias) = name.kind,
      case .place? = knowledge.aliases[alias].referents.first
    else { return false }
    return true
  }

  /// The state in which those live whom a role noun names by their people: “Uyghurs”.
  func state(ofRole role: Int) -> Int? {
    guard let people = knowledge.lexicons.roleNouns[role].people else { return nil }
    let state = knowledge.stateOfPeople[people]
    return state < 0 ? nil : state
  }
}
