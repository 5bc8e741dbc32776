import Archive
import Escalation
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
      in: .pane(id)),
    Action(
      .sort, "Sort by day, outlet, escalation, unread", keys: [.character("S")],
      in: .pane(id)),
  ]

  private var list = RowList<ArticleRow>()
  private var order = ArticleOrder.newest

  package init() {}

  package mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open {
      return list.window.selected.map { [.open($0.key, at: nil)] } ?? []
    }
    if action == .sort {
      order = order.next
      return load(list.window.reset(), view) + [count(view)]
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
        ? view.article.map { list.window.moveAround(ArticleRow(placeholder: $0)) }
          ?? list.window.reload()
        : list.window.reset()
      return load(request, view) + [count(view)]
    case .archiveChanged: return load(list.window.reload(), view) + [count(view)]
    case .step(let steps): return load(list.window.move(by: steps), view) + [select()]
    case .opened(let key, _):
      if list.window.move(to: key.row) { return [] }
      return load(list.window.moveAround(ArticleRow(placeholder: key)), view)
    case .resized: list.fit(view.size)
    case .failed: list.window.giveUp()
    case .selected, .profiled: return nil
    }
    return []
  }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let (hit, request) = list.point(at: gesture, in: view.size)
    if gesture.kind == .doubleClick, hit { return perform(.open, in: view) ?? [] }
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

  package var arrangement: String? { order.wording }

  package func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])? {
    let (filter, order) = (view.scope.filter, order)
    return { source in
      let rows = try WholeList.rows(by: \.self) {
        try source.archive.articles(filter, in: order, $0.map { .after($0) } ?? .first, limit: $1)
      }
      return [ArticleRow.headings] + rows.map(\.fields)
    }
  }

  package func draw(in canvas: inout Canvas, view: PaneView) {
    guard list.window.isLoaded || !list.window.rows.isEmpty else {
      return EmptyNote.draw(EmptyNote.loading, in: &canvas)
    }
    guard !list.window.rows.isEmpty else { return drawEmpty(in: &canvas, view.scope) }
    ArticleTable(columns: canvas.columns).draw(list, in: &canvas, view: view)
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
    let (filter, order) = (view.scope.filter, order)
    return [
      Self.load("page") {
        .page(try $0.archive.page(request, of: filter, in: order, by: $0.catalogue))
      }
    ]
  }

  private func count(_ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("count", .later) { .count(try $0.archive.count(filter)) }
  }

  /// Asks where the rows in memory stand, when they came from the midst of the list; no index counts
  /// them in another order than that of their dates.
  private func locate(_ view: PaneView) -> [PaneRequest] {
    guard order == .newest, !list.window.isLocated, let first = list.window.rows.first else {
      return []
    }
    let filter = view.scope.filter
    return [
      Self.load("position", .later) {
        .position(of: first.id, try $0.archive.position(of: first.key, in: filter))
      }
    ]
  }
}

extension Action.ID {
  static let sort: Self = "sort"
}

extension ArchiveReader {
  /// A page of the list of articles.
  ///
  /// - Parameter catalogue: tells which of their indicators weigh most.
  fileprivate func page(
    _ request: RowPage<ArticleRow>.Request, of filter: ArticleFilter, in order: ArticleOrder,
    by catalogue: IndicatorCatalogue
  ) throws(ArchiveError) -> RowPage<ArticleRow> {
    let size = RowPage<ArticleRow>.size
    let ranks = catalogue.ranksByGravity
    func rows(_ page: ArticlePage, _ count: Int) throws(ArchiveError) -> [ArticleRow] {
      try articles(filter, in: order, page, limit: count).map { row in
        var row = row
        row.indicators.sort { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
        return row
      }
    }
    switch request {
    case .start(let count):
      let rows = try rows(.first, count)
      return RowPage(request, rows: rows, reachesStart: true, reachesEnd: rows.count < count)
    case .end:
      let rows = try rows(.last, size)
      return RowPage(request, rows: rows, reachesStart: rows.count < size, reachesEnd: true)
    case .after(let row, let count):
      let rows = try rows(.after(row), count)
      return RowPage(request, rows: rows, reachesStart: false, reachesEnd: rows.count < count)
    case .before(let row, let count):
      let rows = try rows(.before(row), count)
      return RowPage(request, rows: rows, reachesStart: rows.count < count, reachesEnd: false)
    case .around(var row):
      // Of an article that was opened from elsewhere only the key is known.
      if row.isPlaceholder { row = try line(ofArticle: row.key) ?? row }
      let before = try rows(.before(row), size)
      // The key behind which the row itself is the next.
      row.key.row += 1
      let after = try rows(.after(row), size)
      return RowPage(
        request, rows: before + after, reachesStart: before.count < size,
        reachesEnd: after.count < size, pivot: before.count)
    }
  }
}

extension ArticleRow {
  /// Stands for an article of which only the key is known.
  fileprivate init(placeholder key: ArticleKey) {
    self.init(key: key, title: "", published: nil, outlet: nil, statements: 0, events: 0)
  }

  fileprivate var isPlaceholder: Bool { self == ArticleRow(placeholder: key) }
}

extension ArticleOrder {
  fileprivate var next: ArticleOrder {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }

  /// Behind the title of the pane; nil for the usual.
  fileprivate var wording: String? {
    switch self {
    case .newest: nil
    case .outlet: "by outlet"
    case .escalating: "most escalating first"
    case .unread: "unread first"
    }
  }
}
