/// “A group of Chilean lawmakers”, “a handful of senators”: who gathers stands behind the noun, and
/// is who is meant.
struct Gathering {
  let knowledge: Knowledge
  let document: Document

  /// Whether a noun at a place and the word “of” behind it open such a phrase. “The Group of Seven”
  /// is a name.
  func opens(at place: Int) -> Bool {
    guard place + 1 < document.tokens.count,
      document.tokens[place + 1].word == knowledge.words.of
    else { return false }
    return document.isOne(of: Self.plurals, place)
      || document.isOne(of: Self.singulars, place) && !document.tokens[place].isCapitalised
  }

  /// Where in some words those begin who gather.
  func members(in words: Range<Int>) -> Range<Int>? {
    words.dropLast(2).first(where: opens).map { $0 + 2..<words.upperBound }
  }

  /// Takes back the role that was found in the noun alone.
  func drop(from found: inout [FoundMention], for role: FoundMention) {
    guard members(in: role.tokens) != nil else { return }
    var place = found.endIndex
    while place > 0, found[place - 1].tokens.upperBound > role.tokens.lowerBound {
      place -= 1
      if case .role = found[place].kind { found.remove(at: place) }
    }
  }

  private static let singulars: WordSet = [
    "group", "crowd", "handful", "team", "panel", "delegation", "coalition", "alliance", "bloc",
    "majority",
  ]
  private static let plurals: WordSet = [
    "groups", "crowds", "teams", "panels", "delegations", "coalitions", "alliances",
  ]
}
