/// What a wall shows in turn.
package struct Playlist: Sendable {
  package struct View: Sendable {
    /// Panes that share the screen; none stands for what a person sees who opens brink.
    package var panes: [PaneID]
    package var scope: Scope
    /// How long it stays.
    package var dwell: Duration

    package init(panes: [PaneID] = [], scope: Scope = Scope(), dwell: Duration) {
      self.panes = panes
      self.scope = scope
      self.dwell = dwell
    }
  }

  /// At least one.
  package let views: [View]

  /// Nil without a view.
  package init?(_ views: [View]) {
    guard !views.isEmpty else { return nil }
    self.views = views
  }
}
