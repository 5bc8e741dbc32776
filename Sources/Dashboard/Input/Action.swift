import Terminal

/// Something that a key can do: a line of the action table.
///
/// Help, status line, key documentation and the kiosk's keymap are made from
/// these lines and from nothing else.
package struct Action: Hashable, Sendable {
  package struct ID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
      rawValue = value
    }
  }

  /// Where a key means this action.
  package enum Place: Hashable, Sendable {
    case anyPane
    case pane(PaneID)
    /// A pane that has found what was looked for in it.
    case finding(PaneID)
    /// Behind the key of a leader.
    case leader(Leader)
    case help
    /// Any prompt.
    case prompt
    case asking(Prompt.Purpose)
  }

  /// A key that the next one says more of.
  package enum Leader: String, Hashable, Sendable, CaseIterable {
    case yank, bookmark, go
  }

  /// What an action may do beyond looking; the kiosk allows ``reads`` only.
  package enum Capability: String, Hashable, Sendable, CaseIterable {
    case reads, writes, leaves
    /// Opens a line in which anything may be asked for by its name.
    case commands
    /// Shows what came with an article and is no news, as the addresses in the head of a letter.
    case reveals
  }

  /// The heading under which help lists the action.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case here = "In this pane"
    case moving = "Moving"
    case articles = "Articles"
    case panes = "Panes"
    case filter = "Filter"
    case program = "Program"
  }

  package let id: ID
  /// A sentence without its full stop, as help shows it.
  package let description: String
  /// One or two words for the status line; nil keeps the action out of it.
  package let hint: String?
  package fileprivate(set) var keys: [Key]
  package let place: Place
  package let group: Group
  package let capability: Capability

  package init(
    _ id: ID, _ description: String, hint: String? = nil, keys: [Key], in place: Place,
    group: Group = .here, capability: Capability = .reads
  ) {
    self.id = id
    self.description = description
    self.hint = hint
    self.keys = keys
    self.place = place
    self.group = group
    self.capability = capability
  }

  /// The same, done by other keys.
  func bound(to keys: [Key]) -> Action {
    var action = self
    action.keys = keys
    return action
  }
}
