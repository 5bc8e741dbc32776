import Terminal

/// What can be done by name: the actions of the table that fit what was typed.
struct CommandLine {
  struct Command: Hashable {
    let action: Action
    /// The pane whose action it is; nil for any.
    let pane: PaneID?
    /// How often.
    var count = 1
  }

  /// Beyond this a slip of the finger would keep the program busy.
  static let mostTimes = 9999

  /// Those that fit best, first.
  let commands: [Command]

  /// - Parameters:
  ///   - focus: its actions go before those of other panes.
  ///   - titles: what panes are called.
  init(_ typed: String, _ keymap: Keymap, focus: PaneID, titles: [PaneID: String]) {
    if let repeated = Self.repeated(typed, keymap, focus) {
      commands = [repeated]
      return
    }
    commands = keymap.actions.enumerated().compactMap { index, action -> (Command, Int, Int)? in
      let pane: PaneID?
      switch action.place {
      case .anyPane: pane = nil
      case .pane(let id): pane = id
      case .finding, .leader, .help, .prompt, .asking: return nil
      }
      let title = pane.flatMap { titles[$0] } ?? ""
      let id = action.id.rawValue
      let names = [id, action.description, "\(action.description) \(id) \(title)"]
      guard let score = names.compactMap({ FuzzyMatch.score(typed, in: $0) }).max() else {
        return nil
      }
      return (Command(action: action, pane: pane), score + (pane == focus ? 10 : 0), index)
    }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.2 < $1.2 }.map(\.0)
  }

  /// `5j`: what the key does, five times.
  private static func repeated(
    _ typed: String, _ keymap: Keymap, _ focus: PaneID
  ) -> Command? {
    let digits = typed.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), (1...mostTimes).contains(count),
      let keys = try? KeyNotation.keys(String(typed.dropFirst(digits.count))), keys.count == 1,
      let action = keymap.action(for: keys[0], in: .pane(focus))
    else { return nil }
    let isOfPane = if case .pane = action.place { true } else { false }
    return Command(action: action, pane: isOfPane ? focus : nil, count: count)
  }
}
