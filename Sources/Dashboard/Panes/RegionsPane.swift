import Archive
import EventData
import Terminal

/// The regions of the articles under the filter, those with most articles first, or as a tree of
/// countries and what lies in them.
struct RegionsPane: FacetPane {
  static let id: PaneID = "regions"
  static let title = "Regions"
  static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 6, weight: 2, isNarrow: true, companion: "articles")
  static let actions = facetActions("region")
  /// Regions among which names are looked for.
  private static let most = 20_000

  var list = RowList<FacetLine<RegionRow>>(isOneWay: true)
  var wanted: String?
  var isTree = false

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    choose(action, in: view)
  }

  static func lists(_ facet: Facet) -> Bool {
    if case .region = facet { true } else { false }
  }

  static func items(
    _ filter: ArticleFilter, matching: String?, limit: Int, in archive: ArchiveReader
  ) throws -> [RegionRow] {
    guard let words = matching?.lowercased() else {
      return try archive.regions(filter, limit: limit)
    }
    let fitting = try archive.regions(filter, limit: most).filter {
      $0.region.name.lowercased().contains(words)
    }
    return Array(fitting.prefix(limit))
  }

  static func lines(of rows: [RegionRow], asTree: Bool) -> [FacetLine<RegionRow>] {
    asTree ? RegionTree.lines(of: rows) : rows.map { FacetLine($0, $0.facet) }
  }

  static let headings = ["name", "kind", "country", "latitude", "longitude", "articles"]

  static func fields(of row: RegionRow) -> [String] {
    let (region, place) = (row.region, row.region.coordinate)
    return [
      region.name, region.kind.rawValue, region.country ?? "",
      place.map { "\($0.latitude)" } ?? "", place.map { "\($0.longitude)" } ?? "",
      "\(row.articles)",
    ]
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        wanted != nil
        ? ["No region of that name here.", "Esc shows all again."]
        : view.scope.isEmpty
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
        .init(heading: "Heat", width: 4, from: 42),
        .articles(in: canvas.columns),
      ], width: canvas.columns)
    let most = list.window.rows.compactMap(\.row?.articles).max() ?? 1
    list.draw(table, in: &canvas, view: view) { line in
      guard let row = line.row else { return line.headingCells }
      let use = view.scope.use(of: row.facet)
      let indent = Run(SafeText(String(repeating: "  ", count: line.depth)))
      return [
        [use.run(else: row.region.kind.glyph)],
        [indent, Run(SafeText(row.region.name), use.role)],
        [Run(SafeText(row.region.kind.rawValue), .dim)],
        [Run(SafeText(row.region.country ?? ""), .dim)],
        Bar.runs(Double(row.articles) / Double(max(1, most)), columns: 4, role: .level3),
        [Wording.tally(row.articles)],
      ]
    }
  }
}
