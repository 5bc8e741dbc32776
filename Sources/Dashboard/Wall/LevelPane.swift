import Archive
import Escalation
import EventData
import Terminal

/// The level, the index and where it goes, to be read from the other end of the room.
struct LevelPane: Pane {
  struct Content: Sendable {
    let reading: EscalationReading?
  }

  static let id: PaneID = "level"
  static let title = "Level"
  /// Made for a screen of its own: it stands with others only where a playlist says so.
  static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 200, weight: 1, companion: "escalation")
  /// The trend compares with so many days before.
  static let trendDays = 7

  private var content: Content?

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? { nil }

  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .scopeChanged, .archiveChanged:
      let filter = view.scope.filter
      return [
        Self.load("reading", .later) {
          Content(reading: try EscalationReading(of: filter, from: $0))
        }
      ]
    case .resized: return []
    case .failed, .selected, .opened, .profiled, .step: return nil
    }
  }

  mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest] {
    self.content = content
    return []
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading = content?.reading else {
      let none: [SafeText] = [
        "No evidence of escalation.", "No dated article reports an indicator.",
      ]
      return EmptyNote.draw(content == nil ? EmptyNote.loading : none, in: &canvas)
    }
    let role = EscalationDrawing.role(of: reading.record.state.level)
    let texts = [reading.record.state.level.name, Self.figures(of: reading.values)]
    let below = Self.notes(of: reading)
    let room = Size(columns: canvas.columns - 4, rows: canvas.rows - below.count - 1)
    let scale = BigText.scale(of: texts, in: room)
    guard scale > 0 else {
      return EmptyNote.draw([SafeText(texts.joined(separator: "  "))] + below, in: &canvas)
    }
    let height = BigText.dots.rows * scale
    var row = max(0, (canvas.rows - 2 * height - 2 - below.count) / 2)
    for text in texts {
      BigText.draw(text, in: &canvas, row: row, scale: scale, role: role)
      row += height + 1
    }
    for note in below {
      let column = max(1, (canvas.columns - note.columns.count) / 2)
      canvas.write(note, at: column, row, limit: Columns(canvas.columns - column - 1))
      row += 1
    }
  }

  /// “62 ↑5”: the index, and how much more or less than a week ago.
  private static func figures(of values: [Double]) -> String {
    let value = Int((values.last ?? 0).rounded())
    guard values.count > trendDays else { return "\(value)" }
    let change = value - Int(values[values.count - 1 - trendDays].rounded())
    return "\(value) " + (change == 0 ? "=" : (change > 0 ? "↑" : "↓") + "\(abs(change))")
  }

  private static func notes(of reading: EscalationReading) -> [SafeText] {
    let analyst = reading.analyst.map { [SafeText("An analyst has set \($0.level.name)")] } ?? []
    let thin: [SafeText] = reading.isThin ? ["Thin evidence"] : []
    return [
      SafeText(reading.cause), "Index of escalation, 0 to 100, and the change in a week",
    ] + analyst + thin
  }
}
