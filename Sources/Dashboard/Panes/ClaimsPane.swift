import Archive
import Escalation
import EventData
import Terminal

/// Who says that somebody did something, who denies it, and who of those concerned keeps silent.
package struct ClaimsPane: Pane {
  package struct Line: DrillLine {
    package let id: String
    let row: ClaimRow
    let asserting: [String]
    let denying: [String]
    let silent: [String]
    let code: String
    let name: String
    var behind: String { Wording.count(row.reports.count, "sentence") }
  }

  package typealias Content = DrillContent<[Line]>

  package static let id: PaneID = "claims"
  package static let title = "Claims"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  package static let actions = [
    Action(
      .open, "List the sentences, or read one", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]
  /// Days that are looked back on: what was said before is settled, or history.
  private static let reach = 90
  /// Claims shown, and sentences of one.
  private static let most = 300

  private var isLoaded = false
  private var list = DrillList<Line>()

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    list.perform(action, view.size, load: loadSentences)
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
    case .reading(let lines):
      isLoaded = true
      return list.show(lines).map { [loadSentences(of: $0)] } ?? []
    }
  }

  package func position(in view: PaneView) -> String { list.positionText }

  private func load(_ view: PaneView, _ urgency: Load.Urgency) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("reading", urgency) { source in
      guard let last = try source.archive.lastEscalationDay() else {
        return Content(part: .reading([]))
      }
      let names = try source.archive.partyNames()
      let claims = try source.archive.claims(
        since: last.advanced(by: -Self.reach), filter, source.catalogue, limit: Self.most)
      return Content(part: .reading(claims.map { Line($0, names, source.catalogue) }))
    }
  }

  private func loadSentences(of line: Line) -> PaneRequest {
    Self.load("evidence") { source in
      let rows = Array(line.row.reports.prefix(Self.most))
      return Content(
        part: .evidence(
          try source.archive.evidence(ofReports: rows).map { EvidenceLine(row: $0, points: nil) },
          of: line.id))
    }
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["Nothing is claimed or denied.", "What somebody says of another appears here."]
        : ["Nothing is claimed or denied under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let voices = max(12, (canvas.columns - 40) / 4)
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Claim", width: 10, grows: true),
        .init(heading: "Say so", width: voices, from: 60),
        .init(heading: "Deny it", width: voices),
        .init(heading: "Silent", width: min(voices, 16), from: 80),
        .init(heading: "Since", width: 10, from: 100),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { line in
      [
        [line.row.isContested ? Run("≠", .contested) : Run("·", .dim)],
        [Run(SafeText(line.code), .key), Run(SafeText("  " + line.name))],
        Self.voices(line.asserting), Self.voices(line.denying), Self.voices(line.silent),
        [Run(SafeText(line.row.first.iso), .dim)],
      ]
    }
  }

  private static func voices(_ names: [String]) -> [Run] {
    guard let first = names.first else { return [Run("·", .dim)] }
    let more = names.count > 1 ? [Run(SafeText(" +\(names.count - 1)"), .dim)] : []
    return [Run(SafeText(first), .actor)] + more
  }
}

extension ClaimsPane.Line {
  fileprivate init(
    _ row: ClaimRow, _ names: [String: String], _ catalogue: IndicatorCatalogue
  ) {
    func called(_ party: String) -> String { names[party] ?? party }
    self.init(
      id: row.id, row: row, asserting: row.asserting.map(called),
      denying: row.denying.map(called), silent: row.silent.map(called), code: row.indicator,
      name: "\(row.source.map(called) ?? "somebody") → \(row.target.map(called) ?? "—"): "
        + (catalogue[row.indicator]?.name ?? ""))
  }
}
