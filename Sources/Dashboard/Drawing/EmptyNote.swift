import Terminal

/// What a pane says in place of its content: what is missing, and what to do about it.
enum EmptyNote {
  static let loading: [SafeText] = ["Loading…"]

  /// Writes the lines in the middle of the canvas, wrapped where they are too long.
  static func draw(_ lines: [SafeText], in canvas: inout Canvas) {
    let width = canvas.columns - 4
    guard width > 0 else { return }
    let wrapped = lines.enumerated().flatMap { index, line in
      let text = WrappedText(line, width: Columns(width))
      return text.lines.map { (text.text.text(of: $0.shown), index == 0 ? Role.text : Role.dim) }
    }
    let top = max(0, (canvas.rows - wrapped.count) / 2)
    for (row, (line, role)) in wrapped.enumerated() {
      let column = max(0, (canvas.columns - line.columns.count) / 2)
      canvas.write(line, at: column, top + row, role: role)
    }
  }
}

extension SafeText {
  /// A part of the text, in bytes of ``string``.
  func text(of range: Range<Int>) -> SafeText {
    let bytes = string.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    return SafeText(String(string[start..<end]))
  }
}
