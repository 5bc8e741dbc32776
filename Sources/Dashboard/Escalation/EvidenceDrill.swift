import Archive
import EventData
import Terminal

/// A line that sentences stand behind: Enter shows them.
protocol DrillLine: Identifiable, Sendable where ID == String {
  /// As `MP1`; empty where the name says it all.
  var code: String { get }
  var name: String { get }
  /// How much stands behind it, as “3 events”; empty when there is nothing to open.
  var behind: String { get }
}

/// A line that stands for events of the ledger.
protocol EventLine: DrillLine {
  /// The most telling first.
  var events: [EventShare] { get }
}

extension EventLine {
  var behind: String { events.isEmpty ? "" : Wording.count(events.count, "event") }
}

/// An event with the part of a number that it makes.
struct EventShare: Hashable, Sendable {
  var event: Int64
  var value: Double
}

/// What a pane of lines and their sentences loads.
enum DrillContent<Reading: Sendable>: Sendable {
  case reading(Reading)
  /// The sentences of a line, which is named by its id.
  case sentences([EvidenceLine], of: String)
  /// Something was noted, or why it was not.
  case noted(LoadFailure?)
}

/// A list of lines, of which one may be opened into the sentences behind it: at most two keys
/// from any number to its sentence.
struct DrillList<Line: DrillLine>: Sendable {
  private var lines = RowList<Line>(isOneWay: true)
  private(set) var opened: Line?
  private var evidence = RowList<EvidenceLine>(isOneWay: true)
  /// The sentences of what is opened were asked for and have not come.
  private var isWaiting = false
  /// Enter was pressed meanwhile: the first sentence is to be opened as soon as it is there.
  private var opensFirst = false

  var isEmpty: Bool { lines.window.rows.isEmpty }
  var selected: Line? { lines.window.selected }
  var positionText: String {
    opened == nil ? lines.window.positionText : evidence.window.positionText
  }

  /// Shows these lines, the cursor and what is opened kept.
  ///
  /// - Returns: the line whose sentences have to be loaded again.
  mutating func show(_ found: [Line]) -> Line? {
    lines.show(found)
    if let id = opened?.id { opened = found.first { $0.id == id } }
    return opened
  }

  /// Shows the sentences of a line that is still opened.
  ///
  /// - Returns: what was asked for before they came.
  mutating func show(_ found: [EvidenceLine], of id: String) -> PaneRequest? {
    guard opened?.id == id else { return nil }
    evidence.show(found)
    defer { (isWaiting, opensFirst) = (false, false) }
    return opensFirst ? evidence.window.selected.map { .open($0.article, at: $0.span) } : nil
  }

  /// - Parameter load: asks for the sentences of a line.
  /// - Returns: nil when the action means nothing here. What opens or closes must be fit again.
  mutating func perform(
    _ action: Action.ID, load: (Line) -> PaneRequest
  ) -> [PaneRequest]? {
    opensFirst = action == .open && isWaiting
    switch action {
    case .open where opened != nil:
      return evidence.window.selected.map { [.open($0.article, at: $0.span)] } ?? []
    case .open:
      guard let line = lines.window.selected else { return [] }
      guard !line.behind.isEmpty else {
        return [.say("No evidence for \(Wording.insideSentence(line.name))")]
      }
      opened = line
      isWaiting = true
      evidence = RowList(isOneWay: true)
      return [load(line)]
    case .back where opened != nil:
      opened = nil
      isWaiting = false
      return []
    default:
      let moves = opened == nil ? lines.perform(action) != nil : evidence.perform(action) != nil
      return moves ? [] : nil
    }
  }

  /// Puts the cursor on a line, where none is opened.
  mutating func choose(_ line: Line) { _ = lines.window.move(to: line.id) }

  /// - Returns: whether there is a line under the pointer.
  mutating func point(at gesture: Pointing, _ size: Size) -> Bool {
    guard opened != nil else { return lines.point(at: gesture, in: size).hit }
    let moved = gesture.below(headRows(size))
    return evidence.point(at: moved, in: body(of: size)).hit
  }

  mutating func fit(_ size: Size) {
    if opened == nil { lines.fit(size) } else { evidence.fit(body(of: size)) }
  }

  // MARK: Drawing

  func draw(
    _ table: Table, in canvas: inout Canvas, view: PaneView, cells: (Line) -> [[Run]]
  ) {
    guard let opened else {
      return lines.draw(table, in: &canvas, view: view, cells: cells)
    }
    let head = headRows(view.size)
    if head > 0 {
      canvas.write(
        [
          Run(SafeText(opened.code), .key),
          Run(SafeText((opened.code.isEmpty ? "" : "  ") + opened.name), .heading),
          Run(SafeText(" · " + opened.behind), .dim),
        ], at: 2, 0, limit: Columns(max(0, canvas.columns - 3)))
    }
    var inner = view
    inner.size = body(of: view.size)
    let part = Rectangle(
      column: 0, row: head, columns: inner.size.columns, rows: inner.size.rows)
    canvas.inside(part) { canvas in
      evidence.draw(
        EvidenceDrawing.table(in: inner.size.columns), in: &canvas, view: inner
      ) { EvidenceDrawing.cells(of: $0, in: inner.size.columns) }
    }
    let foot = Rectangle(
      column: 0, row: head + inner.size.rows, columns: view.size.columns,
      rows: footRows(view.size))
    guard !foot.isEmpty, let line = evidence.window.selected else { return }
    canvas.inside(foot) { EvidenceDrawing.sentence(of: line, in: &$0) }
  }

  private func headRows(_ size: Size) -> Int { size.rows >= 8 ? 1 : 0 }
  private func footRows(_ size: Size) -> Int { size.rows >= 9 ? 4 : 0 }

  private func body(of size: Size) -> Size {
    Size(columns: size.columns, rows: size.rows - headRows(size) - footRows(size))
  }
}
