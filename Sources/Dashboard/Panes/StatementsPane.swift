import Archive
import EventData
import Terminal

/// Who said what, those of the newest article first; a filter by actors shows what they said.
package struct StatementsPane: Pane {
  package static let id: PaneID = "statements"
  package static let title = "Statements"
  package static let placement = Placement(
    ofTwo: 1, ofThree: 2, minimumRows: 6, weight: 2, companion: "reader")
  package static let actions = [
    Action(
      .open, "Read the statement in its article", hint: "read",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  private var list = RowList<StatementRow>(isOneWay: true)

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open {
      return list.window.selected.map { [.open($0.article, at: $0.statement.extent)] } ?? []
    }
    return list.perform(action).map { load($0, view) }
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged: return load(list.window.reset(), view)
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

  package mutating func receive(_ page: RowPage<StatementRow>, in view: PaneView)
    -> [PaneRequest]
  {
    load(list.window.receive(page), view)
  }

  package func position(in view: PaneView) -> String { list.window.positionText }

  private func load(_ request: RowPage<StatementRow>.Request?, _ view: PaneView) -> [PaneRequest] {
    guard let request else { return [] }
    let filter = view.scope.filter
    return [
      Self.load("page") { source in
        let (key, count): (StatementKey?, Int) =
          switch request {
          case .start(let count): (nil, count)
          case .after(let row): (row.key, RowPage<StatementRow>.size)
          // A list of one way asks for nothing else.
          case .end, .before, .around: (nil, RowPage<StatementRow>.size)
          }
        let rows = try source.archive.statements(filter, after: key, limit: count)
        return RowPage(
          request, rows: rows, reachesStart: key == nil, reachesEnd: rows.count < count)
      }
    ]
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No statements yet.", "They appear with the first articles in which somebody speaks."]
        : ["Nothing said under the filter."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let table = Table(
      [
        .init(heading: "Date", width: 10, from: 84),
        .init(heading: "Speaker", width: min(22, canvas.columns / 4)),
        .init(heading: "Act", width: 9, from: 52),
        .init(heading: "Content", width: 10, grows: true),
        .init(heading: "Outlet", width: 14, from: 68),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { row in
      [
        [Run(SafeText(row.published?.day.iso ?? "undated"), .dim)],
        [
          Run(
            SafeText(row.statement.speaker?.name ?? "unnamed"),
            row.statement.speaker == nil ? .dim : .actor)
        ],
        [Run(SafeText(row.statement.act.verb), row.statement.act.role)],
        Self.content(of: row),
        [Run(SafeText(row.outlet ?? "—"), .dim)],
      ]
    }
  }

  /// Words in quotation marks only where the text quotes them.
  private static func content(of row: StatementRow) -> [Run] {
    let marks: Set<Unicode.Scalar> = ["“", "”", "„", "«", "\""]
    let hasMarks = row.content.unicodeScalars.first.map(marks.contains) ?? true
    let role: Role = row.statement.kind == .indirect ? .statement : .quotation
    return row.statement.kind == .direct && !hasMarks
      ? [Run("“", role), Run(SafeText(row.content), role), Run("”", role)]
      : [Run(SafeText(row.content), role)]
  }
}
