import Archive
import Escalation
import EventData
import Terminal

/// Who does what to whom: a row for each party that acts, a column for each that it is done to,
/// and in each cell conflict and cooperation, which are never set off against each other.
package struct DyadsPane: Pane {
  package typealias Content = DrillContent<DyadReading>

  package static let id: PaneID = "dyads"
  package static let title = "Who to whom"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  package static let actions = [
    Action(
      .open, "List what it does, or read the sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  private var reading: DyadReading?
  private var list = DrillList<DyadLine>()

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    list.perform(action, view.size) { Self.loadEvidence(of: $0, view) }
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged: return [load(view, .long)]
    case .archiveChanged: return [load(view, .longAtLeisure)]
    case .resized: list.fit(view.size)
    case .selected, .opened, .step, .failed: break
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let hit = list.point(at: gesture, view.size)
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return []
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    defer { list.fit(view.size) }
    switch content.part {
    case .evidence(let found, let id):
      list.show(found, of: id)
      return []
    case .reading(let found):
      reading = found
      return list.show(found.lines).map { [Self.loadEvidence(of: $0, view)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String { list.positionText }

  private func load(_ view: PaneView, _ urgency: Load.Urgency) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("reading", urgency) { source in
      Content(part: .reading(try DyadReading(of: filter, from: source)))
    }
  }

  private static func loadEvidence(of line: DyadLine, _ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("evidence") { source in
      let events = try DyadReading.events(by: line.id, of: filter, from: source)
      return Content(
        part: .evidence(try EvidenceLine.lines(of: events, from: source.archive), of: line.id))
    }
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["Nobody does anything to anybody yet.", "Events that name both sides appear here."]
        : ["Nobody does anything to anybody under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(reading == nil ? EmptyNote.loading : empty, in: &canvas)
    }
    let longest = reading.lines.map(\.name.count).max() ?? 0
    let name = max(10, min(longest, canvas.columns / 4))
    let cell = canvas.columns >= 120 ? 16 : 11
    let targets = reading.targets.prefix(max(1, (canvas.columns - name - 3) / (cell + 2)))
    let table = Table(
      [.init(heading: "Who", width: name)]
        + targets.map {
          .init(heading: SafeText("→ \($0)"), width: cell, alignment: .trailing)
        }, width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { line in
      [[Run(SafeText(line.name), .actor)]]
        + targets.map { target in
          guard let cell = line.cells[target] else { return [Run("·", .dim)] }
          return [
            Run(SafeText("−" + Wording.points(cell.conflict)), .escalation), Run(" "),
            Run(SafeText("+" + Wording.points(cell.cooperation)), .deescalation),
          ]
        }
    }
  }
}
