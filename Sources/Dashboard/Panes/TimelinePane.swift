import Archive
import Escalation
import EventData
import Terminal

/// What happened when, by the days of the events and not of the articles: by day, week or month,
/// with what is announced marked, and history folded away.
struct TimelinePane: DrillPane {
  static let id: PaneID = "timeline"
  static let title = "Timeline"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
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
  var reading: TimelineReading?
  var list = DrillList<TimelineLine>()

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    switch action {
    case .turn where list.opened == nil: grain = grain.next
    case .fold where list.opened == nil: unfolds.toggle()
    default: return drill(action, in: view)
    }
    return [load(.later, view)]
  }

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> TimelineReading {
    let filter = view.scope.filter
    return { [grain, unfolds] source in
      try TimelineReading(by: grain, unfolds: unfolds, of: filter, from: source)
    }
  }

  func sentences(
    of line: TimelineLine, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    let filter = view.scope.filter
    return { [grain] source in
      let events = try line.period.map {
        try TimelineReading.events(in: $0, by: grain, of: filter, from: source)
      }
      return try EvidenceLine.lines(of: events ?? [], from: source.archive)
    }
  }

  // MARK: Drawing

  func footRows(_ view: PaneView) -> Int {
    let isFolded = (reading?.folded ?? 0) > 0
    return list.opened == nil && isFolded && view.size.rows >= 8 ? 1 : 0
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
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
    drawList(table, in: &canvas, view: view) { Self.cells(of: $0, most: most, bar: bar) }
    guard footRows(view) > 0 else { return }
    canvas.write(
      SafeText("\(Wording.count(reading.folded, "report")) of history folded; f unfolds"),
      at: 2, body(of: view).rows, role: .dim, limit: Columns(max(0, canvas.columns - 3)))
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
