import Archive
import Escalation
import EventData
import Terminal

/// Whether it is getting worse, by what, and the sentences that say so.
///
/// Escalation and de-escalation stand side by side and are never set off against
/// each other; every number opens the evidence that it was made from.
package struct EscalationPane: Pane {
  package struct Content: Sendable {
    enum Part: Sendable {
      /// Nil when there is nothing dated to measure.
      case reading(EscalationReading?)
      /// The sentences of a line, which is named by its id.
      case evidence([EvidenceLine], of: String)
    }

    let part: Part
  }

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
  private var lines = RowList<EscalationLine>(isOneWay: true)
  /// The line of which the evidence is listed.
  private var opened: EscalationLine?
  private var evidence = RowList<EvidenceLine>(isOneWay: true)

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    switch action {
    case .open where opened != nil:
      return evidence.window.selected.map { [.open($0.row.article, at: $0.row.span)] }
        ?? []
    case .open: return openEvidence(in: view)
    case .back where opened != nil:
      opened = nil
      fit(view)
    default:
      let moves = opened == nil ? lines.perform(action) != nil : evidence.perform(action) != nil
      guard moves else { return nil }
    }
    return []
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
    let hit =
      opened == nil
      ? lines.point(at: moved, in: body(of: view)).hit
      : evidence.point(at: moved, in: body(of: view)).hit
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return []
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    switch content.part {
    case .evidence(let found, let id):
      if opened?.id == id { evidence.show(found) }
      fit(view)
      return []
    case .reading(let found):
      reading = found
      isLoaded = true
      lines.show(found?.lines ?? [])
      if let id = opened?.id { opened = found?.lines.first { $0.id == id } }
      fit(view)
      return opened.map { [loadEvidence(of: $0)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String {
    guard reading?.isEmpty == false else { return "" }
    return opened == nil ? lines.window.positionText : evidence.window.positionText
  }

  private func load(_ view: PaneView, _ urgency: Load.Urgency) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("reading", urgency) { source in
      Content(part: .reading(try EscalationReading(of: filter, from: source)))
    }
  }

  private func loadEvidence(of line: EscalationLine) -> PaneRequest {
    Self.load("evidence") { source in
      Content(
        part: .evidence(
          try EvidenceLine.lines(of: line.events, from: source.archive), of: line.id))
    }
  }

  private mutating func openEvidence(in view: PaneView) -> [PaneRequest] {
    guard let line = lines.window.selected else { return [] }
    guard !line.events.isEmpty else { return [.say("No evidence for \(line.name.lowercased())")] }
    opened = line
    evidence = RowList(isOneWay: true)
    fit(view)
    return [loadEvidence(of: line)]
  }

  // MARK: Room

  /// Rows above the list: what the whole comes to, and a warning where it is due.
  private func headRows(_ view: PaneView) -> Int {
    guard view.size.rows >= 8, let reading, !reading.isEmpty else { return 0 }
    return opened != nil ? 1 : EscalationDrawing.headRows(of: reading)
  }

  /// Rows below the list: for the whole sentence, or for what does not count.
  private func footRows(_ view: PaneView) -> Int {
    if opened != nil { return view.size.rows >= 9 ? 4 : 0 }
    return view.size.rows >= 17 && reading?.excluded.isEmpty == false ? 1 : 0
  }

  private func body(of view: PaneView) -> Size {
    Size(
      columns: view.size.columns, rows: view.size.rows - headRows(view) - footRows(view))
  }

  private mutating func fit(_ view: PaneView) {
    if opened == nil { lines.fit(body(of: view)) } else { evidence.fit(body(of: view)) }
  }

  // MARK: Drawing

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !reading.isEmpty else { return drawEmpty(in: &canvas, view.scope) }
    let head = headRows(view)
    if head > 0 {
      if let opened {
        drawHead(of: opened, in: &canvas)
      } else {
        EscalationDrawing.head(of: reading, in: &canvas)
      }
    }
    let size = body(of: view)
    let part = Rectangle(column: 0, row: head, columns: size.columns, rows: size.rows)
    var inner = view
    inner.size = size
    canvas.inside(part) { canvas in
      if opened == nil {
        lines.draw(
          EscalationDrawing.table(in: size.columns), in: &canvas, view: inner,
          cells: { EscalationDrawing.cells(of: $0, in: size.columns) })
      } else {
        evidence.draw(
          EvidenceDrawing.table(in: size.columns), in: &canvas, view: inner,
          cells: EvidenceDrawing.cells)
      }
    }
    let foot = Rectangle(
      column: 0, row: head + size.rows, columns: size.columns, rows: footRows(view))
    guard !foot.isEmpty else { return }
    canvas.inside(foot) { canvas in
      if opened == nil {
        EscalationDrawing.foot(of: reading, in: &canvas)
      } else if let line = evidence.window.selected {
        EvidenceDrawing.sentence(of: line, in: &canvas)
      }
    }
  }

  private func drawHead(of line: EscalationLine, in canvas: inout Canvas) {
    canvas.write(
      [
        Run(SafeText(line.code), .key), Run(SafeText("  \(line.name)"), .heading),
        Run(SafeText(" · " + Wording.count(line.events.count, "event")), .dim),
      ], at: 2, 0, limit: Columns(max(0, canvas.columns - 3)))
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
