import Terminal

/// A short list above the status line from which a prompt is helped along.
struct SuggestionBox {
  struct Row {
    let name: [Run]
    /// At the right.
    let note: SafeText
  }

  static let most = 12

  let title: SafeText
  let rows: [Row]
  /// Nil where none can be chosen.
  let chosen: Int?

  /// Draws over what stands above the last line of the screen.
  func draw(in canvas: inout Canvas) {
    let shown = min(Self.most, rows.count, max(1, canvas.rows - 4))
    guard !rows.isEmpty, canvas.rows >= 6 else { return }
    let area = Rectangle(
      column: 0, row: canvas.rows - 3 - shown, columns: min(80, canvas.columns), rows: shown + 2)
    canvas.fill(area, role: .text)
    let note = SafeText(chosen.map { Wording.position($0 + 1, of: rows.count) } ?? "")
    let inner = canvas.box(area, title: title, note: note, focused: true)
    let top = max(0, min((chosen ?? 0) - shown / 2, rows.count - shown))
    canvas.inside(inner) { canvas in
      for (line, row) in rows[top..<top + shown].enumerated() {
        let room = canvas.columns - row.note.columns.count - 5
        canvas.write(row.name, at: 2, line, limit: Columns(max(1, room)))
        canvas.write(
          row.note, at: 0, line, role: .key, limit: Columns(canvas.columns - 1),
          alignment: .trailing)
        if top + line == chosen { CursorMark.draw(in: &canvas, row: line, isFocused: true) }
      }
    }
  }
}
