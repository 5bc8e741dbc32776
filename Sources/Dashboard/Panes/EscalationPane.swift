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
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .charts, "Families as charts, or as a list", keys: [.character("C")], in: .pane(id)),
  ]

  /// Nil inside when there is nothing dated to measure.
  var reading: EscalationReading??
  var list = DrillList<EscalationLine>()
  /// Whether the families are shown as small multiples.
  private var showsCharts = false

  private var shown: EscalationReading? {
    guard case let reading?? = reading, !reading.isEmpty else { return nil }
    return reading
  }

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .charts else { return drill(action, in: view) }
    guard let shown else { return [.say("Nothing to chart")] }
    showsCharts.toggle()
    _ = list.show(lines(of: shown))
    fit(in: view)
    return []
  }

  /// Charts are of the families that escalate alone, which share a scale: the cursor goes from one
  /// to the next.
  func lines(of reading: EscalationReading?) -> [EscalationLine] {
    let lines = reading.lines
    return showsCharts ? lines.filter { $0.kind == .family && !$0.calms } : lines
  }

  mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let inside = gesture.below(headRows(view))
    guard showsCharts, list.opened == nil, let shown else { return drill(inside, in: view) }
    if case .wheel(let lines) = gesture.kind {
      return perform(lines < 0 ? .up : .down, in: view) ?? []
    }
    let multiples = multiples(of: shown, in: view)
    guard let index = multiples.index(column: inside.column, row: inside.row) else { return [] }
    return choose(lines(of: shown)[index], by: gesture, in: view)
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
    if showsCharts, list.opened == nil { return drawCharts(of: shown, in: &canvas, view: view) }
    drawList(EscalationDrawing.table(in: columns), in: &canvas, view: view) {
      EscalationDrawing.cells(of: $0, in: columns)
    }
    let foot = Rectangle(
      column: 0, row: headRows(view) + body(of: view).rows, columns: columns,
      rows: footRows(view))
    guard !foot.isEmpty else { return }
    canvas.inside(foot) { EscalationDrawing.foot(of: shown, in: &$0) }
  }

  private func drawCharts(
    of shown: EscalationReading, in canvas: inout Canvas, view: PaneView
  ) {
    let multiples = multiples(of: shown, in: view)
    let selected = lines(of: shown).firstIndex { $0.id == list.selected?.id }
    canvas.inside(chartArea(in: view)) {
      multiples.draw(selected: selected, isFocused: view.isFocused, in: &$0)
    }
    let scale = "each chart up to \(Wording.points(multiples.top)) points"
    canvas.write(
      "\(EscalationReading.course) days to \(Wording.day(shown.record.day)); \(scale)", at: 2,
      canvas.rows - 1, role: .dim, limit: Columns(max(0, canvas.columns - 3)))
  }

  private func multiples(of shown: EscalationReading, in view: PaneView) -> SmallMultiples {
    SmallMultiples(lines(of: shown).map(\.chart), in: chartArea(in: view).size)
  }

  /// Between the head and the line that tells the scale.
  private func chartArea(in view: PaneView) -> Rectangle {
    let head = headRows(view)
    return Rectangle(
      column: 0, row: head, columns: view.size.columns, rows: view.size.rows - head - 1)
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

extension EscalationLine {
  fileprivate var chart: SmallMultiples.Chart {
    SmallMultiples.Chart(
      code: code, name: name, note: Wording.points(value), values: course,
      role: .escalation)
  }
}

extension Action.ID {
  fileprivate static let charts: Self = "charts"
}
