/// What a cell means. Panes name a role; a palette turns it into colours.
package enum Role: String, Sendable, CaseIterable {
  case text, dim, title, heading, border, focusedBorder, selection, unfocusedSelection
  case actor, region, cue, quotation, statement, event, figure, furniture
  case level0, level1, level2, level3, level4
  case escalation, deescalation, contested
  case statusLine, key, prompt, hit, warning, error
}
