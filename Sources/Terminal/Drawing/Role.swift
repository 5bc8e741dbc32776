/// What a cell means. Panes name a role; a palette turns it into colours.
///
/// The raw value is the place in `allCases`, by which terminals number their styles.
package enum Role: UInt8, Sendable, CaseIterable {
  case text, dim, title, heading, border, focusedBorder, selection, unfocusedSelection
  case actor, region, cue, quotation, statement, event, figure, furniture
  case level0, level1, level2, level3, level4
  case escalation, deescalation, contested
  case statusLine, key, prompt, hit, warning, error

  /// As palettes write it.
  package var name: String { "\(self)" }

  package init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
