import Archive
import Escalation
import EventData
import Terminal

/// Who says that somebody did something, who denies it, and who of those concerned keeps silent.
struct ClaimsPane: DrillPane {
  struct Line: DrillLine {
    let id: String
    let row: ClaimRow
    let asserting: [String]
    let denying: [String]
    let silent: [String]
    let code: String
    let name: String
    var behind: String { Wording.count(row.reports.count, "sentence") }
  }

  static let id: PaneID = "claims"
  static let title = "Claims"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "List the sentences, or read one", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]
  /// Days that are looked back on: what was said before is settled, or history.
  private static let reach = 90
  /// Claims shown, and sentences of one.
  private static let most = 300

  var reading: [Line]?
  var list = DrillList<Line>()

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> [Line] {
    let filter = view.scope.filter
    return { source in
      guard let last = try source.archive.lastEscalationDay() else { return [] }
      let names = try source.archive.partyNames()
      let claims = try source.archive.claims(
        since: last.advanced(by: -Self.reach), filter, source.catalogue, limit: Self.most)
      return claims.map { Line($0, names, source.catalogue) }
    }
  }

  func sentences(
    of line: Line, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    { source in
      let rows = Array(line.row.reports.prefix(Self.most))
      return try source.archive.evidence(ofReports: rows).map {
        EvidenceLine(row: $0, points: nil)
      }
    }
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["Nothing is claimed or denied.", "What somebody says of another appears here."]
        : ["Nothing is claimed or denied under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(reading != nil ? empty : EmptyNote.loading, in: &canvas)
    }
    let voices = max(12, (canvas.columns - 40) / 4)
    let day = Table.Column.day("Since", in: canvas.columns, weekdayFrom: 120, from: 100)
    let table = Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Claim", width: 10, grows: true),
        .init(heading: "Say so", width: voices, from: 60),
        .init(heading: "Deny it", width: voices),
        .init(heading: "Silent", width: min(voices, 16), from: 80),
        day,
      ], width: canvas.columns)
    drawList(table, in: &canvas, view: view) { line in
      [
        [line.row.isContested ? Run("≠", .contested) : Run("·", .dim)],
        [Run(SafeText(line.code), .key), Run(SafeText("  " + line.name))],
        Self.voices(line.asserting), Self.voices(line.denying), Self.voices(line.silent),
        [Run(day: line.row.first, in: day)],
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
    _ row: ClaimRow, _ names: PartyNames, _ catalogue: IndicatorCatalogue
  ) {
    func called(_ party: String) -> String { names.name(party) }
    self.init(
      id: row.id, row: row, asserting: row.asserting.map(called),
      denying: row.denying.map(called), silent: row.silent.map(called), code: row.indicator,
      name: "\(row.source.map(called) ?? "somebody") → \(row.target.map(called) ?? "—"): "
        + (catalogue[row.indicator]?.name ?? ""))
  }
}
