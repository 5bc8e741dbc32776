import EventData
import Lexicons

/// The codes of those whom only a role names.
extension ActorResolver {
  /// “the wife of the Norwegian president” is a Norwegian, “a leader of the Norwegian opposition” an
  /// opponent of its government. (Called, it would be lent a copy of the resolver.)
  @inline(__always)
  func placed(_ role: RoleDescription, by end: Int) -> RoleDescription {
    guard end + 2 < document.tokens.count, document.tokens[end].word == knowledge.words.of else {
      return role
    }
    let start = document.tags[end + 1] == .determiner ? end + 2 : end + 1
    let mention = Int(resolution.mentionOfToken[start])
    guard mention >= 0, case .role(let owner) = resolution.mentions[mention].kind else {
      return role
    }
    var placed = role
    if role.state == nil, role.organisation == nil {
      (placed.state, placed.organisation) = (owner.state, owner.organisation)
      (placed.isLocal, placed.isFollowed) = (true, true)
    }
    if knowledge.lexicons.roleNouns[owner.role].kind == .body { placed.body = owner.role }
    return placed
  }

  /// The organisation, maybe one that the lexicons do not know, that follows a role: “the president
  /// of the Chadian Rowing League”.
  func body(behind end: Int) -> PoliticalActor? {
    guard end + 2 < document.tokens.count, document.tokens[end].word == knowledge.words.of else {
      return nil
    }
    var start = document.tags[end + 1] == .determiner ? end + 2 : end + 1
    while start < document.tokens.count {
      let mention = Int(resolution.mentionOfToken[start])
      guard mention >= 0, resolution.entityOfMention[mention] >= 0 else { return nil }
      let actor = resolution.entities[Int(resolution.entityOfMention[mention])].actor
      if actor.kind == .organisation { return actor.affiliation == nil ? nil : actor }
      // “Chadian” only says whose it is.
      guard actor.kind == .state else { return nil }
      start = resolution.mentions[mention].tokens.upperBound
    }
    return nil
  }

  /// “A former minister” holds no office any more; “a unit of the police” is what the police are.
  func sector(of role: RoleDescription, _ words: Range<Int>) -> String {
    if isFormer(words) { return "ELI" }
    let sector = knowledge.lexicons.roleNouns[role.role].sector
    if let body = role.body, sector == "GOV" || sector == "UNK" {
      return knowledge.lexicons.roleNouns[body].sector
    }
    let isBody = knowledge.lexicons.roleNouns[role.role].kind == .body
    return role.isFollowed && role.organisation != nil && isBody ? "UNK" : sector
  }

  /// State or body, then the sector; gunmen of a group are of its sector.
  func code(_ role: RoleDescription, _ sector: String) -> String {
    if let state = role.state { return knowledge.lexicons.states[state].code + sector }
    guard let body = role.organisation.map({ knowledge.lexicons.organisations[$0] }) else {
      return sector
    }
    if body.isArmedGroup { return body.code(on: day) }
    return code(sector, of: body.code(on: day), isOfState: body.affiliation != nil)
  }

  /// The chairman of a union and officials of a service do what these do.
  func code(_ sector: String, of body: String, isOfState: Bool) -> String {
    switch sector {
    case "UNK", "IGO", "BUS": body
    case "GOV" where isOfState: body
    default: (isOfState ? String(body.prefix(3)) : body) + sector
    }
  }

  func isFormer(_ words: Range<Int>) -> Bool {
    if words.contains(where: { document.isOne(of: Self.former, $0) }) { return true }
    // “a retired general”, but not “rebels ousted officials”.
    let before = words.lowerBound - 1
    guard before >= 0, document.isOne(of: Self.former, before) else { return false }
    return before == 0 || document.tags[before - 1] == .determiner
      || document.tags[before - 1] == .stop
  }

  private static let former: WordSet = ["former", "ex", "retired", "ousted", "exiled"]
}
