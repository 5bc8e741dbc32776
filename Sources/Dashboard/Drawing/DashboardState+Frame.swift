import Terminal

extension DashboardState {
  /// The whole screen: a pure function of the state.
  package func frame(asciiOnly: Bool = false) -> Frame {
    var canvas = Canvas(size: size, asciiOnly: asciiOnly)
    if layout.isTooSmall {
      drawSmall(in: &canvas)
    } else if let alarm = kiosk?.alarm, alarm.isShown {
      let top = layout.header == nil ? 0 : 1
      let room = Rectangle(
        column: 0, row: top, columns: size.columns, rows: size.rows - top - 1)
      canvas.inside(room) { AlarmDrawing.draw(alarm, in: &$0) }
      drawEdges(in: &canvas)
    } else {
      for place in layout.panes { draw(place, in: &canvas) }
      drawEdges(in: &canvas)
      help?.draw(in: &canvas, keymap: keymap)
      suggestions?.draw(in: &canvas)
    }
    return canvas.frame
  }

  /// The lines above and below the panes.
  func drawEdges(in canvas: inout Canvas) {
    if let header = layout.header { canvas.inside(header) { HeaderLine(self).draw(in: &$0) } }
    if let status = layout.status { canvas.inside(status) { StatusLine(self).draw(in: &$0) } }
  }

  func draw(_ place: LayoutPlace, in canvas: inout Canvas) {
    guard let index = index(of: place.id) else { return }
    let pane = panes[index]
    let view = view(of: place.id)
    let key = paneKey(at: index).map { "\($0) " } ?? ""
    let title = [type(of: pane).title, pane.arrangement].compactMap(\.self).joined(separator: " ")
    let inner = canvas.box(
      place.rectangle, title: SafeText(key + title),
      note: SafeText(pane.position(in: view)), focused: place.id == focus)
    canvas.inside(inner) { pane.draw(in: &$0, view: view) }
    if let reason = failures[.pane(place.id)] {
      let last = Rectangle(
        column: inner.column, row: inner.row + inner.rows - 1, columns: inner.columns, rows: 1)
      canvas.inside(last) { canvas in
        canvas.fill(role: .error)
        canvas.write("⚠ \(reason)", at: 1, 0, role: .error)
      }
    }
  }

  /// The key that goes to a pane; nil where it means something else.
  func paneKey(at index: Int) -> Character? {
    guard Action.paneKeys.indices.contains(index) else { return nil }
    let key = Action.paneKeys[index]
    let action = keymap.action(for: .character(key), in: .pane(focus))
    return action?.id == .focus(type(of: panes[index]).id) ? key : nil
  }

  /// A screen too small for panes still says what it is, and what would help.
  private func drawSmall(in canvas: inout Canvas) {
    let smallest = Layout.smallest
    let alert = kiosk?.alarm.lines.first.map { Run(SafeText("⚠ \($0.text)"), .warning) }
    let time = Freshness(self)?.texts.last.map { Run($0) }
    let lines: [Run] =
      [alert, time].compactMap(\.self) + [
        Run("brink", .title),
        Run(SafeText(summary.map { Wording.count($0.articles, "article") } ?? archiveName)),
        Run("Needs \(smallest.columns)×\(smallest.rows),", .dim),
        Run("has \(size.columns)×\(size.rows).", .dim),
      ]
    let top = max(0, (canvas.rows - lines.count) / 2)
    for (row, run) in lines.enumerated() {
      let column = max(0, (canvas.columns - run.text.columns.count) / 2)
      canvas.write([run], at: column, top + row)
    }
  }
}
