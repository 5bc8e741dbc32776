import Terminal

/// A pane of one list that the archive gives page by page: moving, loading and pointing are the
/// same in all of them. What it loads are pages, unless it says otherwise.
protocol PagedPane: Pane {
  associatedtype Row: Identifiable & Sendable where Row.ID: Sendable
  associatedtype Content = RowPage<Row>

  /// What a page is among the contents of the pane.
  static func content(_ page: RowPage<Row>) -> Content

  var list: RowList<Row> { get set }

  func open(_ row: Row) -> PaneRequest
  func page(_ request: RowPage<Row>.Request, _ view: PaneView) -> PaneRequest
  /// The page to begin with under another scope.
  mutating func restart(in view: PaneView) -> RowPage<Row>.Request?
  /// Rows that the pane draws below the list.
  func footRows(_ size: Size) -> Int
}

extension PagedPane {
  mutating func restart(in view: PaneView) -> RowPage<Row>.Request? { list.window.reset() }
  func footRows(_ size: Size) -> Int { 0 }

  /// The room of the list.
  func body(of size: Size) -> Size {
    Size(columns: size.columns, rows: size.rows - footRows(size))
  }

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    move(action, in: view)
  }

  /// What every such pane does on an action.
  mutating func move(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .open { return list.window.selected.map { [open($0)] } ?? [] }
    return list.perform(action).map { load($0, view) }
  }

  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .scopeChanged: return load(restart(in: view), view)
    case .archiveChanged: return load(list.window.reload(), view)
    case .resized: list.fit(body(of: view.size))
    case .failed: list.window.giveUp()
    case .selected, .opened, .profiled, .step: return nil
    }
    return []
  }

  mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let (hit, request) = list.point(at: gesture, in: body(of: view.size))
    if gesture.kind == .doubleClick, hit { return perform(.open, in: view) ?? [] }
    return load(request, view)
  }

  mutating func take(_ page: RowPage<Row>, in view: PaneView) -> [PaneRequest] {
    load(list.window.receive(page), view)
  }

  func position(in view: PaneView) -> String { list.window.positionText }

  private func load(_ request: RowPage<Row>.Request?, _ view: PaneView) -> [PaneRequest] {
    request.map { [page($0, view)] } ?? []
  }

  // MARK: Pages of a list of one way

  /// Rows that walk an index from the newest on.
  ///
  /// - Parameter read: so many rows behind a key; nil stands for the start.
  static func page<Key: Sendable>(
    _ request: RowPage<Row>.Request, by key: @escaping @Sendable (Row) -> Key,
    read: @escaping @Sendable (LoadSource, Key?, Int) throws -> [Row]
  ) -> PaneRequest {
    load("page") { source in
      let (start, count): (Key?, Int) =
        switch request {
        case .start(let count): (nil, count)
        case .after(let row, let count): (key(row), count)
        // A list of one way asks for nothing else.
        case .end, .before, .around: (nil, RowPage<Row>.size)
        }
      let rows = try read(source, start, count)
      return content(
        RowPage(
          request, rows: rows, reachesStart: start == nil, reachesEnd: rows.count < count))
    }
  }

  /// Rows that the archive ranks anew for every question: a longer list comes whole.
  func rankedPage(
    _ request: RowPage<Row>.Request,
    read: @escaping @Sendable (LoadSource, Int) throws -> [Row]
  ) -> PaneRequest {
    let count =
      switch request {
      case .start(let count): count
      case .after(_, let count): list.window.rows.count + count
      // A list of one way asks for nothing else.
      case .end, .before, .around: list.window.rows.count
      }
    return Self.load("page", .later) { source in
      let rows = try read(source, count)
      return Self.content(
        RowPage(.start(count), rows: rows, reachesStart: true, reachesEnd: rows.count < count))
    }
  }
}

extension PagedPane where Content == RowPage<Row> {
  static func content(_ page: RowPage<Row>) -> Content { page }

  mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    take(content, in: view)
  }
}
