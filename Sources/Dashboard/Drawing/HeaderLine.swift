import Terminal

/// The line above the panes: which archive, what of it, and how new it is.
struct HeaderLine {
  private let state: DashboardState

  init(_ state: DashboardState) {
    self.state = state
  }

  func draw(in canvas: inout Canvas) {
    canvas.fill(role: .statusLine)
    let brand: [Run] = canvas.columns >= 100 ? [Run(" brink ", .title)] : []
    let name = SafeText(state.archiveName)
    let nameColumns = min(name.columns.count, canvas.columns / 3)
    var column = canvas.write(brand, at: 0, 0).count
    column +=
      canvas.write(name, at: column + 1, 0, role: .statusLine, limit: Columns(nameColumns))
      .count + 3
    guard state.scope.isEmpty else {
      let chips = FilterChips.runs(for: state.scope, room: canvas.columns - column - 1)
      let age = Self.fitting(
        Self.ages(of: state) + (state.kiosk == nil ? [""] : []),
        columns: canvas.columns - column - chips.columns - 3)
      let room = canvas.columns - column - age.columns.count - (age.isEmpty ? 1 : 3)
      canvas.write(chips, at: column, 0, limit: Columns(room))
      return draw(age, in: &canvas)
    }
    // On a wall nobody presses the keys of tabs, but everybody asks how old this is.
    let tabs = tabs
    let tabRoom = state.kiosk == nil ? tabs.columns : 0
    let age = Self.fitting(
      Self.ages(of: state), columns: canvas.columns - column - tabRoom - 2)
    var room = canvas.columns - column - age.columns.count - 2
    for tab in tabs {
      guard tab.columns - 1 <= room else { break }
      canvas.write(tab, at: column, 0)
      column += tab.columns
      room -= tab.columns
    }
    draw(age, in: &canvas)
  }

  private func draw(_ age: SafeText, in canvas: inout Canvas) {
    canvas.write(
      age, at: 0, 0, role: Freshness(state)?.role ?? .statusLine,
      limit: Columns(canvas.columns - 1), alignment: .trailing)
  }

  /// How much there is and how new it is, from the longest form to the shortest.
  private static func ages(of state: DashboardState) -> [SafeText] {
    if let freshness = Freshness(state) { return freshness.texts }
    guard let summary = state.summary, summary.articles > 0 else { return [""] }
    let count = Wording.count(summary.articles, "article")
    guard let last = summary.last else { return [SafeText(count), ""] }
    let day = Wording.day(last)
    return ["\(count), data as of \(day)", "data as of \(day)", "as of \(last.iso)"].map {
      SafeText($0)
    }
  }

  /// The first that fits; the last is short enough to cost others their room.
  private static func fitting(_ texts: [SafeText], columns: Int) -> SafeText {
    texts.first { $0.columns.count <= columns } ?? texts.last ?? ""
  }

  /// The panes that cannot be seen now, with the keys that bring them.
  private var tabs: [[Run]] {
    state.panes.enumerated().compactMap { index, pane -> [Run]? in
      guard state.layout.rectangle(of: type(of: pane).id) == nil, let key = state.paneKey(at: index)
      else { return nil }
      return [
        Run(SafeText(String(key)), .key), Run(SafeText(" \(type(of: pane).title) "), .statusLine),
      ]
    }
  }
}

extension [Run] {
  /// What the runs take on one line.
  var columns: Int { reduce(0) { $0 + $1.text.columns.count } }
}

extension [[Run]] {
  var columns: Int { reduce(0) { $0 + $1.columns } }
}

/// What everything is filtered by, always in sight while there is a filter.
enum FilterChips {
  /// - Parameter room: the way out of the filter is named where there is room for it.
  static func runs(for scope: Scope, room: Int) -> [Run] {
    guard !scope.isEmpty else { return [] }
    let facets = scope.facets.map { facet in
      switch facet {
      case .actor(_, let name): Run(SafeText("actor \(name)"), .hit)
      case .region(_, let name): Run(SafeText("region \(name)"), .hit)
      }
    }
    let without = scope.excluded.map { facet in
      switch facet {
      case .actor(_, let name): Run(SafeText("not actor \(name)"), .contested)
      case .region(_, let name): Run(SafeText("not region \(name)"), .contested)
      }
    }
    let words = scope.search.map { [Run(SafeText("“\($0)”"), .hit)] } ?? []
    let chips = (facets + without + words).map { [$0] }.joined(separator: [Run(" · ", .statusLine)])
    let filter = [Run("Filter: ", .warning)] + chips
    let exit = [Run("  Esc", .key), Run(" shows all", .statusLine)]
    return filter.columns + exit.columns <= room ? filter + exit : filter
  }
}
