import Archive
import EventData
import Terminal

/// The list of articles, newest first; its cursor is what the reader shows.
package struct ArticlesPane: Pane {
  package enum Content: Sendable {
    case page(RowPage<ArticleRow>)
    case count(Int)
    case position(of: Int64, Int)
  }

  package static let id: PaneID = "articles"
  package static let title = "Articles"
  package static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 7, weight: 3, companion: "reader")
  package static let actions = [
    Action(
      .open, "Read the article", hint: "read", keys: [.enter, .character("l"), .right],
      in: .pane(id))
  ]

  private var list = RowList<ArticleRow>()

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open {
      return list.window.selected.map { [.open($0.key, at: nil)] } ?? []
    }
    guard let request = list.perform(action) else { return nil }
    return load(request, view) + [select()]
  }

  package mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .scopeChanged:
      // A narrower question starts at its newest answer; all articles again, at the same one.
      list.window.count(nil)
      let request =
        view.scope.isEmpty
        ? view.article.map { list.window.moveAround(Self.placeholder($0)) } ?? list.window.reload()
        : list.window.reset()
      return load(request, view) + [count(view)]
    case .archiveChanged: return load(list.window.reload(), view) + [count(view)]
    case .step(let steps): return load(list.window.move(by: steps), view) + [select()]
    case .opened(let key, _):
      if list.window.move(to: key.row) { return [] }
      return load(list.window.moveAround(Self.placeholder(key)), view)
    case .resized: list.fit(view.size)
    case .failed: list.window.giveUp()
    case .selected, .profiled: return nil
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let (hit, request) = list.point(at: gesture, in: view.size)
    if case .doubleClick = gesture, hit { return perform(.open, in: view) ?? [] }
    return load(request, view) + [select()]
  }

  package mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    switch content {
    case .page(let page):
      let before = list.window.selected?.id
      let next = load(list.window.receive(page), view) + locate(view)
      let selected = list.window.selected?.id
      // An article opened from elsewhere may be none of this list; it stays in the reader.
      if case .around(let row) = page.request, selected != row.id, view.article?.row == row.id {
        return next
      }
      return selected == before && selected != nil ? next : next + [select()]
    case .count(let total): list.window.count(total)
    case .position(let row, let position): list.window.locate(row, at: position)
    }
    return []
  }

  package func position(in view: PaneView) -> String { list.window.positionText }

  package func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])? {
    let filter = view.scope.filter
    return { source in
      let rows = try WholeList.rows(by: \.key) {
        try source.archive.articles(filter, after: $0, limit: $1)
      }
      return [ArticleRow.headings] + rows.map(\.fields)
    }
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard list.window.isLoaded || !list.window.rows.isEmpty else {
      return EmptyNote.draw(EmptyNote.loading, in: &canvas)
    }
    guard !list.window.rows.isEmpty else { return drawEmpty(in: &canvas, view.scope) }
    let table = Table(
      [
        .init(heading: "Date", width: 10),
        .init(heading: "Outlet", width: canvas.columns >= 100 ? 22 : 14, from: 64),
        .init(heading: "Title", width: 10, grows: true),
        .init(heading: "Said", width: 4, alignment: .trailing, from: 40),
        .init(heading: "Done", width: 4, alignment: .trailing, from: 40),
      ], width: canvas.columns)
    list.draw(table, in: &canvas, view: view) { row in
      [
        [Run(SafeText(row.published?.day.iso ?? "undated"), .dim)],
        [Run(SafeText(row.outlet ?? "—"), .dim)],
        MarkWording.signs(of: row.marks)
          + (row.copies > 0 ? [Run("×\(row.copies + 1) ", .dim)] : [])
          + [Run(SafeText(row.title.isEmpty ? "Untitled" : row.title))],
        [Wording.tally(row.statements)],
        [Wording.tally(row.events)],
      ]
    }
  }

  private func drawEmpty(in canvas: inout Canvas, _ scope: Scope) {
    EmptyNote.draw(
      scope.isEmpty
        ? ["No articles yet.", "Import some: brink import FILE…"]
        : ["No article matches the filter.", "Esc shows all articles again."],
      in: &canvas)
  }

  // MARK: Requests

  private func select() -> PaneRequest { .select(list.window.selected?.key) }

  private func load(_ request: RowPage<ArticleRow>.Request?, _ view: PaneView) -> [PaneRequest] {
    guard let request else { return [] }
    let filter = view.scope.filter
    return [Self.load("page") { .page(try $0.archive.page(request, of: filter)) }]
  }

  private func count(_ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("count", .later) { .count(try $0.archive.count(filter)) }
  }

  /// Asks where the rows in memory stand, when they came from the midst of the list.
  private func locate(_ view: PaneView) -> [PaneRequest] {
    guard !list.window.isLocated, let first = list.window.rows.first else { return [] }
    let filter = view.scope.filter
    return [
      Self.load("position", .later) {
        .position(of: first.id, try $0.archive.position(of: first.key, in: filter))
      }
    ]
  }

  /// Stands for an article of which only the key is known.
  private static func placeholder(_ key: ArticleKey) -> ArticleRow {
    ArticleRow(key: key, title: "", published: nil, outlet: nil, statements: 0, events: 0)
  }
}

extension ArchiveReader {
  /// A page of the list of articles.
  fileprivate func page(
    _ request: RowPage<ArticleRow>.Request, of filter: ArticleFilter
  ) throws(ArchiveError) -> RowPage<ArticleRow> {
    let size = RowPage<ArticleRow>.size
    switch request {
    case .start(let count):
      let rows = try articles(filter, limit: count)
      return RowPage(request, rows: rows, reachesStart: true, reachesEnd: rows.count < count)
    case .end:
      let end = ArticleKey(published: ArticleKey.undated, row: 0)
      let rows = try articles(filter, before: end, limit: size)
      return RowPage(request, rows: rows, reachesStart: rows.count < size, reachesEnd: true)
    case .after(let row):
      let rows = try articles(filter, after: row.key, limit: size)
      return RowPage(request, rows: rows, reachesStart: false, reachesEnd: rows.count < size)
    case .before(let row):
      let rows = try articles(filter, before: row.key, limit: size)
      return RowPage(request, rows: rows, reachesStart: rows.count < size, reachesEnd: false)
    case .around(let row):
      let before = try articles(filter, before: row.key, limit: size)
      // The key behind which the row itself is the next.
      let key = ArticleKey(published: row.key.published, row: row.key.row + 1)
      let after = try articles(filter, after: key, limit: size)
      return RowPage(
        request, rows: before + after, reachesStart: before.count < size,
        reachesEnd: after.count < size, pivot: before.count)
    }
  }
}
