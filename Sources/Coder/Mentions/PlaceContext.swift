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
    "southern", "eastern", "western", "outside", "beyond",
  ]
  private static let motion: WordSet = [
    "travel", "travelled", "traveled", "trip", "visit", "flew", "fly", "return", "returned", "went",
    "arrived", "flight", "journey", "way", "road", "train", "moved", "close", "next",
  ]
  /// “the capital of Belarus”
  private static let parts: WordSet = [
    "capital", "city", "town", "village", "coast", "border", "borders", "part", "parts", "east",
    "west", "north", "south", "outskirts", "map",
  ]
  private static let locativeSuffixes: WordSet = ["based", "born", "area", "region", "airport"]

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
    if tokens.upperBound < document.tokens.count {
      let next = tokens.upperBound
      // “Kyiv, Ukraine” and a dateline “KYIV —”.
      if document.tokens[next].kind == .comma, next + 1 < document.tokens.count,
        document.tokens[next + 1].isCapitalised, next + 2 < document.tokens.count,
        document.tags[next + 2] != .verb, document.tags[next + 2] != .auxiliary
      {
        return true
      }
      if document.tokens[next].kind == .dash, isFirst(tokens.lowerBound) { return true }
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

  private func isFirst(_ token: Int) -> Bool {
    let sentence = document.sentences[document.sentence(of: token)]
    return document.paragraphs[sentence.paragraph].tokens.lowerBound == token
  }
}
