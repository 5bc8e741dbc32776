import Archive
import Escalation
import EventData
import Terminal

/// Whether it is getting worse, by what, and the sentences that say so.
///
/// Escalation and de-escalation stand side by side and are never set off against
/// each other; every number opens the evidence that it was made from.
struct EscalationPane: DrillPane {
  static let id: PaneID = "escalation"
  static let title = "Escalation"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 15, weight: 3, companion: "reader")
  static let actions = [
    Action(
      .open, "List the evidence, or read its sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  /// Nil inside when there is nothing dated to measure.
  var reading: EscalationReading??
  var list = DrillList<EscalationLine>()

  private var shown: EscalationReading? {
    guard case let reading?? = reading, !reading.isEmpty else { return nil }
    return reading
  }

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> EscalationReading? {
    let filter = view.scope.filter
    return { try EscalationReading(of: filter, from: $0) }
  }

  func sentences(
    of line: EscalationLine, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    let filter = view.scope.filter
    return { source in
      try EvidenceLine.lines(
        of: EscalationReading.events(of: line, under: filter, from: source),
        from: source.archive)
    }
  }

  func position(in view: PaneView) -> String { shown == nil ? "" : list.positionText }

  // MARK: Room

  /// What the whole comes to, and a warning where it is due.
  func headRows(_ view: PaneView) -> Int {
    guard view.size.rows >= 8, list.opened == nil, let shown else { return 0 }
    return EscalationDrawing.headRows(of: shown)
  }

  /// A row for what does not count.
  func footRows(_ view: PaneView) -> Int {
    let hasRoom = view.size.rows >= 17 && list.opened == nil
    return hasRoom && shown?.excluded.isEmpty == false ? 1 : 0
  }

  // MARK: Drawing

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard let shown else { return drawEmpty(in: &canvas, view.scope) }
    if headRows(view) > 0 { EscalationDrawing.head(of: shown, in: &canvas) }
    let columns = view.size.columns
    drawList(EscalationDrawing.table(in: columns), in: &canvas, view: view) {
      EscalationDrawing.cells(of: $0, in: columns)
    }
    let foot = Rectangle(
      column: 0, row: headRows(view) + body(of: view).rows, columns: columns,
      rows: footRows(view))
    guard !foot.isEmpty else { return }
    canvas.inside(foot) { EscalationDrawing.foot(of: shown, in: &$0) }
  }

  private func drawEmpty(in canvas: inout Canvas, _ scope: Scope) {
    let note: [SafeText] =
      reading == nil
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
