import Archive
import EventData
import Terminal

/// The regions of the articles under the filter, those with most articles first.
package struct RegionsPane: Pane {
  package static let id: PaneID = "regions"
  package static let title = "Regions"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 6, weight: 2, isNarrow: true, companion: "articles")
  package static let actions = [
    Action(
      .open, "Filter everything by this region, or stop", hint: "filter",
      keys: [.enter, .character(" "), .character("l"), .right], in: .pane(id))
  ]

  private var list = RowList<RegionRow>(isOneWay: true)

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open {
      return list.window.selected.map {
        [.toggle(.region(id: $0.region.id, name: $0.region.name))]
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

  package mutating func receive(_ page: RowPage<RegionRow>, in view: PaneView) -> [PaneRequest] {
    load(list.window.receive(page), view)
  }

  package func position(in view: PaneView) -> String { list.window.positionText }

  /// The archive ranks regions anew for every question, so a longer list comes whole.
  private func load(_ request: RowPage<RegionRow>.Request?, _ view: PaneView) -> [PaneRequest] {
    guard let request else { return [] }
    let count =
      if case .start(let count) = request { count } else {
        list.window.rows.count + RowPage<RegionRow>.size
      }
    let filter = view.scope.filter
    return [
      Self.load("page", .later) { source in
        let rows = try source.archive.regions(filter, limit: count)
        return RowPage(
          .start(count), rows: rows, reachesStart: true, reachesEnd: rows.count < count)
      }
    ]
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No regions yet.", "They appear with the first articles."]
        : ["No region under the filter."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Name", width: 10, grows: true),
        .init(heading: "Kind", width: 8, from: 46),
        .init(heading: "In", width: 2, from: 38),
        .articles(in: canvas.columns),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { row in
      let isChosen = view.scope.holds(region: row.region.id)
      return [
        [Run(isChosen ? "✓" : row.region.kind.glyph, isChosen ? .hit : .dim)],
        [Run(SafeText(row.region.name), isChosen ? .hit : .text)],
        [Run(SafeText(row.region.kind.rawValue), .dim)],
        [Run(SafeText(row.region.country ?? ""), .dim)],
        [Wording.tally(row.articles)],
      ]
    }
  }
}
