/// Whether the words around a name make it a place rather than who governs there.
struct PlaceContext {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  private static let locative: WordSet = [
    "in", "at", "near", "outside", "around", "inside", "across", "through", "throughout", "into",
    "from", "over", "within", "under", "toward", "towards", "visited", "visiting", "visit",
    "reached",
    "reach", "entered", "left", "leave", "leaving", "via", "central", "downtown", "northern",
    "southern", "eastern", "western", "outside", "beyond", "rural",
  ]
  private static let holding: WordSet = ["in", "near", "outside"]
  private static let motion: WordSet = [
    "travel", "travelled", "traveled", "trip", "visit", "flew", "fly", "return", "returned", "went",
    "arrived", "flight", "flights", "journey", "way", "road", "train", "moved", "close", "next",
    "transferred",
    "taken", "brought", "ride", "route", "ticket", "tickets",
  ]
  /// “the capital of Belarus”
  private static let parts: WordSet = [
    "capital", "city", "town", "village", "coast", "border", "borders", "part", "parts", "east",
    "west", "north", "south", "outskirts", "map",
  ]
  private static let parting: WordSet = ["greater", "upper", "lower", "little", "inner", "outer"]
  private static let landforms: WordSet = [
    "beach", "township", "valley", "hills", "heights", "springs", "falls", "creek", "coast",
    "island", "islands", "river", "lake", "bay", "park",
  ]
  private static let streets: WordSet = [
    "street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "boulevard", "blvd",
    "highway", "hwy", "parkway", "route",
  ]
  private static let locativeSuffixes: WordSet = ["based", "born", "area", "region", "airport"]

  /// What stands in a city and is not its government: “London police”, “the Paris metro”.
  private static let localNouns: WordSet = [
    "airport", "airports", "apartment", "area", "city", "college", "council", "courtroom",
    "district", "doctor", "event", "fire", "firefighters", "flights", "high", "hospital", "hotel",
    "library", "man", "mayor", "metro", "museum", "office", "police", "policemen", "public",
    "rally", "region", "regional", "resident", "residents", "route", "school", "schools", "station",
    "store", "street", "streets", "suburb", "suburbs", "town", "university", "woman", "zoo",
  ]

  private static let goals: WordSet = ["to", "for"]

  private static let accords: WordSet = [
    "accord", "accords", "agreement", "agreements", "process", "protocol", "protocols", "treaty",
    "convention", "conventions", "deal", "deals", "declaration", "format", "conference", "pact",
    "package", "commitments", "formula", "memorandum", "communique",
  ]

  /// “the Minsk accords”: named after the place, neither there nor of those who govern it.
  func namesAccord(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < document.tokens.count && document.isOne(of: Self.accords, tokens.upperBound)
  }

  func isPlace(_ tokens: Range<Int>) -> Bool {
    // “Washington, D.C.”
    if tokens.count > 2, document.tokens[tokens.lowerBound + 1].kind == .comma { return true }
    if tokens.upperBound < document.tokens.count {
      let next = tokens.upperBound
      // “Kyiv, Ukraine” and a dateline “KYIV —”.
      if document.tokens[next].kind == .comma, next + 1 < document.tokens.count,
        document.tokens[next + 1].isCapitalised, next + 2 < document.tokens.count,
        document.tags[next + 2] != .verb, document.tags[next + 2] != .auxiliary
      {
        return true
      }
      if isDateline(tokens) { return true }
      if document.isOne(of: Self.localNouns, next) || owns(at: next) { return true }
      if document.tokens[next].kind == .hyphen, next + 1 < document.tokens.count,
        document.isOne(of: Self.locativeSuffixes, next + 1)
      {
        return true
      }
    }
    guard tokens.lowerBound > 0 else { return false }
    let before = tokens.lowerBound - 1
    if document.isOne(of: Self.locative, before) { return true }
    guard before > 0 else { return false }
    if document.tokens[before].flags.contains(.of) {
      return document.isOne(of: Self.parts, before - 1)
    }
    return document.isOne(of: Self.goals, before) && document.isOne(of: Self.motion, before - 1)
  }

  /// “in Tarbell”, “near Sabel Falls”: behind words that few but places stand behind.
  func holds(_ name: Range<Int>) -> Bool {
    name.lowerBound > 0 && document.isOne(of: Self.holding, name.lowerBound - 1)
  }

  /// “South Charleston”, “Myrtle Beach”: the name that one of the lexicons is only a part of.
  func wholeName(_ core: Range<Int>) -> Range<Int> {
    var whole = core
    let before = core.lowerBound - 1
    if before >= 0, joins(core.lowerBound), document.tokens[before].isCapitalised,
      document.tokens[before].flags.contains(.direction) || document.isOne(of: Self.parting, before)
    {
      whole = before..<whole.upperBound
    }
    if joins(core.upperBound), document.isOne(of: Self.landforms, core.upperBound) {
      whole = whole.lowerBound..<core.upperBound + 1
    }
    return whole
  }

  /// “Wichita Street”
  func opensStreet(_ tokens: Range<Int>) -> Bool {
    joins(tokens.upperBound) && document.isOne(of: Self.streets, tokens.upperBound)
  }

  /// “Paris High School”, “London Bridge”: a name begins with that of a city.
  func opensName(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard joins(next) else { return false }
    let token = document.tokens[next]
    return token.kind == .word && token.shape.contains(.hasLower)
      && token.flags.isDisjoint(with: [.roleNoun, .givenName, .honorific, .month, .weekday])
      && !document.sentences[document.sentence(of: next)].isTitleCase
  }

  /// Whether a capitalised token stands a blank behind the one before it.
  private func joins(_ token: Int) -> Bool {
    token < document.tokens.count && document.tokens[token].isCapitalised
      && document.tokens[token].start == document.tokens[token - 1].end + 1
  }

  /// “London's Heathrow”, “Ankara's riot police”: the owner of what stands in a city.
  private func owns(at mark: Int) -> Bool {
    guard document.tags[mark] == .apostrophe else { return false }
    return (mark + 1..<min(mark + 4, document.tokens.count)).contains {
      document.isOne(of: Self.localNouns, $0)
    }
  }

  /// “KYIV —”, “KYIV (Agency) —”
  func isDateline(_ tokens: Range<Int>) -> Bool {
    guard tokens.upperBound < document.tokens.count, isFirst(tokens.lowerBound) else {
      return false
    }
    let token = document.tokens[tokens.lowerBound]
    switch document.tokens[tokens.upperBound].kind {
    case .dash: return token.flags.isDisjoint(with: .verbForm)
    case .openBracket: return token.shape.contains(.allUpper)
    default: return false
    }
  }

  private func isFirst(_ token: Int) -> Bool {
    let sentence = document.sentences[document.sentence(of: token)]
    return document.paragraphs[sentence.paragraph].tokens.lowerBound == token
  }
}
