import Terminal

/// A wish of the user: an action, named as `zoom` or as `map/zoom-in`, and its keys.
package struct KeyBinding: Hashable, Sendable {
  package var name: String
  package var keys: [Key]

  package init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
  }
}

/// What is wrong with a binding, by its place among those given.
package enum KeyBindingError: Error, Hashable, Sendable {
  case unknownAction(Int)
  /// The key has been given to another binding already, in the same place of the screen.
  case keyTwice(Int, Key, before: Int)
  /// Nothing else would leave the program, or the help.
  case needsKey(Int)
}

extension Action {
  /// As it is called in a user's keymap: an action of one place by the place as well.
  package var name: String {
    switch place {
    case .anyPane: id.rawValue
    case .pane(let pane): "\(pane.rawValue)/\(id.rawValue)"
    case .finding(let pane): "\(pane.rawValue)-finding/\(id.rawValue)"
    case .leader(let leader): "\(leader.rawValue)/\(id.rawValue)"
    case .help: "help/\(id.rawValue)"
    case .prompt: "prompt/\(id.rawValue)"
    case .asking(let purpose): "\(purpose.rawValue)-prompt/\(id.rawValue)"
    }
  }

  /// Who takes all its keys away would be caught.
  fileprivate var isWayOut: Bool {
    [.quit, .closeHelp, .cancel, .endFinding].contains(id)
  }
}

extension Keymap {
  /// The same actions on the keys that a user wishes. A key goes to the action that it is given
  /// to, whatever it did before in that place.
  package func rebound(_ bindings: [KeyBinding]) throws(KeyBindingError) -> Keymap {
    if bindings.isEmpty { return self }
    var wishes: [String: [Key]] = [:]
    var taken: [Action.Place: [Key: Int]] = [:]
    for (index, binding) in bindings.enumerated() {
      let named = actions.filter { $0.name == binding.name }
      guard let place = named.first?.place else { throw .unknownAction(index) }
      for key in Set(binding.keys) {
        if let before = taken[place]?.updateValue(index, forKey: key), before != index {
          throw .keyTwice(index, key, before: before)
        }
        taken[place, default: [:]][key] = index
      }
      if binding.keys.isEmpty, named.contains(where: \.isWayOut) { throw .needsKey(index) }
      wishes[binding.name] = binding.keys
    }
    return Keymap(
      actions.map { action in
        if let keys = wishes[action.name] { return action.bound(to: keys) }
        return action.bound(to: action.keys.filter { taken[action.place]?[$0] == nil })
      })
  }

  /// Keys that mean one thing in a pane and another in all others.
  package var covered: [(key: Key, by: Action, instead: Action)] {
    actions.flatMap { action -> [(key: Key, by: Action, instead: Action)] in
      guard case .pane(let pane) = action.place else { return [] }
      return action.keys.compactMap { key in
        actions.first { $0.place == .anyPane && $0.keys.contains(key) }
          .map { (key: key, by: self.action(for: key, in: .pane(pane)) ?? action, instead: $0) }
      }
    }
  }
}
