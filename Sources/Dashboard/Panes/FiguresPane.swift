import Archive
import EventData
import Terminal

/// How many, of what, according to whom: figures as the articles give them, newest first, and
/// the course of the chosen one by origin.
package struct FiguresPane: Pane {
  package static let id: PaneID = "figures"
  package static let title = "Figures"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  package static let actions = [
    Action(
      .open, "Read the figure in its article", hint: "read",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  private var list = RowList<FigureRow>(isOneWay: true)

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open {
      return list.window.selected.map { [.open($0.article, at: $0.figure.sentence)] } ?? []
    }
    return list.perform(action).map { load($0, view) }
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged: return load(list.window.reset(), view)
    case .archiveChanged: return load(list.window.reload(), view)
    case .resized: list.fit(body(of: view.size))
    case .failed: list.window.giveUp()
    case .selected, .opened, .step: break
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let (hit, request) = list.point(at: gesture, in: body(of: view.size))
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return load(request, view)
  }

  package mutating func receive(
    _ page: RowPage<FigureRow>, in view: PaneView
  ) -> [PaneRequest] {
    load(list.window.receive(page), view)
  }

  package func position(in view: PaneView) -> String { list.window.positionText }

  private func load(_ request: RowPage<FigureRow>.Request?, _ view: PaneView) -> [PaneRequest] {
    guard let request else { return [] }
    let filter = view.scope.filter
    return [
      Self.load("page") { source in
        let (key, count): (EventKey?, Int) =
          switch request {
          case .start(let count): (nil, count)
          case .after(let row): (row.key, RowPage<FigureRow>.size)
          // A list of one way asks for nothing else.
          case .end, .before, .around: (nil, RowPage<FigureRow>.size)
          }
        let rows = try source.archive.figures(filter, after: key, limit: count)
        return RowPage(
          request, rows: rows, reachesStart: key == nil, reachesEnd: rows.count < count)
      }
    ]
  }

  // MARK: Drawing

  /// Rows of the course by origin, a rule included.
  private func footRows(_ size: Size) -> Int { size.rows >= 16 ? 6 : 0 }

  private func body(of size: Size) -> Size {
    Size(columns: size.columns, rows: size.rows - footRows(size))
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No figures yet.", "They appear with the first articles that count something."]
        : ["No figures under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let table = Table(
      [
        .init(heading: "Date", width: 10, from: 50),
        .init(heading: "Figure", width: 13, alignment: .trailing),
        .init(heading: "Unit", width: 10),
        .init(heading: "About", width: 10, grows: true),
        .init(heading: "", width: 5, from: 70),
        .init(heading: "Says who", width: max(14, canvas.columns / 6), from: 58),
        .init(heading: "Outlet", width: 14, from: 90),
      ], width: canvas.columns)
    var inner = view
    inner.size = body(of: view.size)
    let size = inner.size
    canvas.inside(Rectangle(column: 0, row: 0, columns: size.columns, rows: size.rows)) {
      list.draw(table, in: &$0, view: inner, cells: Self.cells)
    }
    let foot = Rectangle(
      column: 0, row: size.rows, columns: size.columns, rows: footRows(view.size))
    guard !foot.isEmpty else { return }
    canvas.inside(foot) { drawCourse(in: &$0) }
  }

  /// The figures of the same unit among those read so far, each origin on a line of its own.
  private func drawCourse(in canvas: inout Canvas) {
    guard let unit = list.window.selected?.figure.unit else { return }
    canvas.horizontalLine(at: 0, 0, columns: canvas.columns)
    let same = list.window.rows.filter { $0.figure.unit == unit }
    let origins = Dictionary(grouping: same) { $0.figure.origin ?? $0.outlet ?? "—" }
      .sorted {
        $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
      }
    for (row, (origin, figures)) in origins.prefix(canvas.rows - 1).enumerated() {
      let course = figures.reversed().map { row in
        "\(Self.quantity(of: row.figure)) (\(row.published?.day.iso ?? "undated"))"
      }
      canvas.write(
        [
          Run(SafeText(origin), .actor), Run(SafeText(" \(unit): "), .dim),
          Run(SafeText(course.joined(separator: " → ")), .figure),
        ], at: 2, row + 1, limit: Columns(max(0, canvas.columns - 3)))
    }
  }

  private static func quantity(of figure: Figure) -> String {
    let sign =
      switch figure.qualifier {
      case "more than", "over", "at least", "no fewer than", "no less than", "well over": "> "
      case "nearly", "almost", "up to", "fewer than", "less than", "under", "at most": "< "
      case nil: ""
      default: "~ "
      }
    let isWhole = figure.quantity == figure.quantity.rounded() && abs(figure.quantity) < 1e15
    return sign + (isWhole ? Wording.grouped(Int(figure.quantity)) : "\(figure.quantity)")
  }

  private static func cells(of row: FigureRow) -> [[Run]] {
    let figure = row.figure
    return [
      [Run(SafeText(row.published?.day.iso ?? "undated"), .dim)],
      [Run(SafeText(quantity(of: figure)), .figure)], [Run(SafeText(figure.unit))],
      [Run(SafeText(figure.subject ?? ""), .dim)],
      [Run(figure.isStock ? "stock" : "flow", .dim)],
      [Run(SafeText(figure.origin ?? "—"), .actor)], [Run(SafeText(row.outlet ?? "—"), .dim)],
    ]
  }
}
