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
    let events: [EventShare]
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
      return list.perform(action, view.size, load: loadEvidence)
    }
    guard let row = list.selected?.row, row.acknowledgedBy == nil else { return [] }
    return [
      Self.load("reading") { source in
        guard let acknowledge = source.readership.acknowledge else {
          throw LoadFailure("Only for reading")
        }
        try acknowledge(row.id)
        return try Self.content(from: source)
      }
    ]
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest] {
    switch notice {
    case .scopeChanged, .archiveChanged:
      return [Self.load("reading", .later) { try Self.content(from: $0) }]
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
    case .reading(let lines):
      isLoaded = true
      return list.show(lines).map { [loadEvidence(of: $0)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String { list.positionText }

  private static func content(from source: LoadSource) throws(ArchiveError) -> Content {
    guard let day = try source.archive.lastEscalationDay() else {
      return Content(part: .reading([]))
    }
    return Content(
      part: .reading(
        try source.archive.alerts(through: day, limit: most).map { row in
          Line(
            id: "\(row.id)", row: row, code: row.alert.rule.rawValue,
            name: row.alert.text(source.catalogue),
            events: row.alert.event.map { [EventShare(event: $0, value: row.alert.value)] } ?? [])
        }))
  }

  private func loadEvidence(of line: Line) -> PaneRequest {
    Self.load("evidence") { source in
      Content(
        part: .evidence(
          try EvidenceLine.lines(of: line.events, from: source.archive), of: line.id))
    }
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.isEmpty else {
      return EmptyNote.draw(
        isLoaded ? ["No alerts.", "Nothing stands out from what was usual."] : EmptyNote.loading,
        in: &canvas)
    }
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Since", width: 10),
        .init(heading: "Rule", width: 13, from: 56),
        .init(heading: "What", width: 10, grows: true),
        .init(heading: "Seen by", width: 12, from: 84),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { line in
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
}
