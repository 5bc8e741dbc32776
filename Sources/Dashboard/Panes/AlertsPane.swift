import Archive
import Escalation
import EventData
import Terminal

/// What a person should look at, the newest first; what was seen steps back.
package struct AlertsPane: Pane {
  package struct Line: EventLine {
    package let id: String
    let row: AlertRow
    let code: String
    let name: String
    var events: [EventShare] {
      row.events.map { EventShare(event: $0, value: row.alert.value) }
    }
  }

  package typealias Content = DrillContent<[Line]>

  package static let id: PaneID = "alerts"
  package static let title = "Alerts"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  package static let actions = [
    Action(
      .open, "List the evidence, or read its sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .acknowledge, "Note that the alert was seen", hint: "seen", keys: [.character("a")],
      in: .pane(id), capability: .writes),
  ]
  /// Alerts read at most.
  private static let most = 500

  private var isLoaded = false
  private var list = DrillList<Line>()

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .acknowledge else {
      return list.perform(action, body(of: view), load: loadEvidence)
    }
    guard let row = list.selected?.row, row.acknowledgedBy == nil else { return [] }
    let filter = view.scope.filter
    return [
      Self.load("reading") { source in
        guard let acknowledge = source.readership.acknowledge else {
          throw LoadFailure("Only for reading")
        }
        try acknowledge(row.id)
        return try Self.content(of: filter, from: source)
      }
    ]
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged, .archiveChanged:
      let filter = view.scope.filter
      return [Self.load("reading", .later) { try Self.content(of: filter, from: $0) }]
    case .resized: list.fit(body(of: view))
    case .selected, .opened, .step, .failed: break
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let moved: Pointing =
      switch gesture {
      case .press(let row): .press(row: row - headRows(view))
      case .doubleClick(let row): .doubleClick(row: row - headRows(view))
      case .wheel: gesture
      }
    let hit = list.point(at: moved, body(of: view))
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return []
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    defer { list.fit(body(of: view)) }
    switch content.part {
    case .evidence(let found, let id):
      list.show(found, of: id)
      return []
    case .reading(let lines):
      isLoaded = true
      return list.show(lines).map { [loadEvidence(of: $0)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String { list.positionText }

  private static func content(
    of filter: ArticleFilter, from source: LoadSource
  ) throws(ArchiveError) -> Content {
    let archive = source.archive
    guard let day = try archive.lastEscalationDay() else { return Content(part: .reading([])) }
    let names = try archive.scopeNames()
    let rows = try archive.alerts(
      through: day, about: archive.events(under: filter), limit: most)
    return Content(
      part: .reading(
        rows.map { row in
          Line(
            id: "\(row.id)", row: row, code: row.alert.rule.rawValue,
            name: row.text(source.catalogue, names: names))
        }))
  }

  private func loadEvidence(of line: Line) -> PaneRequest {
    Self.load("evidence") { source in
      Content(
        part: .evidence(
          try EvidenceLine.lines(of: line.events, from: source.archive), of: line.id))
    }
  }

  // MARK: Drawing

  /// A row above the list tells what a filter hides.
  private func headRows(_ view: PaneView) -> Int {
    list.opened == nil && !list.isEmpty && !view.scope.isEmpty && view.size.rows >= 8 ? 1 : 0
  }

  private func body(of view: PaneView) -> Size {
    Size(columns: view.size.columns, rows: view.size.rows - headRows(view))
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No alerts.", "Nothing stands out from what was usual."]
        : [
          "No alert about an event under the filter.",
          "Alerts about all articles show without a filter: Esc.",
        ]
      return EmptyNote.draw(isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Since", width: 10),
        .init(heading: "Rule", width: 13, from: 56),
        .init(heading: "What", width: 10, grows: true),
        .init(heading: "Seen by", width: 12, from: 84),
      ], width: canvas.columns)
    var inner = view
    inner.size = body(of: view)
    if inner.size != view.size {
      canvas.write(
        "Of events under the filter; alerts about all articles show without it", at: 2, 0,
        role: .dim, limit: Columns(max(0, canvas.columns - 3)))
    }
    let part = Rectangle(
      column: 0, row: view.size.rows - inner.size.rows, columns: inner.size.columns,
      rows: inner.size.rows)
    canvas.inside(part) { list.draw(table, in: &$0, view: inner, cells: Self.cells) }
  }

  private static func cells(of line: Line) -> [[Run]] {
    let isOpen = line.row.acknowledgedBy == nil
    return [
      [isOpen ? Run("!", .warning) : Run("✓", .dim)],
      [Run(SafeText(line.row.alert.day.iso), .dim)],
      [Run(SafeText(line.code), isOpen ? .heading : .dim)],
      [Run(SafeText(line.name), isOpen ? .text : .dim)],
      [Run(SafeText(line.row.acknowledgedBy ?? ""), .dim)],
    ]
  }
}
