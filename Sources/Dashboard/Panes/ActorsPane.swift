import Archive
import EventData
import Terminal

/// The actors of the articles under the filter, those with most articles first, or as a tree of
/// kinds and of what belongs to whom.
struct ActorsPane: FacetPane {
  static let id: PaneID = "actors"
  static let title = "Actors"
  static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 6, weight: 2, isNarrow: true, companion: "articles")
  static let actions =
    facetActions("actor") + [
      Action(
        .profile, "Tell about this actor", hint: "profile", keys: [.character("i")],
        in: .pane(id))
    ]

  var list = RowList<FacetLine<ActorRow>>(isOneWay: true)
  var wanted: String?
  var isTree = false

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .profile else { return choose(action, in: view) }
    return list.window.selected?.row.map { [.profile($0.actor.id)] } ?? []
  }

  static func lists(_ facet: Facet) -> Bool {
    if case .actor = facet { true } else { false }
  }

  static func items(
    _ filter: ArticleFilter, matching: String?, limit: Int, in archive: ArchiveReader
  ) throws -> [ActorRow] {
    try archive.actors(filter, matching: matching, limit: limit)
  }

  static func lines(of rows: [ActorRow], asTree: Bool) -> [FacetLine<ActorRow>] {
    asTree ? ActorTree.lines(of: rows) : rows.map { FacetLine($0, $0.facet) }
  }

  static let headings = ["name", "kind", "affiliation", "role", "code", "articles", "statements"]

  static func fields(of row: ActorRow) -> [String] {
    let actor = row.actor
    return [
      actor.name, actor.kind.rawValue, actor.affiliation ?? "", actor.role ?? "", actor.code,
      "\(row.articles)", "\(row.statements)",
    ]
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        wanted != nil
        ? ["No actor of that name here.", "Esc shows all again."]
        : view.scope.isEmpty
          ? ["No actors yet.", "They appear with the first articles."]
          : ["No actor under the filter."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Name", width: 10, grows: true),
        .init(heading: "Affiliation", width: canvas.columns / 4, from: 56),
        .articles(in: canvas.columns),
        .init(heading: "Said", width: 6, alignment: .trailing, from: 46),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { line in
      guard let row = line.row else { return line.headingCells }
      let use = view.scope.use(of: row.facet)
      let indent = Run(SafeText(String(repeating: "  ", count: line.depth)))
      return [
        [use.run(else: row.actor.kind.glyph)],
        [indent, Run(SafeText(row.actor.name), use.role)],
        [Run(SafeText(row.actor.affiliation ?? ""), .dim)],
        [Wording.tally(row.articles)],
        [Wording.tally(row.statements)],
      ]
    }
  }
}
