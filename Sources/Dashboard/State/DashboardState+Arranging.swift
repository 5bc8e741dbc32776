import Terminal

/// How a person arranges the panes; remembered by the size of the screen.
extension DashboardState {
  /// Columns by which a key moves a border.
  private static let step = 4

  /// Nil when the action has nothing to do with it.
  mutating func performArranging(_ action: Action.ID) -> [Effect]? {
    switch action {
    case .nextLayout: return takeNextPreset()
    case .split: return split()
    case .wider: return resizeFocus(by: Self.step)
    case .narrower: return resizeFocus(by: -Self.step)
    default: return nil
    }
  }

  /// Moves the border that the pointer has taken hold of.
  mutating func drag(to mouse: Mouse) -> [Effect] {
    guard let (border, place) = grip else { return [] }
    let cells = border.edge == .right ? mouse.column - place.column : mouse.row - place.row
    let before = layout
    let effects = rearrange { $0.move(border, by: cells) }
    // Where it could not go the pointer does not take it along either.
    if layout != before { grip?.place = mouse }
    return effects
  }

  /// What is remembered of a screen of this size; else the same panes, their borders untouched.
  mutating func recallArrangement() {
    guard kiosk == nil else { return }
    arrangement = arrangements[size] ?? Arrangement(panes: arrangement.panes)
    arrangement.panes = arrangement.panes.filter { index(of: $0) != nil }
    shared = arrangement.panes
    if let first = shared.first, !shared.contains(focus) { bringForward(first) }
  }

  private mutating func takeNextPreset() -> [Effect] {
    let presets = LayoutPreset.all.filter { $0.panes.allSatisfy { index(of: $0) != nil } }
    let now = presets.firstIndex { $0.panes == arrangement.panes } ?? presets.count - 1
    let next = presets[(now + 1) % presets.count]
    remark = "Layout: \(next.name)"
    return share(next.panes)
  }

  private mutating func split() -> [Effect] {
    guard arrangement.panes.isEmpty, recent.count > 1 else {
      remark = "All panes that fit"
      return share([])
    }
    remark = "Two panes; v shows all again"
    return share([recent[1], recent[0]])
  }

  private mutating func share(_ panes: [PaneID]) -> [Effect] {
    isZoomed = false
    if let first = panes.first, !panes.contains(focus) { bringForward(first) }
    return rearrange { $0 = Arrangement(panes: panes) }
  }

  private mutating func resizeFocus(by cells: Int) -> [Effect] {
    guard let area = layout.rectangle(of: focus) else { return [] }
    let right = layout.pane(column: area.column + area.columns, row: area.row)
    let left = layout.pane(column: area.column - 1, row: area.row)
    let border = Border(.right, of: focus)
    if right != nil { return rearrange { $0.move(border, by: cells) } }
    guard let left else {
      remark = "Nothing stands beside this pane"
      return []
    }
    return rearrange { $0.move(Border(.right, of: left), by: -cells) }
  }

  /// Changes the arrangement, and remembers it. A move that changes nothing is none.
  private mutating func rearrange(_ change: (inout Arrangement) -> Void) -> [Effect] {
    let (before, layoutBefore) = (arrangement, layout)
    change(&arrangement)
    shared = arrangement.panes
    let effects = arrange()
    if arrangement.panes == before.panes, layout == layoutBefore {
      arrangement = before
      return effects
    }
    arrangements[size] = arrangement
    let text = ArrangementText.write(arrangements)
    return effects + [keep("layouts") { try $0.keepLayouts?(text) }]
  }
}
