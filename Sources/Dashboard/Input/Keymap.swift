import Terminal

/// Where the next key goes.
package enum KeyContext: Hashable, Sendable {
  case pane(PaneID)
  case help
  case prompt
}

/// Which action a key means, in each context.
///
/// An action of one pane goes before an action of any pane with the same key:
/// so Space chooses in a list of actors and turns the page elsewhere.
package struct Keymap: Sendable {
  package let actions: [Action]
  private let index: [Action.Place: [Key: Action]]

  package init(_ actions: [Action]) {
    self.actions = actions
    var index: [Action.Place: [Key: Action]] = [:]
    for action in actions {
      for key in action.keys where index[action.place]?[key] == nil {
        index[action.place, default: [:]][key] = action
      }
    }
    self.index = index
  }

  package init(for registry: PaneRegistry) {
    self.init(Action.table(for: registry))
  }

  package static let standard = Keymap(for: .standard)

  /// The same keys without those that leave the program or write anything.
  package var kiosk: Keymap {
    Keymap(actions.filter { $0.capability == .reads })
  }

  package func action(for key: Key, in context: KeyContext) -> Action? {
    context.places.lazy.compactMap { index[$0]?[key] }.first
  }

  /// What can be done in a context, each action with the keys that reach it there.
  package func bindings(in context: KeyContext) -> [(action: Action, keys: [Key])] {
    context.places.flatMap { place in
      actions.filter { $0.place == place }.compactMap { action in
        let keys = action.keys.filter { self.action(for: $0, in: context) == action }
        return keys.isEmpty ? nil : (action, keys)
      }
    }
  }
}

extension KeyContext {
  /// The most particular place first.
  fileprivate var places: [Action.Place] {
    switch self {
    case .pane(let pane): [.pane(pane), .anyPane]
    case .help: [.help]
    case .prompt: [.prompt]
    }
  }
}
