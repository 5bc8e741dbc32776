/// The role that follows a name: “…, an associate fellow at the Meridian Institute,”.
struct Apposition {
  let knowledge: Knowledge
  let document: Document

  /// - Returns: The words up to the next comma or verb, the sector of the role noun in
  ///   them, and the state or the organisation that they name; nil when what follows is no role.
  func role(
    after end: Int
  ) -> (text: String, sector: String?, state: Int?, organisation: Int?)? {
    guard end + 1 < document.tokens.count, document.tokens[end].kind == .comma else { return nil }
    let start = end + 1
    var stop = start
    while stop < document.tokens.count, stop - start < 24 {
      switch document.tokens[stop].kind {
      case .comma, .period, .dash, .openQuote, .closeQuote, .semicolon, .colon: break
      default:
        if document.tags[stop] == .verb || document.tags[stop] == .auxiliary
          || document.tags[stop] == .relative
        {
          break
        }
        stop += 1
        continue
      }
      break
    }
    let words = start..<stop
    guard words.count > 0, words.count < 24 else { return nil }
    let matcher = PhraseMatcher(knowledge: knowledge)
    var sector: String?
    var state: Int?
    var organisation: Int?
    var home: Int?
    for place in words {
      if sector == nil,
        let (_, value) = matcher.match(
          knowledge.roles, at: place, before: stop, document.tokens)
      {
        sector = knowledge.lexicons.roleNouns[value / 2].sector
      }
      if state == nil, let (_, alias) = matcher.name(at: place, before: stop, document.tokens) {
        for referent in knowledge.aliases[alias].referents {
          switch referent {
          case .state(let found), .adjective(let found), .capital(let found), .seat(let found):
            state = found
          case .local(let people): home = knowledge.stateOfPeople[people]
          case .organisation(let found): organisation = organisation ?? found
          default: continue
          }
          break
        }
      }
    }
    guard let sector else { return nil }
    // The service's officer in a region is of the service.
    return (document.text(words), sector, state ?? (organisation == nil ? home : nil), organisation)
  }
}
