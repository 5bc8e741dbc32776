/// What a name may stand for.
enum Referent: Hashable, Sendable {
  case state(Int)
  /// The demonym adjective of a state, as “Russian”.
  case adjective(Int)
  /// Its people, as “Russians”.
  case people(Int)
  /// The adjective of a people or a region inside a state, as “Scottish”.
  case local(Int)
  /// Its capital: a place, or the government where it speaks or acts.
  case capital(Int)
  /// A metonym of its government, as “Kremlin”.
  case seat(Int)
  case person(Int)
  /// The family name of an office-holder, which stands alone.
  case family(Int)
  case organisation(Int)
  case outlet(Int)
  case place(Int)
}

/// A name of the lexicons, with everything that goes by it.
struct Alias: Sendable {
  /// How the words must be written for the name to be meant.
  enum Writing: UInt8, Sendable {
    /// As it comes: the alias itself is in lower case.
    case any
    /// The first word begins with a capital, as in “Poland's parliament”.
    case capitalisedFirst
    /// The first and the last word begin with a capital.
    case capitalised
    /// The last word begins with a capital: “eastern Europe” is “Eastern Europe”.
    case capitalisedLast
    /// All capitals, as “US” or “WHO”.
    case acronym
  }

  /// What may be asked of many names, so that few are looked at closely.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    /// A state goes by it, its adjective, its capital or its seat.
    static let country = Traits(rawValue: 1 << 0)
    static let adjective = Traits(rawValue: 1 << 1)
    /// A first-order division of a state goes by it.
    static let division = Traits(rawValue: 1 << 2)
    /// A body of a state goes by it.
    static let affiliated = Traits(rawValue: 1 << 3)
  }

  var writing: Writing
  var traits: Traits = []
  var referents: Referents
}

/// What goes by one name, in the order of the tables. As it is seldom more than one, the
/// first needs no array.
struct Referents: RandomAccessCollection, Sendable {
  private let head: Referent
  private var others: [Referent] = []

  init(_ referent: Referent) {
    head = referent
  }

  var startIndex: Int { 0 }
  var endIndex: Int { others.count + 1 }

  subscript(index: Int) -> Referent { index == 0 ? head : others[index - 1] }

  /// Adds a referent unless it is there already.
  mutating func insert(_ referent: Referent) {
    if !contains(referent) { others.append(referent) }
  }
}
