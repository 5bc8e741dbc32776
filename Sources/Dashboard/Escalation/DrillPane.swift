import Terminal

/// What a pane reads as a whole: its lines, and what it draws around them.
protocol DrillReading: Sendable {
  associatedtype Line: DrillLine
  var lines: [Line] { get }
}

extension Array: DrillReading where Element: DrillLine {
  var lines: [Element] { self }
}

extension Optional: DrillReading where Wrapped: DrillReading {
  var lines: [Wrapped.Line] { self?.lines ?? [] }
}

/// A pane of lines that open into the sentences behind them: loading, moving and pointing are the
/// same in all of them.
protocol DrillPane: Pane where Content == DrillContent<Reading> {
  associatedtype Reading: DrillReading

  /// Nil until it was read.
  var reading: Reading? { get set }
  var list: DrillList<Reading.Line> { get set }

  /// Reads the archive under the scope.
  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> Reading
  /// Reads the sentences behind a line.
  func sentences(
    of line: Reading.Line, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine]
  /// Rows that the pane draws above and below the list.
  func headRows(_ view: PaneView) -> Int
  func footRows(_ view: PaneView) -> Int
  /// The lines of a reading that the list has now.
  func lines(of reading: Reading) -> [Reading.Line]
  /// Makes ready what the pane draws beside its list, after anything has changed.
  mutating func refresh(in view: PaneView)
}

extension DrillPane {
  func headRows(_ view: PaneView) -> Int { 0 }
  func footRows(_ view: PaneView) -> Int { 0 }
  func lines(of reading: Reading) -> [Reading.Line] { reading.lines }
  mutating func refresh(in view: PaneView) {}

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    drill(action, in: view)
  }

  /// What every such pane does on an action.
  mutating func drill(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    let before = self
    let requests = list.perform(action) { before.loadSentences(of: $0, view) }
    fit(in: view)
    return requests
  }

  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .scopeChanged: return [load(.long, view)]
    case .archiveChanged: return [load(.longAtLeisure, view)]
    case .resized: fit(in: view)
    case .selected, .opened, .profiled, .step, .failed: return nil
    }
    return []
  }

  mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    drill(gesture.below(headRows(view)), in: view)
  }

  /// What every such pane does on a gesture in its list.
  mutating func drill(_ gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let hit = list.point(at: gesture, body(of: view))
    return gesture.kind == .doubleClick && hit ? perform(.open, in: view) ?? [] : []
  }

  /// What a pane does that draws lines in a place of its own: the line pointed at is chosen, and
  /// opened on a double click.
  mutating func choose(
    _ line: Reading.Line, by gesture: Pointing, in view: PaneView
  ) -> [PaneRequest] {
    list.choose(line)
    return gesture.kind == .doubleClick ? perform(.open, in: view) ?? [] : []
  }

  mutating func receive(_ content: DrillContent<Reading>, in view: PaneView) -> [PaneRequest] {
    defer { fit(in: view) }
    switch content {
    case .sentences(let found, let id):
      return list.show(found, of: id).map { [$0] } ?? []
    case .noted(let failure):
      return [failure.map { .say("⚠ \($0.reason)") } ?? load(.long, view)]
    case .reading(let found):
      reading = found
      return list.show(lines(of: found)).map { [loadSentences(of: $0, view)] } ?? []
    }
  }

  func position(in view: PaneView) -> String { list.positionText }

  mutating func fit(in view: PaneView) {
    list.fit(body(of: view))
    refresh(in: view)
  }

  func load(_ urgency: Load.Urgency, _ view: PaneView) -> PaneRequest {
    let read = reader(in: view)
    return Self.load("reading", urgency) { source in
      try source.checkLedger()
      return .reading(try read(source))
    }
  }

  /// Notes something for a person; what cannot be noted is said, and nothing else changes.
  static func noting(_ note: @escaping @Sendable (LoadSource) throws -> Void) -> PaneRequest {
    load("noted", .writing) { source in
      do { try note(source) } catch { return .noted(LoadFailure(noting: error)) }
      return .noted(nil)
    }
  }

  private func loadSentences(of line: Reading.Line, _ view: PaneView) -> PaneRequest {
    let read = sentences(of: line, in: view)
    return Self.load("sentences") { .sentences(try read($0), of: line.id) }
  }

  // MARK: Drawing

  /// The room of the list.
  func body(of view: PaneView) -> Size {
    Size(columns: view.size.columns, rows: view.size.rows - headRows(view) - footRows(view))
  }

  /// Draws the list between the rows above and below it.
  func drawList(
    _ table: Table, in canvas: inout Canvas, view: PaneView,
    cells: (Reading.Line) -> [[Run]]
  ) {
    var inner = view
    inner.size = body(of: view)
    let part = Rectangle(
      column: 0, row: headRows(view), columns: inner.size.columns, rows: inner.size.rows)
    canvas.inside(part) { list.draw(table, in: &$0, view: inner, cells: cells) }
  }
}

extension Pointing {
  /// The same gesture, its row counted from so many rows farther down.
  func below(_ head: Int) -> Pointing {
    Pointing(kind: kind, row: row - head, column: column)
  }
}
