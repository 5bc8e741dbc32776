import Archive
import EventData
import Terminal

/// Who said what, those of the newest article first; a filter by actors shows what they said.
struct StatementsPane: PagedPane {
  enum Content: Sendable {
    case page(RowPage<StatementRow>)
    /// Which of the statements shown are contested.
    case contested(Set<Int64>)
  }

  static let id: PaneID = "statements"
  static let title = "Statements"
  static let placement = Placement(
    ofTwo: 1, ofThree: 2, minimumRows: 6, weight: 2, companion: "reader")
  static let actions = [
    Action(
      .open, "Read the statement in its article", hint: "read",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .sort, "Sort by day, direct speech, speaker, act", keys: [.character("S")], in: .pane(id)),
  ]

  var list = RowList<StatementRow>(isOneWay: true)
  private var order = StatementOrder.newest
  /// Of the statements listed, those that another voice contradicts.
  private var contested: Set<Int64> = []

  var arrangement: String? { order.wording }

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .sort else { return move(action, in: view) }
    order = order.next
    return [page(list.window.reset(), view)]
  }

  static func content(_ page: RowPage<StatementRow>) -> Content { .page(page) }

  mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    switch content {
    case .page(let page): return take(page, in: view) + [markContested()]
    case .contested(let statements): contested = statements
    }
    return []
  }

  /// Asks which statements are contested, beside the list: it may take longer than a page.
  private func markContested() -> PaneRequest {
    let rows = list.window.rows
    return Self.load("contested", .later) {
      .contested(try $0.archive.contested(among: rows))
    }
  }

  func subject(in view: PaneView) -> MarkSubject? {
    list.window.selected.map { .statement($0.id) }
  }

  func open(_ row: StatementRow) -> PaneRequest { .open(row.article, at: row.statement.extent) }

  func page(_ request: RowPage<StatementRow>.Request, _ view: PaneView) -> PaneRequest {
    let (filter, order) = (view.scope.filter, order)
    guard order == .newest else {
      return rankedPage(request) { source, count in
        let newest = try source.archive.statements(filter, limit: StatementOrder.most)
        return Array(order.sorted(newest).prefix(count))
      }
    }
    return Self.page(request, by: \.key) { source, key, count in
      try source.archive.statements(filter, after: key, limit: count)
    }
  }

  func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])? {
    let filter = view.scope.filter
    return { source in
      let rows = try WholeList.rows(by: \.key) {
        try source.archive.statements(filter, after: $0, limit: $1)
      }
      return [StatementRow.headings] + rows.map(\.fields)
    }
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No statements yet.", "They appear with the first articles in which somebody speaks."]
        : ["Nothing said under the filter."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let day = Table.Column.day("Date", in: canvas.columns, from: 84)
    let table = Table(
      [
        day,
        .init(heading: "Speaker", width: min(22, canvas.columns / 4)),
        .init(heading: "Act", width: 9, from: 52),
        .init(heading: "Content", width: 10, grows: true),
        .init(heading: "Outlet", width: 14, from: 68),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { row in
      [
        [Run(day: row.published?.day, in: day)],
        [
          Run(
            SafeText(row.statement.speaker?.name ?? "unnamed"),
            row.statement.speaker == nil ? .dim : .actor)
        ],
        [Run(SafeText(row.statement.act.verb), row.statement.act.role)],
        (contested.contains(row.id) ? [Run("≠ ", .contested)] : []) + Self.content(of: row),
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
