import EventData

/// A stretch of tokens that names or describes somebody or some place, before it is
/// known who or where that is.
struct FoundMention {
  enum Kind {
    /// A name of the lexicons; the index of its ``Alias``.
    case alias(Int)
    /// A name that looks like a person's, which the lexicons do not hold.
    case personName
    /// A name with the head noun of an organisation, as “Meridian Institute”.
    case organisationName
    /// A name of several words behind “in” or “near”, which the lexicons do not hold.
    case placeName
    /// One capitalised word of which nothing is known: a family name, maybe.
    case singleName
    /// A role noun with its modifiers, as “a senior Russian official”.
    case role(RoleDescription)
  }

  /// All words of the mention, titles before a name included.
  var tokens: Range<Int>
  /// The name or the role noun itself.
  var core: Range<Int>
  var kind: Kind
}

/// What a phrase like “two senior Western officials” says.
struct RoleDescription {
  /// Index of the role noun in the lexicons.
  var role: Int
  var isPlural: Bool
  /// Index of the state whose adjective, name or capital modifies the noun.
  var state: Int?
  /// Index of the role noun of the body that it belongs to, as in “leader of the opposition”.
  var body: Int?
  /// Index of the organisation that modifies it, as in “NATO officials”.
  var organisation: Int?
  /// “Shanghai authorities”: the state is only where their place lies.
  var isLocal = false
  /// “residents of Turku”: the organisation or place follows, and may be there by the way.
  var isFollowed = false
  /// “the West's”, “Western”, “European” and other modifiers that name no state.
  var isWestern = false
  var isDefinite = false
}
