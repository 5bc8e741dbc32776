import Archive
import EventData
import Terminal

/// The actors of the articles under the filter, those with most articles first.
package struct ActorsPane: Pane {
  package static let id: PaneID = "actors"
  package static let title = "Actors"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 6, weight: 2, isNarrow: true, companion: "articles")
  package static let actions = [
    Action(
      .open, "Filter everything by this actor, or stop", hint: "filter",
      keys: [.enter, .character(" "), .character("l"), .right], in: .pane(id))
  ]

  private var list = RowList<ActorRow>(isOneWay: true)

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open {
      return list.window.selected.map {
        [.toggle(.actor(id: $0.actor.id, name: $0.actor.name))]
      } ?? []
    }
    return list.perform(action).map { load($0, view) }
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged:
      // Whoever filters from here wants to find the same row again, to take the filter away.
      return load(view.isFocused ? list.window.reload() : list.window.reset(), view)
    case .archiveChanged: return load(list.window.reload(), view)
    case .resized: list.fit(view.size)
    case .failed: list.window.giveUp()
    case .selected, .opened, .step: break
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let (hit, request) = list.point(at: gesture, in: view.size)
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return load(request, view)
  }

  package mutating func receive(_ page: RowPage<ActorRow>, in view: PaneView) -> [PaneRequest] {
    load(list.window.receive(page), view)
  }

  package func position(in view: PaneView) -> String { list.window.positionText }

  /// The archive ranks actors anew for every question, so a longer list comes whole.
  private func load(_ request: RowPage<ActorRow>.Request?, _ view: PaneView) -> [PaneRequest] {
    guard let request else { return [] }
    let count =
      if case .start(let count) = request { count } else {
        list.window.rows.count + RowPage<ActorRow>.size
      }
    let filter = view.scope.filter
    return [
      Self.load("page", .later) { source in
        let rows = try source.archive.actors(filter, limit: count)
        return RowPage(
          .start(count), rows: rows, reachesStart: true, reachesEnd: rows.count < count)
      }
    ]
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
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
