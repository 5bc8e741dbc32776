import Archive
import EventData
import Terminal

/// What was imported, runs now or was ended, the newest first; each opens what it could not read.
struct ImportsPane: Pane {
  enum Content: Sendable {
    case page(RowPage<ImportRecord>)
    case failures([ImportFailureLine], of: ImportRecord)
  }

  static let id: PaneID = "imports"
  static let title = "Imports"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "List what could not be read, and why", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id))
  ]

  private var list = RowList<ImportRecord>(isOneWay: true)
  private var opened: ImportRecord?
  private var failures = RowList<ImportFailureLine>()

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    switch action {
    case .open where opened == nil: return list.window.selected.map { [loadFailures(of: $0)] } ?? []
    case .open: return []
    case .back where opened != nil:
      opened = nil
      return []
    default:
      if opened != nil { return failures.perform(action).map { _ in [] } }
      return list.perform(action).map { load($0) }
    }
  }

  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .scopeChanged, .archiveChanged:
      return load(list.window.reload()) + (opened.map { [loadFailures(of: $0)] } ?? [])
    case .resized: fit(view.size)
    case .failed: list.window.giveUp()
    case .selected, .opened, .profiled, .step: return nil
    }
    return []
  }

  mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    if opened != nil {
      _ = failures.point(at: gesture.below(ImportDrawing.headRows), in: body(of: view.size))
      return []
    }
    let (hit, request) = list.point(at: gesture, in: view.size)
    if gesture.kind == .doubleClick, hit { return perform(.open, in: view) ?? [] }
    return load(request)
  }

  mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    switch content {
    case .page(let page): return load(list.window.receive(page))
    case .failures(let found, let record):
      opened = record
      failures.show(found)
      fit(view.size)
      return []
    }
  }

  func position(in view: PaneView) -> String {
    opened == nil ? list.window.positionText : failures.window.positionText
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    if let opened { return draw(opened, in: &canvas, view) }
    guard !list.window.rows.isEmpty else {
      let empty: [SafeText] = ["No imports yet.", "brink import FILE… reads articles in."]
      return EmptyNote.draw(list.window.isLoaded ? empty : EmptyNote.loading, in: &canvas)
    }
    let columns = canvas.columns
    list.draw(ImportDrawing.table(columns), in: &canvas, view: view) {
      ImportDrawing.cells(of: $0, in: columns)
    }
  }

  private func draw(_ record: ImportRecord, in canvas: inout Canvas, _ view: PaneView) {
    ImportDrawing.drawHead(of: record, in: &canvas)
    var inner = view
    inner.size = body(of: view.size)
    let part = Rectangle(
      column: 0, row: ImportDrawing.headRows, columns: inner.size.columns, rows: inner.size.rows)
    guard !part.isEmpty else { return }
    canvas.inside(part) { canvas in
      guard !failures.window.rows.isEmpty else {
        return EmptyNote.draw(["Everything was read."], in: &canvas)
      }
      failures.draw(ImportDrawing.failureTable(canvas.columns), in: &canvas, view: inner) {
        [[Run(SafeText($0.failure.input))], [Run(SafeText($0.failure.reason), .dim)]]
      }
    }
  }

  // MARK: Room

  private func body(of size: Size) -> Size {
    Size(columns: size.columns, rows: max(0, size.rows - ImportDrawing.headRows))
  }

  private mutating func fit(_ size: Size) {
    list.fit(size)
    failures.fit(body(of: size))
  }

  // MARK: Requests

  private func load(_ request: RowPage<ImportRecord>.Request?) -> [PaneRequest] {
    guard let request else { return [] }
    return [
      Self.load("page") { source in
        let (after, count): (Int64?, Int) =
          switch request {
          case .start(let count): (nil, count)
          case .after(let row, let count): (row.id, count)
          // A list of one way asks for nothing else.
          case .end, .before, .around: (nil, RowPage<ImportRecord>.size)
          }
        let rows = try source.archive.imports(after: after, limit: count)
        return .page(
          RowPage(
            request, rows: rows.map { source.shown($0) }, reachesStart: after == nil,
            reachesEnd: rows.count < count))
      }
    ]
  }

  private func loadFailures(of record: ImportRecord) -> PaneRequest {
    Self.load("failures") { source in
      let newest = try source.archive.imports(after: record.id + 1, limit: 1).first ?? record
      let failures = try source.archive.failures(ofImport: record.id)
      return .failures(
        failures.enumerated().map { place, failure in
          ImportFailureLine(id: place, failure: source.shown(failure))
        }, of: source.shown(newest.id == record.id ? newest : record))
    }
  }
}

/// A failure with its place in the list.
struct ImportFailureLine: Identifiable, Sendable {
  let id: Int
  let failure: ImportFailure
}

extension LoadSource {
  /// Where files lie is nobody's business in front of a wall.
  fileprivate func shown(_ record: ImportRecord) -> ImportRecord {
    guard !readership.seesNotes else { return record }
    var record = record
    record.origin = ""
    if case .stopped = record.state { record.state = .stopped("") }
    return record
  }

  fileprivate func shown(_ failure: ImportFailure) -> ImportFailure {
    readership.seesNotes ? failure : ImportFailure(input: "—", reason: failure.reason)
  }
}
