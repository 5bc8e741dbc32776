import EventData
import Lexicons

/// “The group”, “the ministry”, “the alliance”: a body that the article names elsewhere.
///
/// The order of sentences is not to be trusted, so what counts is that the article names one body
/// alone that may be called so.
struct Descriptions {
  private let nouns: [RoleNoun]
  private let entities: [Entity]
  /// The bodies that the article names, by their places in the entities.
  private let bodies: [Int]
  /// What has been looked up, by noun.
  private var known: [Int: Int?] = [:]

  init(_ entities: [Entity], _ nouns: [RoleNoun]) {
    self.nouns = nouns
    self.entities = entities
    bodies = entities.indices.filter { Self.isBody(entities[$0].actor) }
  }

  /// The only body that a mention may mean, by its place in the entities; nil where there are
  /// several or none.
  ///
  /// - Parameter mention: a description.
  mutating func body(meantBy mention: FoundMention) -> Int? {
    guard case .role(let role) = mention.kind else { return nil }
    if let found = known[role.role] { return found }
    let noun = nouns[role.role]
    let sort = Sort(of: noun)
    let found = bodies.filter {
      entities[$0].actor.name.isHeaded(by: noun.noun) || sort?.holds(entities[$0].actor) == true
    }
    let body = found.count == 1 ? found[0] : nil
    known[role.role] = body
    return body
  }

  /// Whether a mention is a body of which nothing else is said.
  static func isDescription(_ mention: FoundMention, _ nouns: [RoleNoun]) -> Bool {
    guard case .role(let role) = mention.kind, role.isDefinite, !role.isPlural,
      role.state == nil, role.organisation == nil
    else { return false }
    return mention.tokens.count == mention.core.count + 1 && nouns[role.role].kind != .person
  }

  /// Whether it is a body of its own rather than a role that any body may have.
  private static func isBody(_ actor: PoliticalActor) -> Bool {
    guard actor.kind == .organisation || actor.kind == .group else { return false }
    return actor.affiliation != nil || actor.id.hasPrefix(ActorKey.Prefix.organisation)
  }

  /// What bodies some nouns stand for, whatever these are called.
  private enum Sort {
    case alliance, bloc, armed, charity, company, any

    init?(of noun: RoleNoun) {
      switch (noun.noun, noun.sector) {
      case ("alliance", _), ("military alliance", _): self = .alliance
      case ("bloc", _): self = .bloc
      case ("company", _), ("firm", _): self = .company
      case ("organisation", _), ("organization", _): self = .any
      case ("group", _), ("movement", _), (_, "REB"), (_, "PRM"), (_, "SEP"): self = .armed
      case (_, "NGO"): self = .charity
      default: return nil
      }
    }

    func holds(_ actor: PoliticalActor) -> Bool {
      switch self {
      case .alliance: actor.code.hasPrefix("IGOMIL")
      case .bloc: actor.code.hasPrefix("IGO") && !actor.code.hasPrefix("IGOMIL")
      case .armed: actor.kind == .group && actor.id.hasPrefix(ActorKey.Prefix.organisation)
      case .charity: actor.code.hasPrefix("NGO")
      case .company: actor.code.hasPrefix("MNC") || actor.code.hasSuffix("BUS")
      case .any: actor.code.hasPrefix("IGO") || Self.charity.holds(actor) || Self.armed.holds(actor)
      }
    }
  }
}

extension String {
  /// Whether a noun in small letters is what it names, whatever its case: “Foreign Ministry”,
  /// “Ministry of Defence”, but not “ministry official”.
  fileprivate func isHeaded(by noun: String) -> Bool {
    let (name, wanted) = (utf8Span, noun.utf8Span)
    let (letters, noun) = (name.span, wanted.span)
    guard noun.count > 0, letters.count > noun.count else { return false }
    var start = 0
    while start + noun.count <= letters.count {
      if start == 0 || letters[start - 1] == UInt8(ascii: " ") {
        var same = 0
        while same < noun.count, letters[start + same] | 0x20 == noun[same] | 0x20 { same += 1 }
        if same == noun.count, letters.isEnd(ofNounAt: start + same) { return true }
      }
      start += 1
    }
    return false
  }
}

extension Swift.Span<UInt8> {
  /// Whether the name ends there, or goes on with “of” or “for”.
  fileprivate func isEnd(ofNounAt place: Int) -> Bool {
    guard place < count else { return true }
    guard place + 3 < count, self[place] == UInt8(ascii: " ") else { return false }
    let of = self[place + 1] == UInt8(ascii: "o") && self[place + 2] == UInt8(ascii: "f")
    let fo = self[place + 1] == UInt8(ascii: "f") && self[place + 2] == UInt8(ascii: "o")
    return of && self[place + 3] == UInt8(ascii: " ") || fo && self[place + 3] == UInt8(ascii: "r")
  }
}
