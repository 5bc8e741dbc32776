import Archive
import Escalation
import Terminal

/// The columns of the list of articles; the wider the list, the more of them.
struct ArticleTable {
  private let day: Table.Column
  private let indicators: Table.Column
  private let copies: Table.Column
  private let table: Table
  private let columns: Int

  init(columns: Int) {
    self.columns = columns
    day = .day("Date", in: columns, weekdayFrom: 70)
    indicators = Table.Column(
      heading: columns >= 100 ? "Indicators" : "Ind.",
      width: columns >= 140 ? 19 : columns >= 100 ? 11 : 7, from: 56)
    copies = Table.Column(heading: "Same", width: 4, alignment: .trailing, from: 120)
    table = Table(
      [
        day, .init(heading: "Outlet", width: columns >= 120 ? 22 : 14, from: 64),
        .init(heading: "", width: 2),
        .init(heading: "Title", width: 10, grows: true),
        copies, indicators,
        .init(heading: "Said", width: 4, alignment: .trailing, from: 90),
        .init(heading: "Done", width: 4, alignment: .trailing, from: 90),
      ], width: columns)
  }

  func draw(_ list: RowList<ArticleRow>, in canvas: inout Canvas, view: PaneView) {
    list.draw(table, in: &canvas, view: view, cells: cells)
  }

  private func cells(of row: ArticleRow) -> [[Run]] {
    let copied =
      row.copies > 0 && columns < copies.from ? [Run("×\(row.copies + 1) ", .dim)] : []
    return [
      [Run(day: row.published?.day, in: day)],
      [Run(SafeText(row.outlet ?? "—"), .dim)],
      MarkWording.signs(of: row.marks),
      MarkWording.words(of: row.marks) + copied
        + [Run(SafeText(row.title.isEmpty ? "Untitled" : row.title))],
      [row.copies > 0 ? Run("×\(row.copies + 1)", .dim) : Run("·", .dim)],
      IndicatorCodes.runs(row.indicators, columns: indicators.width),
      [Wording.tally(row.statements)],
      [Wording.tally(row.events)],
    ]
  }
}

/// The indicators of an article in a few columns.
enum IndicatorCodes {
  /// As many of the ids as there is room for, and the number of the others.
  static func runs(_ ids: [String], columns: Int) -> [Run] {
    guard !ids.isEmpty else { return [Run("·", .dim)] }
    var shown = ids.count
    func rest(_ shown: Int) -> String { shown < ids.count ? "+\(ids.count - shown)" : "" }
    // Ids are ASCII; a blank stands behind each but the last.
    var width = ids.reduce(ids.count - 1) { $0 + $1.utf8.count }
    while shown > 1, width + (shown < ids.count ? 1 + rest(shown).utf8.count : 0) > columns {
      shown -= 1
      width -= ids[shown].utf8.count + 1
    }
    let codes = ids.prefix(shown).map { id in
      let calms = id.hasPrefix(IndicatorFamily.deEscalation.rawValue)
      return Run(SafeText(id), calms ? .deescalation : .escalation)
    }
    let others = rest(shown)
    return Array(
      (codes + (others.isEmpty ? [] : [Run(SafeText(others), .dim)])).map { [$0] }
        .joined(separator: [Run(" ")]))
  }
}

extension IndicatorCatalogue {
  /// The places of the indicators, by id, the gravest first: what escalates goes before what calms,
  /// what weighs more before what weighs less.
  var ranksByGravity: [String: Int] {
    let weights = indicators.map { indicator in
      (id: indicator.id, weight: indicator.weight + (indicator.direction == .escalates ? 100 : 0))
    }
    let sorted = weights.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
  }
}
