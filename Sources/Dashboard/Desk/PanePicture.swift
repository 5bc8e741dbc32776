import Terminal

/// What a pane would show if it had all the room for what it has in memory.
enum PanePicture {
  private static let size = Size(columns: 160, rows: 1000)

  static func text(of pane: any Pane, in view: PaneView) -> String {
    var pane = pane
    var view = view
    view.size = size
    view.isFocused = false
    _ = pane.hear(.resized, in: view)
    var frame = Frame(size: size)
    frame.draw { pane.draw(in: &$0, view: view) }
    var lines = frame.plain.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }
}
