import Terminal

/// An alert over the whole screen.
enum AlarmDrawing {
  private static let word = "ALERT"

  static func draw(_ alarm: Alarm, in canvas: inout Canvas) {
    let inner = canvas.box(title: "Alert", focused: true)
    canvas.inside(inner) { canvas in
      // At least half of the room is for what has happened.
      let room = Size(columns: canvas.columns - 4, rows: canvas.rows / 2 - 1)
      let scale = BigText.scale(of: [word], in: room)
      if scale > 0 { BigText.draw(word, in: &canvas, row: 1, scale: scale, role: .level4) }
      var row = scale * BigText.dots.rows + (scale > 0 ? 2 : 0)
      for (index, line) in alarm.lines.enumerated() {
        let text = WrappedText(SafeText("⚠ \(line.text)"), width: Columns(canvas.columns - 4))
        let left = alarm.lines.count - index
        guard row + text.lines.count < canvas.rows || left == 1 && row < canvas.rows else {
          canvas.write(
            SafeText("and \(Wording.count(left, "more alert"))"), at: 2, canvas.rows - 1, role: .dim
          )
          return
        }
        canvas.write(text, at: 2, row)
        row += text.lines.count
      }
    }
  }
}
