import Archive
import EventData
import Terminal

/// How many, of what, according to whom: figures as the articles give them, newest first, and
/// the course of the chosen one by origin.
struct FiguresPane: PagedPane {
  static let id: PaneID = "figures"
  static let title = "Figures"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "Read the figure in its article", hint: "read",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  var list = RowList<FigureRow>(isOneWay: true)

  func open(_ row: FigureRow) -> PaneRequest { .open(row.article, at: row.figure.sentence) }

  func page(_ request: RowPage<FigureRow>.Request, _ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.page(request, by: \.key) { source, key, count in
      try source.archive.figures(filter, after: key, limit: count)
    }
  }

  // MARK: Drawing

  /// Rows of the course by origin, a rule included.
  func footRows(_ size: Size) -> Int { size.rows >= 16 ? 6 : 0 }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No figures yet.", "They appear with the first articles that count something."]
        : ["No figures under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let day = Table.Column.day("Date", in: canvas.columns, from: 50)
    let table = Table(
      [
        day,
        .init(heading: "Figure", width: 15, alignment: .trailing),
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
      list.draw(table, in: &$0, view: inner) { Self.cells(of: $0, in: day) }
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
    if let lower = figure.lower { return "\(number(lower))–\(number(figure.quantity))" }
    return sign + number(figure.quantity)
  }

  private static func number(_ quantity: Double) -> String {
    quantity == quantity.rounded() && abs(quantity) < 1e15
      ? Wording.grouped(Int(quantity)) : "\(quantity)"
  }

  private static func cells(of row: FigureRow, in day: Table.Column) -> [[Run]] {
    let figure = row.figure
    return [
      [Run(day: row.published?.day, in: day)],
      [Run(SafeText(quantity(of: figure)), .figure)], [Run(SafeText(figure.unit))],
      [Run(SafeText(figure.subject ?? ""), .dim)],
      [Run(figure.isStock ? "stock" : "flow", .dim)],
      [Run(SafeText(figure.origin ?? "—"), .actor)], [Run(SafeText(row.outlet ?? "—"), .dim)],
    ]
  }
}
