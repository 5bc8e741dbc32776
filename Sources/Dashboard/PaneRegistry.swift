/// The panes of a dashboard, in the order of their keys.
package struct PaneRegistry: Sendable {
  package let panes: [any Pane]

  package init(_ panes: [any Pane]) {
    self.panes = panes
  }

  /// Every file in `Panes/` has its line here; a test compares the two.
  package static let standard = PaneRegistry([
    ArticlesPane(),
    ReaderPane(),
    ActorsPane(),
    RegionsPane(),
    StatementsPane(),
    EscalationPane(),
    EventsPane(),
    TimelinePane(),
    AlertsPane(),
    ClaimsPane(),
    ChangesPane(),
    FiguresPane(),
    DyadsPane(),
    MapPane(),
    ProfilePane(),
    ImportsPane(),
  ])
}
