import Archive
import EventData
import Terminal

/// The actors of the articles under the filter, those with most articles first.
struct ActorsPane: PagedPane {
  static let id: PaneID = "actors"
  static let title = "Actors"
  static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 6, weight: 2, isNarrow: true, companion: "articles")
  static let actions = [
    Action(
      .open, "Filter everything by this actor, or stop", hint: "filter",
      keys: [.enter, .character(" "), .character("l"), .right], in: .pane(id)),
    Action(
      .profile, "Tell about this actor", hint: "profile", keys: [.character("i")], in: .pane(id)),
  ]

  var list = RowList<ActorRow>(isOneWay: true)

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .profile else { return move(action, in: view) }
    return list.window.selected.map { [.profile($0.actor.id)] } ?? []
  }

  func open(_ row: ActorRow) -> PaneRequest {
    .toggle(.actor(id: row.actor.id, name: row.actor.name))
  }

  func page(_ request: RowPage<ActorRow>.Request, _ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return rankedPage(request) { source, count in
      try source.archive.actors(filter, limit: count)
    }
  }

  /// Whoever filters from here wants to find the same row again, to take the filter away.
  mutating func restart(in view: PaneView) -> RowPage<ActorRow>.Request? {
    view.isFocused ? list.window.reload() : list.window.reset()
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
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
    list.draw(table, in: &canvas, view: view) { row in
      let isChosen = view.scope.holds(actor: row.actor.id)
      return [
        [Run(isChosen ? "✓" : row.actor.kind.glyph, isChosen ? .hit : .dim)],
        [Run(SafeText(row.actor.name), isChosen ? .hit : .text)],
        [Run(SafeText(row.actor.affiliation ?? ""), .dim)],
        [Wording.tally(row.articles)],
        [Wording.tally(row.statements)],
      ]
    }
  }
}
