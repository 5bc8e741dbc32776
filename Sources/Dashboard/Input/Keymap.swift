import Terminal

/// Where the next key goes.
package enum KeyContext: Hashable, Sendable {
  case pane(PaneID)
  /// A pane that has found what was looked for in it.
  case finding(PaneID)
  /// Behind the key of a leader.
  case leader(Action.Leader)
  case help
  case prompt(Prompt.Purpose)
}

/// Which action a key means, in each context.
///
/// An action of one pane goes before an action of any pane with the same key:
/// so Space chooses in a list of actors and turns the page elsewhere.
package struct Keymap: Sendable {
  /// An action with the keys that reach it in some context.
  package struct Binding: Hashable, Sendable {
    package let action: Action
    package let keys: [Key]
  }

  package let actions: [Action]
  private let index: [Action.Place: [Key: Action]]
  /// By the most particular place of a context.
  private let bindings: [Action.Place: [Binding]]

  package init(_ actions: [Action]) {
    self.actions = actions
    var index: [Action.Place: [Key: Action]] = [:]
    for action in actions {
      for key in action.keys where index[action.place]?[key] == nil {
        index[action.place, default: [:]][key] = action
      }
    }
    self.index = index
    let own = Dictionary(grouping: actions, by: \.place).mapValues { actions in
      actions.map { action in
        Binding(action: action, keys: action.keys.filter { index[action.place]?[$0] == action })
      }
    }
    let places = Set(index.keys).union(Prompt.Purpose.allCases.map { .asking($0) })
    bindings = places.reduce(into: [:]) { bindings, place in
      // What a place has for itself goes before what holds everywhere.
      let parts = place.orLessParticular
      bindings[place] = parts.enumerated().flatMap { level, part in
        (own[part] ?? []).compactMap { binding in
          let keys = binding.keys.filter { key in
            !parts[..<level].contains { index[$0]?[key] != nil }
          }
          return keys.isEmpty ? nil : Binding(action: binding.action, keys: keys)
        }
      }
    }
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
    context.place.orLessParticular.lazy.compactMap { index[$0]?[key] }.first
  }

  /// What can be done in a context, each action with the keys that reach it there.
  package func bindings(in context: KeyContext) -> [Binding] {
    context.place.orLessParticular.lazy.compactMap { bindings[$0] }.first ?? []
  }
}

extension KeyContext {
  fileprivate var place: Action.Place {
    switch self {
    case .pane(let pane): .pane(pane)
    case .finding(let pane): .finding(pane)
    case .leader(let leader): .leader(leader)
    case .help: .help
    case .prompt(let purpose): .asking(purpose)
    }
  }
}

extension Action.Place {
  /// Where a key is looked up, one after the other.
  fileprivate var orLessParticular: [Self] {
    switch self {
    case .pane: [self, .anyPane]
    case .finding(let pane): [self, .pane(pane), .anyPane]
    case .asking: [self, .prompt]
    case .anyPane, .leader, .help, .prompt: [self]
    }
  }
}
