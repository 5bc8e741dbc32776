import Archive
import Escalation
import EventData
import Terminal

/// Who does what to whom: a row for each party that acts, a column for each that it is done to,
/// and in each cell conflict and cooperation, which are never set off against each other. Below
/// the rows each cell has a line of its own, so that it can be opened, however many there are.
struct DyadsPane: DrillPane {
  static let id: PaneID = "dyads"
  static let title = "Who to whom"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "List what it does, or read the sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  var reading: DyadReading?
  var list = DrillList<DyadLine>()

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> DyadReading {
    let filter = view.scope.filter
    return { try DyadReading(of: filter, from: $0) }
  }

  func sentences(
    of line: DyadLine, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    let filter = view.scope.filter
    return { source in
      try EvidenceLine.lines(
        of: DyadReading.events(behind: line, of: filter, from: source), from: source.archive)
    }
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["Nobody does anything to anybody yet.", "Events that name both sides appear here."]
        : ["Nobody does anything to anybody under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(reading == nil ? EmptyNote.loading : empty, in: &canvas)
    }
    let longest = reading.lines.map(\.name.count).max() ?? 0
    let name = max(10, min(longest, canvas.columns / 3))
    let cell = canvas.columns >= 120 ? 16 : 11
    let targets = reading.targets.prefix(max(1, (canvas.columns - name - 3) / (cell + 2) - 1))
    let table = Table(
      [
        .init(heading: "Who", width: name),
        .init(heading: "in all", width: cell, alignment: .trailing),
      ]
        + targets.map {
          .init(heading: SafeText("→ \($0)"), width: cell, alignment: .trailing)
        }, width: canvas.columns)
    drawList(table, in: &canvas, view: view) { line in
      [[Run(SafeText(line.name), .actor)], Self.numbers(line.total)]
        + targets.map { target in
          line.cells[target].map(Self.numbers) ?? (line.target == nil ? [Run("·", .dim)] : [])
        }
    }
  }

  private static func numbers(_ cell: DyadLine.Cell) -> [Run] {
    [
      Run(SafeText("−" + Wording.points(cell.conflict)), .escalation), Run(" "),
      Run(SafeText("+" + Wording.points(cell.cooperation)), .deescalation),
    ]
  }
}
