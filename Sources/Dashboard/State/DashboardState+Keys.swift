import Terminal

/// From a key to what it does: counts, keys behind a leader, text.
extension DashboardState {
  /// Does what a key means where it is pressed.
  mutating func press(_ key: Key) -> [Effect] {
    remark = nil
    let action = keymap.action(for: key, in: context)
    guard action?.id.changesPace == true || noteVisitor() else { return [] }
    if let leader { return tellChoice() + press(key, behind: leader, action) }
    if countUp(by: key, action) { return [] }
    var effects = action?.group == .moving ? [] : tellChoice()
    let times = action?.isRepeated == true ? count ?? 1 : 1
    count = nil
    guard let action else { return effects + take(key) }
    tour?.note(action.id)
    for _ in 0..<times where prompt == nil && help == nil || times == 1 {
      effects += perform(action.id)
    }
    return effects
  }

  /// A key that means nothing by itself: a letter of a text, or one typed right behind Esc, which
  /// terminals cannot tell from both together.
  private mutating func take(_ key: Key) -> [Effect] {
    switch (key, context) {
    case (.character(let character), _): return enter(String(character))
    case (.alt(let character), .prompt): return press(.escape) + press(.character(character))
    default: return []
    }
  }

  /// Takes a digit of a count; false when the key is none.
  private mutating func countUp(by key: Key, _ action: Action?) -> Bool {
    let digit: Int? =
      switch key {
      case .alt(let character) where action?.id == .count: character.wholeNumberValue
      case .character(let character) where count != nil: character.wholeNumberValue
      default: nil
      }
    guard let digit else { return false }
    count = min(CommandLine.mostTimes, (count ?? 0) * 10 + digit)
    return true
  }

  private mutating func press(
    _ key: Key, behind leader: Action.Leader, _ action: Action?
  ) -> [Effect] {
    self.leader = nil
    showsLeader = false
    switch (leader, key) {
    case (_, _) where action?.id == .cancel: return []
    case (.yank, _): return action.map { [yank($0.id)] } ?? []
    case (.bookmark, .character(let name)) where name.isLetter: return setBookmark(name)
    case (.go, .character(let name)) where name.isLetter || action?.id == .goBackward:
      return go(to: name)
    default:
      remark = "A letter must follow"
      return []
    }
  }
}

extension Action {
  /// Whether a count does it so many times.
  fileprivate var isRepeated: Bool {
    capability == .reads && [.here, .moving, .articles].contains(group) && id != .open
  }
}
