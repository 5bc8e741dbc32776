import Terminal

/// The line above the panes: which archive, what of it, and how new it is.
struct HeaderLine {
  private let state: DashboardState

  init(_ state: DashboardState) {
    self.state = state
  }

  func draw(in canvas: inout Canvas) {
    canvas.fill(role: .statusLine)
    let age = Self.age(of: state)
    let ageColumns = age.columns.count
    let hasAge = ageColumns > 0 && canvas.columns >= ageColumns + 40
    let room = canvas.columns - (hasAge ? ageColumns + 2 : 0)
    let name: [Run] = [
      Run(" brink ", .title), Run(SafeText(" \(state.archiveName)  "), .statusLine),
    ]
    let detail =
      state.scope.isEmpty ? tabs : FilterChips.runs(for: state.scope, keymap: state.keymap)
    canvas.write(name + detail, at: 0, 0, limit: Columns(room))
    if hasAge {
      canvas.write(
        age, at: room, 0, role: .statusLine, limit: Columns(ageColumns + 1), alignment: .trailing)
    }
  }

  /// “5,432 articles to 2031-05-04”: the day tells how new the data are.
  private static func age(of state: DashboardState) -> SafeText {
    guard let summary = state.summary, summary.articles > 0 else { return "" }
    let count = Wording.count(summary.articles, "article")
    return SafeText(summary.last.map { "\(count), data as of \($0.iso)" } ?? count)
  }

  /// The panes that cannot be seen now, with the digits that bring them.
  private var tabs: [Run] {
    let hidden = state.panes.enumerated().filter { index, pane in
      index < 9 && state.layout.rectangle(of: type(of: pane).id) == nil
    }
    return hidden.flatMap { index, pane in
      [Run("\(index + 1)", .key), Run(SafeText(" \(type(of: pane).title)  "), .statusLine)]
    }
  }
}

/// What everything is filtered by, always in sight while there is a filter.
enum FilterChips {
  static func runs(for scope: Scope, keymap: Keymap) -> [Run] {
    guard !scope.isEmpty else { return [] }
    var runs: [Run] = [Run("Filter: ", .warning)]
    for facet in scope.facets {
      switch facet {
      case .actor(_, let name): runs.append(Run(SafeText("actor \(name)"), .hit))
      case .region(_, let name): runs.append(Run(SafeText("region \(name)"), .hit))
      }
      runs.append(Run(" · ", .statusLine))
    }
    if let search = scope.search {
      runs += [Run(SafeText("“\(search)”"), .hit), Run(" · ", .statusLine)]
    }
    return runs.dropLast() + [Run("  Esc ", .key), Run("shows all", .statusLine)]
  }
}
