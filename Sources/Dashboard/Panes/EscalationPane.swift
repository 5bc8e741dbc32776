import Archive
import Escalation
import EventData
import Terminal

/// Whether it is getting worse, by what, and the sentences that say so.
///
/// Escalation and de-escalation stand side by side and are never set off against
/// each other; every number opens the evidence that it was made from.
package struct EscalationPane: Pane {
  /// Nil when there is nothing dated to measure.
  package typealias Content = DrillContent<EscalationReading?>

  package static let id: PaneID = "escalation"
  package static let title = "Escalation"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 15, weight: 1, companion: "reader")
  package static let actions = [
    Action(
      .open, "List the evidence, or read its sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  private var reading: EscalationReading?
  private var isLoaded = false
  private var list = DrillList<EscalationLine>()

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    defer { fit(view) }
    return list.perform(action, body(of: view)) { Self.loadEvidence(of: $0, view) }
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged: return [load(view, .long)]
    case .archiveChanged: return [load(view, .longAtLeisure)]
    case .resized: fit(view)
    case .selected, .opened, .step, .failed: break
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let head = headRows(view)
    let moved: Pointing =
      switch gesture {
      case .press(let row): .press(row: row - head)
      case .doubleClick(let row): .doubleClick(row: row - head)
      case .wheel: gesture
      }
    let hit = list.point(at: moved, body(of: view))
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return []
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    defer { fit(view) }
    switch content.part {
    case .evidence(let found, let id):
      list.show(found, of: id)
      return []
    case .reading(let found):
      reading = found
      isLoaded = true
      return list.show(found?.lines ?? []).map { [Self.loadEvidence(of: $0, view)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String {
    reading?.isEmpty == false ? list.positionText : ""
  }

  private func load(_ view: PaneView, _ urgency: Load.Urgency) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("reading", urgency) { source in
      Content(part: .reading(try EscalationReading(of: filter, from: source)))
    }
  }

  private static func loadEvidence(of line: EscalationLine, _ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("evidence") { source in
      let events = try EscalationReading.events(of: line, under: filter, from: source)
      return Content(
        part: .evidence(try EvidenceLine.lines(of: events, from: source.archive), of: line.id))
    }
  }

  // MARK: Room

  /// Rows above the list: what the whole comes to, and a warning where it is due.
  private func headRows(_ view: PaneView) -> Int {
    guard view.size.rows >= 8, list.opened == nil, let reading, !reading.isEmpty else { return 0 }
    return EscalationDrawing.headRows(of: reading)
  }

  /// A row below the list for what does not count.
  private func footRows(_ view: PaneView) -> Int {
    let hasRoom = view.size.rows >= 17 && list.opened == nil
    return hasRoom && reading?.excluded.isEmpty == false ? 1 : 0
  }

  private func body(of view: PaneView) -> Size {
    Size(
      columns: view.size.columns, rows: view.size.rows - headRows(view) - footRows(view))
  }

  private mutating func fit(_ view: PaneView) { list.fit(body(of: view)) }

  // MARK: Drawing

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !reading.isEmpty else { return drawEmpty(in: &canvas, view.scope) }
    let head = headRows(view)
    if head > 0 { EscalationDrawing.head(of: reading, in: &canvas) }
    var inner = view
    inner.size = body(of: view)
    let size = inner.size
    let part = Rectangle(column: 0, row: head, columns: size.columns, rows: size.rows)
    canvas.inside(part) { canvas in
      list.draw(
        EscalationDrawing.table(in: size.columns), in: &canvas, view: inner,
        cells: { EscalationDrawing.cells(of: $0, in: size.columns) })
    }
    let foot = Rectangle(
      column: 0, row: head + size.rows, columns: size.columns, rows: footRows(view))
    guard !foot.isEmpty else { return }
    canvas.inside(foot) { EscalationDrawing.foot(of: reading, in: &$0) }
  }

  private func drawEmpty(in canvas: inout Canvas, _ scope: Scope) {
    let note: [SafeText] =
      !isLoaded
      ? EmptyNote.loading
      : scope.isEmpty
        ? [
          "No evidence of escalation.",
          "No dated article reports an indicator.",
        ]
        : ["No evidence of escalation under the filter.", "Esc shows all articles again."]
    EmptyNote.draw(note, in: &canvas)
  }
}
