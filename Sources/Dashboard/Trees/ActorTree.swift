import Archive
import EventData

/// Actors by their kinds, and those that belong to another below it.
enum ActorTree {
  typealias Line = FacetLine<ActorRow>

  /// Steps that lines are set in at most.
  private static let deepest = 3

  /// - Parameter rows: those with most articles first; that order is kept inside each branch.
  static func lines(of rows: [ActorRow]) -> [Line] {
    let names = Dictionary(
      rows.filter { $0.actor.kind != .person }.map { ($0.actor.name, $0.actor.id) },
      uniquingKeysWith: { first, _ in first })
    var members: [String: [ActorRow]] = [:]
    var roots: [ActorRow] = []
    for row in rows {
      if let owner = row.actor.affiliation.flatMap({ names[$0] }), owner != row.actor.id {
        members[owner, default: []].append(row)
      } else {
        roots.append(row)
      }
    }
    var seen: Set<String> = []
    func branch(_ row: ActorRow, _ depth: Int) -> [Line] {
      guard seen.insert(row.actor.id).inserted else { return [] }
      let below = members[row.actor.id] ?? []
      return [Line(row, row.facet, depth: depth)]
        + below.flatMap { branch($0, min(depth + 1, deepest)) }
    }
    func section(_ heading: String, _ rows: [ActorRow]) -> [Line] {
      let lines = rows.flatMap { branch($0, 1) }
      return lines.isEmpty ? [] : [Line(heading: heading)] + lines
    }
    let kinds = headings.flatMap { kind, heading in
      section(heading, roots.filter { $0.actor.kind == kind })
    }
    // Two that belong to each other have no root.
    return kinds + section("Others", rows.filter { !seen.contains($0.actor.id) })
  }

  private static let headings: [(PoliticalActor.Kind, String)] = [
    (.state, "States"), (.organisation, "Organisations"), (.group, "Groups"),
    (.person, "People"),
  ]
}

extension ActorRow {
  var facet: Facet { .actor(id: actor.id, name: actor.name) }
}
