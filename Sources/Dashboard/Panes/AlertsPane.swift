import Archive
import Escalation
import EventData
import Terminal

/// What a person should look at, the newest first; what was seen steps back.
struct AlertsPane: DrillPane {
  struct Line: DrillLine {
    let id: String
    let row: AlertRow
    let code: String
    let name: String
    var behind: String { AlertEvidence.note(of: row) }
  }

  static let id: PaneID = "alerts"
  static let title = "Alerts"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "List the evidence, or read its sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .acknowledge, "Note that the alert was seen", hint: "seen", keys: [.character("a")],
      in: .pane(id), capability: .writes),
  ]
  /// Alerts read at most.
  private static let most = 500

  var reading: [Line]?
  var list = DrillList<Line>()

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .acknowledge else { return drill(action, in: view) }
    guard let row = list.selected?.row, row.acknowledgedBy == nil else { return [] }
    return [
      Self.noting { source in
        guard let acknowledge = source.readership.acknowledge else {
          throw LoadFailure("Only for reading")
        }
        try acknowledge(row.id)
      }
    ]
  }

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> [Line] {
    let filter = view.scope.filter
    return { source in
      let archive = source.archive
      guard let day = try archive.lastEscalationDay() else { return [] }
      let terms = AlertTerms(
        source.catalogue, names: try archive.partyNames(), since: try archive.firstEscalationDay())
      let rows = try archive.alerts(
        through: day, about: archive.events(under: filter), limit: Self.most)
      return rows.map { row in
        var row = row
        if !source.readership.seesNotes, row.acknowledgedBy != nil { row.acknowledgedBy = "yes" }
        return Line(
          id: "\(row.id)", row: row, code: row.alert.rule.rawValue,
          name: row.text(terms))
      }
    }
  }

  func sentences(
    of line: Line, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    { source in
      try EvidenceLine.lines(
        of: AlertEvidence.events(of: line.row, from: source), from: source.archive)
    }
  }

  // MARK: Drawing

  /// A row above the list tells what a filter hides.
  func headRows(_ view: PaneView) -> Int {
    list.opened == nil && !list.isEmpty && !view.scope.isEmpty && view.size.rows >= 8 ? 1 : 0
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["No alerts.", "Nothing stands out from what was usual."]
        : [
          "No alert about an event under the filter.",
          "Alerts about all articles show without a filter: Esc.",
        ]
      return EmptyNote.draw(reading != nil ? empty : EmptyNote.loading, in: &canvas)
    }
    let day = Table.Column.day("Since", in: canvas.columns, weekdayFrom: 70)
    let table = Table(
      [
        .init(heading: "", width: 1),
        day,
        .init(heading: "Rule", width: 13, from: 56),
        .init(heading: "What", width: 10, grows: true),
        .init(heading: "Seen by", width: 12, from: 84),
      ], width: canvas.columns)
    if headRows(view) > 0 {
      canvas.write(
        "Of events under the filter; alerts about all articles show without it", at: 2, 0,
        role: .dim, limit: Columns(max(0, canvas.columns - 3)))
    }
    drawList(table, in: &canvas, view: view) { Self.cells(of: $0, in: day) }
  }

  private static func cells(of line: Line, in day: Table.Column) -> [[Run]] {
    let isOpen = line.row.acknowledgedBy == nil
    return [
      [isOpen ? Run("!", .warning) : Run("✓", .dim)],
      [Run(day: line.row.alert.day, in: day)],
      [Run(SafeText(line.code), isOpen ? .heading : .dim)],
      [Run(SafeText(line.name), isOpen ? .text : .dim)],
      [Run(SafeText(line.row.acknowledgedBy ?? ""), .dim)],
    ]
  }
}
