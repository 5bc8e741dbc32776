import Terminal

extension Action.ID {
  package static let pauseViews: Self = "pause-views"
  package static let nextView: Self = "next-view"
  package static let faster: Self = "faster"
  package static let slower: Self = "slower"
  package static let unlock: Self = "unlock"

  /// Who does this goes on watching: he is no visitor for whom the views wait.
  var changesPace: Bool { [.nextView, .faster, .slower].contains(self) }
}

extension Action {
  /// What keys can do where a playlist runs.
  static let rotation = [
    Action(
      .pauseViews, "Stop at this view, or go on", hint: "pause", keys: [.character("p")],
      in: .anyPane, group: .program),
    Action(
      .nextView, "The next view", hint: "next", keys: [.character(",")], in: .anyPane,
      group: .program),
    Action(
      .faster, "Views stay half as long", keys: [.character("+")], in: .anyPane, group: .program),
    Action(
      .slower, "Views stay twice as long", keys: [.character("-")], in: .anyPane, group: .program),
  ]

  static let unlock = Action(
    .unlock, "Leave, with the operator's phrase", keys: [.control("x")], in: .anyPane,
    group: .program, capability: .leaves)
}

extension Keymap {
  /// The keys of a kiosk: those that only look, and what its operator has set up. Keys of a
  /// playlist go before others.
  package static func kiosk(
    for registry: PaneRegistry = .standard, rotates: Bool = false, unlocks: Bool = false
  ) -> Keymap {
    Keymap(
      (rotates ? Action.rotation : []) + (unlocks ? [Action.unlock] : [])
        + Keymap(for: registry).kiosk.actions)
  }
}

extension PaneRegistry {
  /// What a playlist can show: all panes, and what is made for walls.
  package static let wall = PaneRegistry(standard.panes + [LevelPane()])
}
