import Archive
import Terminal

/// Draws the frames of a dashboard one after the other, taking over from the last one the
/// panes, and the lines above and below them, that have not changed since.
///
/// What it draws equals ``DashboardState/frame(asciiOnly:)``; a key mostly changes one pane.
package struct FramePainter {
  private let asciiOnly: Bool
  private var last: (frame: Frame, looks: [PaneLook], edges: EdgesLook?)?

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
    let edges = EdgesLook(state)
    let frame = repainted(state, looks, edges) ?? state.frame(asciiOnly: asciiOnly)
    last = (frame, looks, edges)
    return frame
  }

  /// The last frame with all that differs drawn again; nil when too much does.
  private func repainted(
    _ state: DashboardState, _ looks: [PaneLook], _ edges: EdgesLook?
  ) -> Frame? {
    guard let (frame, before, formerEdges) = last, frame.size == state.size,
      before.map(\.place) == looks.map(\.place)
    else { return nil }
    var canvas = Canvas(frame: frame, asciiOnly: asciiOnly)
    canvas.hideCursor()
    for (look, former) in zip(looks, before) where look != former {
      canvas.clear(look.place.rectangle)
      state.draw(look.place, in: &canvas)
    }
    if edges == nil || edges != formerEdges { state.drawEdges(in: &canvas) }
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

/// All that the lines above and below the panes depend on, where the panes stand as before.
private struct EdgesLook: Equatable {
  private let context: KeyContext
  private let scope: Scope
  private let summary: ArchiveSummary?
  private let count: Int?
  private let remark: String?
  private let outage: String?
  private let failure: String?
  private let tour: Tour?
  private let delay: Int?

  /// Nil where a clock stands in them or somebody types: they are drawn anew each time.
  init?(_ state: DashboardState) {
    guard state.kiosk == nil, state.prompt == nil else { return nil }
    context = state.context
    scope = state.scope
    summary = state.summary
    count = state.count
    remark = state.remark
    outage = state.outage
    failure = state.failures[.dashboard]
    tour = state.tour
    delay = state.delay
  }
}
