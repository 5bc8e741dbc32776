import Archive
import EventData
import Terminal

/// The regions of the articles under the filter, those with most articles first.
struct RegionsPane: PagedPane {
  static let id: PaneID = "regions"
  static let title = "Regions"
  static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 6, weight: 2, isNarrow: true, companion: "articles")
  static let actions = [
    Action(
      .open, "Filter everything by this region, or stop", hint: "filter",
      keys: [.enter, .character(" "), .character("l"), .right], in: .pane(id))
  ]

  var list = RowList<RegionRow>(isOneWay: true)

  func open(_ row: RegionRow) -> PaneRequest {
    .toggle(.region(id: row.region.id, name: row.region.name))
  }

  func page(_ request: RowPage<RegionRow>.Request, _ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return rankedPage(request) { source, count in
      try source.archive.regions(filter, limit: count)
    }
  }

  /// Whoever filters from here wants to find the same row again, to take the filter away.
  mutating func restart(in view: PaneView) -> RowPage<RegionRow>.Request? {
    view.isFocused ? list.window.reload() : list.window.reset()
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
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
