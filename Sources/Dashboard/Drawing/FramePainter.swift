import Terminal

/// Draws the frames of a dashboard one after the other, taking over from the last one the
/// panes that have not changed since.
///
/// What it draws equals ``DashboardState/frame(asciiOnly:)``; a key mostly changes one pane.
package struct FramePainter {
  private let asciiOnly: Bool
  private var last: (frame: Frame, looks: [PaneLook])?

  package init(asciiOnly: Bool = false) {
    self.asciiOnly = asciiOnly
  }

  package mutating func frame(of state: DashboardState) -> Frame {
    // What covers panes goes away without a trace when they are drawn anew.
    guard state.help == nil, state.suggestions == nil, !state.layout.isTooSmall,
      state.kiosk?.alarm.isShown != true
    else {
      last = nil
      return state.frame(asciiOnly: asciiOnly)
    }
    let looks = state.layout.panes.map { PaneLook($0, in: state) }
    let frame = repainted(state, looks) ?? state.frame(asciiOnly: asciiOnly)
    last = (frame, looks)
    return frame
  }

  /// The last frame with all that differs drawn again; nil when too much does.
  private mutating func repainted(_ state: DashboardState, _ looks: [PaneLook]) -> Frame? {
    guard let (frame, before) = last, frame.size == state.size,
      before.map(\.place) == looks.map(\.place)
    else { return nil }
    var canvas = Canvas(frame: frame, asciiOnly: asciiOnly)
    canvas.hideCursor()
    for (look, former) in zip(looks, before) where look != former {
      canvas.clear(look.place.rectangle)
      state.draw(look.place, in: &canvas)
    }
    state.drawEdges(in: &canvas)
    return canvas.frame
  }
}

/// All that the drawing of a pane depends on.
private struct PaneLook: Hashable {
  let place: LayoutPlace
  private let revision: Int?
  private let isFocused: Bool
  private let scope: Scope
  private let hasArticle: Bool
  private let failure: String?

  init(_ place: LayoutPlace, in state: DashboardState) {
    self.place = place
    revision = state.index(of: place.id).map { state.revisions[$0] }
    isFocused = place.id == state.focus
    scope = state.scope
    hasArticle = state.article != nil
    failure = state.failures[.pane(place.id)]
  }
}
