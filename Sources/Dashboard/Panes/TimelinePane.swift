import Archive
import Escalation
import EventData
import Terminal

/// What happened when, by the days of the events and not of the articles: by day, week or month,
/// with what is announced marked, and history folded away.
package struct TimelinePane: Pane {
  package typealias Content = DrillContent<TimelineReading>

  package static let id: PaneID = "timeline"
  package static let title = "Timeline"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  package static let actions = [
    Action(
      .open, "List the events, or read the sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .turn, "By day, by week, by month", hint: "grain", keys: [.character("t")], in: .pane(id)),
    Action(
      .fold, "Show history by year, or fold it", hint: "history", keys: [.character("f")],
      in: .pane(id)),
  ]

  private var grain = TimelineGrain.day
  private var unfolds = false
  private var reading: TimelineReading?
  private var list = DrillList<TimelineLine>()

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    switch action {
    case .turn where list.opened == nil:
      grain = grain.next
      return [load(view, .later)]
    case .fold where list.opened == nil:
      unfolds.toggle()
      return [load(view, .later)]
    default:
      return list.perform(action, body(of: view)) { [grain] in
        Self.loadEvidence(of: $0, grain, view)
      }
    }
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged: return [load(view, .long)]
    case .archiveChanged: return [load(view, .longAtLeisure)]
    case .resized: list.fit(body(of: view))
    case .selected, .opened, .step, .failed: break
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let hit = list.point(at: gesture, body(of: view))
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return []
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    defer { list.fit(body(of: view)) }
    switch content.part {
    case .evidence(let found, let id):
      list.show(found, of: id)
      return []
    case .reading(let found):
      reading = found
      return list.show(found.lines).map { [Self.loadEvidence(of: $0, grain, view)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String { list.positionText }

  private func load(_ view: PaneView, _ urgency: Load.Urgency) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("reading", urgency) { [grain, unfolds] source in
      Content(
        part: .reading(
          try TimelineReading(by: grain, unfolds: unfolds, of: filter, from: source)))
    }
  }

  private static func loadEvidence(
    of line: TimelineLine, _ grain: TimelineGrain, _ view: PaneView
  ) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("evidence") { source in
      let events = try line.period.map {
        try TimelineReading.events(in: $0, by: grain, of: filter, from: source)
      }
      return Content(
        part: .evidence(
          try EvidenceLine.lines(of: events ?? [], from: source.archive), of: line.id))
    }
  }

  // MARK: Drawing

  private func footRows(_ view: PaneView) -> Int {
    let isFolded = !unfolds && (reading?.background ?? 0) > 0
    return list.opened == nil && isFolded && view.size.rows >= 8 ? 1 : 0
  }

  private func body(of view: PaneView) -> Size {
    Size(columns: view.size.columns, rows: view.size.rows - footRows(view))
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["Nothing on the timeline yet.", "It shows events that speak for escalation or calm."]
        : ["Nothing on the timeline under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(reading == nil ? EmptyNote.loading : empty, in: &canvas)
    }
    let most = max(1, reading.lines.map { max($0.escalation, $0.calm) }.max() ?? 1)
    let bar = max(10, min(40, (canvas.columns - 60) / 2))
    let table = Table(
      [
        .init(heading: SafeText("By \(grain.rawValue)"), width: 18),
        .init(heading: "Escalation", width: bar, from: 60),
        .init(heading: "", width: 6, alignment: .trailing),
        .init(heading: "Calm", width: bar, from: 60),
        .init(heading: "", width: 6, alignment: .trailing),
        .init(heading: "", width: 9, grows: true),
      ], width: canvas.columns)
    var inner = view
    inner.size = body(of: view)
    let size = inner.size
    canvas.inside(Rectangle(column: 0, row: 0, columns: size.columns, rows: size.rows)) {
      list.draw(table, in: &$0, view: inner) { Self.cells(of: $0, most: most, bar: bar) }
    }
    guard footRows(view) > 0 else { return }
    canvas.write(
      SafeText("\(Wording.count(reading.background, "report")) of history folded; f unfolds"),
      at: 2, size.rows, role: .dim, limit: Columns(max(0, canvas.columns - 3)))
  }

  private static func cells(of line: TimelineLine, most: Double, bar: Int) -> [[Run]] {
    let name = [Run(SafeText(line.name), line.isAhead || line.isBackground ? .dim : .text)]
    if line.isBackground {
      return [name, [], [Wording.tally(line.counts.escalation)], [], [], [Run("history", .dim)]]
    }
    return [
      name, Bar.runs(line.escalation / most, columns: bar, role: .escalation),
      [Wording.tally(line.counts.escalation)],
      Bar.runs(line.calm / most, columns: bar, role: .deescalation),
      [Wording.tally(line.counts.calm)],
      line.isAhead ? [Run("announced", .warning)] : [],
    ]
  }
}
