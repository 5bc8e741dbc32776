import Archive
import EventData
import Terminal

/// Who did what to whom, those of the newest article first, whether it counts or not; a filter
/// by actors shows what they did or suffered.
struct EventsPane: PagedPane {
  static let id: PaneID = "events"
  static let title = "Events"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "Read the event in its article", hint: "read",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  var list = RowList<EventRow>(isOneWay: true)

  func subject(in view: PaneView) -> MarkSubject? {
    list.window.selected.map { .event($0.id) }
  }

  func open(_ row: EventRow) -> PaneRequest { .open(row.article, at: row.event.sentence) }

  func page(_ request: RowPage<EventRow>.Request, _ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.page(request, by: \.key) { source, key, count in
      try source.archive.events(filter, after: key, limit: count)
    }
  }

  func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])? {
    let filter = view.scope.filter
    return { source in
      let rows = try WholeList.rows(by: \.key) {
        try source.archive.events(filter, after: $0, limit: $1)
      }
      return [EventRow.headings] + rows.map(\.fields)
    }
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No events yet.", "They appear with the first articles in which something happens."]
        : ["Nothing happens under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let name = max(12, min(26, canvas.columns / 5))
    let day = Table.Column.day("Date", in: canvas.columns, weekdayFrom: 74, from: 50)
    let table = Table(
      [
        day,
        .init(heading: "Who", width: name, isSubject: true),
        .init(heading: "What", width: 12, grows: canvas.columns < 100, isSubject: true),
        .init(heading: "Ind.", width: 4, from: 44),
        .init(heading: "To whom", width: name, grows: canvas.columns >= 100, isSubject: true),
        .init(heading: "Status", width: 10, from: 64),
        .init(heading: "Says who", width: 18, from: 124),
        .init(heading: "Outlet", width: 14, from: 92),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { Self.cells(of: $0, in: day) }
  }

  private static func cells(of row: EventRow, in day: Table.Column) -> [[Run]] {
    let event = row.event
    let isReal = ![.negated, .denied, .background].contains(event.status)
    let role: Role = event.goldstein < 0 ? .escalation : .deescalation
    let mode = event.mode.map { "/\($0)" } ?? ""
    return [
      [Run(date: event.date, else: row.published?.day, in: day)],
      [Run(SafeText(event.source?.name ?? "somebody"), event.source == nil ? .dim : .actor)],
      [Run(SafeText(event.category.rawValue.lowercased() + mode), isReal ? role : .dim)],
      [Run(SafeText(event.indicator ?? ""), .key)],
      [Run(SafeText(event.target?.name ?? "—"), event.target == nil ? .dim : .actor)],
      [Run(SafeText(event.status.rawValue), isReal ? .text : .contested)],
      [Run(SafeText(event.origin ?? "—"), .dim)],
      [Run(SafeText(row.outlet ?? "—"), .dim)],
    ]
  }
}
