import Archive
import Escalation
import EventData
import Terminal

/// What has changed since the reader looked last: new, strengthened, contested and ended events,
/// those of the greatest effect first.
struct ChangesPane: DrillPane {
  struct Line: EventLine {
    let id: String
    let change: EventChange
    let calms: Bool
    let code: String
    let name: String
    let events: [EventShare]
  }

  struct Reading: DrillReading {
    /// The day of the reader's mark; nil where there is none.
    let since: Day?
    let lines: [Line]
  }

  static let id: PaneID = "changes"
  static let title = "Changes"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "Show the sentences, or read one", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .mark, "Note that all of it was seen", hint: "seen", keys: [.character("a")],
      in: .pane(id), capability: .writes),
  ]
  /// Changes shown.
  private static let most = 500

  var reading: Reading?
  var list = DrillList<Line>()

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .mark else { return drill(action, in: view) }
    return [
      Self.noting { source in
        guard let markSeen = source.readership.markSeen else {
          throw LoadFailure("Only for reading")
        }
        if let day = try source.archive.lastEscalationDay() { try markSeen(day) }
      }
    ]
  }

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> Reading {
    let filter = view.scope.filter
    return { source in
      let archive = source.archive
      guard let day = try archive.lastEscalationDay() else {
        return Reading(since: nil, lines: [])
      }
      let (since, changes) = try archive.changes(
        for: source.readership.name, on: day, about: archive.events(under: filter),
        source.catalogue, limit: Self.most)
      let rows = Dictionary(
        try archive.evidence(of: changes.map(\.event), each: 1).map { ($0.event ?? 0, $0) },
        uniquingKeysWith: { first, _ in first })
      return Reading(
        since: since, lines: changes.map { Line($0, rows[$0.event], source.catalogue) })
    }
  }

  func sentences(
    of line: Line, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    { try EvidenceLine.lines(of: line.events, from: $0.archive) }
  }

  // MARK: Drawing

  func headRows(_ view: PaneView) -> Int {
    list.opened == nil && !list.isEmpty && view.size.rows >= 8 ? 1 : 0
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !list.isEmpty else {
      let since = reading?.since.map { "Everything up to \($0.iso) was seen." }
      let change: SafeText =
        view.scope.isEmpty ? "Nothing has changed." : "Nothing has changed under the filter."
      return EmptyNote.draw(
        reading == nil
          ? EmptyNote.loading
          : [change, SafeText(since ?? "Nothing was coded yet.")],
        in: &canvas)
    }
    if headRows(view) > 0 {
      let text =
        reading.since.map { "Since everything up to \($0.iso) was seen" }
        ?? "Nothing was marked as seen: all of it is new"
      canvas.write(
        SafeText(text), at: 2, 0, role: .dim, limit: Columns(max(0, canvas.columns - 3)))
    }
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Change", width: 12),
        .init(heading: "Ind.", width: 4),
        .init(heading: "What", width: 10, grows: true),
        .init(heading: "Points", width: 6, alignment: .trailing),
        .init(heading: "Reports", width: 7, alignment: .trailing, from: 60),
      ], width: canvas.columns)
    drawList(table, in: &canvas, view: view, cells: Self.cells)
  }

  private static func cells(of line: Line) -> [[Run]] {
    let change = line.change
    let role: Role =
      switch change.kind {
      case .new, .strengthened: line.calms ? .deescalation : .escalation
      case .contested: .contested
      case .weakened, .ended, .retold: .dim
      }
    let glyph: SafeText =
      switch change.kind {
      case .new: "▲"
      case .strengthened: "△"
      case .weakened: "▽"
      case .contested: "≠"
      case .ended: "▼"
      case .retold: "+"
      }
    let effect =
      change.kind == .retold
      ? Run("·", .dim)
      : Run(SafeText((change.effect < 0 ? "−" : "+") + Wording.points(abs(change.effect))))
    return [
      [Run(glyph, role)], [Run(SafeText(change.kind.rawValue), role)],
      [Run(SafeText(line.code), .key)], [Run(SafeText(line.name))], [effect],
      [Run(SafeText(change.reports > 0 ? "+\(change.reports)" : ""), .dim)],
    ]
  }
}

extension ChangesPane.Line {
  fileprivate init(_ change: EventChange, _ row: EvidenceRow?, _ catalogue: IndicatorCatalogue) {
    let indicator = row.flatMap { catalogue[$0.indicator] }
    let who = row.map { "\($0.source ?? "somebody") → \($0.target ?? "—"): " } ?? ""
    self.init(
      id: "\(change.event)", change: change, calms: indicator?.direction == .calms,
      code: indicator?.id ?? "", name: who + (indicator?.name ?? "no longer told"),
      events: row == nil ? [] : [EventShare(event: change.event, value: change.effect)])
  }
}
