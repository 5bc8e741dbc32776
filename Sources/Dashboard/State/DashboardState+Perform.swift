import Archive
import Terminal

extension DashboardState {
  /// Does what a key means.
  mutating func perform(_ action: Action.ID) -> [Effect] {
    switch context {
    case .prompt(.phrase): performAtGate(action)
    case .prompt(let purpose): performInPrompt(action, purpose)
    case .help: performInHelp(action)
    case .pane(let pane), .finding(let pane): perform(action, in: pane)
    case .leader: []
    }
  }

  mutating func perform(_ action: Action.ID, in pane: PaneID) -> [Effect] {
    switch action {
    case .quit, .quitAlways: return [.quit]
    case .help: help = HelpOverlay(for: .pane(pane))
    case .search: beginSearch()
    case .command:
      prompt = Prompt(for: .command)
      command = 0
    case .reload: return apply(.archiveChanged)
    case .zoom:
      // What a playlist shows may be one pane alone already.
      isZoomed.toggle()
      shared = arrangement.panes
      return arrange()
    case .find: prompt = Prompt(for: .find)
    case .facets: return [askForFacets()]
    case .bookmark: leader = .bookmark
    case .go: leader = .go
    case .nextPane: return turnFocus(by: 1)
    case .previousPane: return turnFocus(by: -1)
    case .nextArticle: return tell(.step(1))
    case .previousArticle: return tell(.step(-1))
    case .back: return goBack(of: pane) ?? []
    case .escape: return goBack(of: pane) ?? clearScope()
    default:
      if let effects = performMarking(action, in: pane) { return effects }
      if let effects = performAtDesk(action, in: pane) { return effects }
      if let effects = performArranging(action) { return effects }
      if let target = focusActions[action] {
        trail = []
        return setFocus(target)
      }
      return performInKiosk(action) ?? performInPane(action, pane) ?? []
    }
    return []
  }

  private mutating func performInPane(_ action: Action.ID, _ pane: PaneID) -> [Effect]? {
    change(pane) { $0.perform(action, in: $1) }.map { run($0, of: pane) }
  }

  private mutating func performInHelp(_ action: Action.ID) -> [Effect] {
    switch action {
    case .closeHelp: help = nil
    case .search: prompt = Prompt(help?.query ?? "", for: .help)
    case .quitAlways: return [.quit]
    default: help?.perform(action, on: size, keymap)
    }
    return []
  }

  private mutating func turnFocus(by steps: Int) -> [Effect] {
    trail = []
    let index = index(of: focus) ?? 0
    return setFocus(paneIDs[(index + steps + paneIDs.count) % paneIDs.count])
  }

  /// One step back: inside the pane, then out of it to where it was opened from, then out of
  /// the zoom; nil when there is no way back.
  private mutating func goBack(of pane: PaneID) -> [Effect]? {
    if let effects = performInPane(.back, pane) { return effects }
    while let origin = trail.popLast() {
      if origin != pane { return setFocus(origin) }
    }
    if isZoomed {
      isZoomed = false
      return arrange()
    }
    return nil
  }

  private mutating func clearScope() -> [Effect] {
    guard !scope.isEmpty else { return [] }
    scope = Scope()
    return tell(.scopeChanged)
  }
}
