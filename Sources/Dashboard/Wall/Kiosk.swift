/// What a dashboard is besides, when it is a kiosk: it has a clock, forgets its visitors, shows
/// views in turn and lets alerts take over.
package struct Kiosk: Sendable {
  package internal(set) var moment: Moment
  /// After so long without a key a visitor is taken to have left; nil for never.
  let idleLimit: Duration?
  /// Said in the status line until the first key of each visitor.
  let notice: String?
  /// Nil for a walk-up without a playlist.
  var rotation: Rotation?
  var alarm = Alarm()
  /// Nil when no phrase opens it.
  var gate: Gate?
  /// When somebody last touched it since it was reset; nil if nobody has.
  var lastTouch: Duration?

  package init(
    at moment: Moment, idleLimit: Duration? = nil, notice: String? = nil,
    playlist: Playlist? = nil, gate: Gate? = nil
  ) {
    self.moment = moment
    self.idleLimit = idleLimit
    self.notice = notice
    rotation = playlist.map(Rotation.init)
    self.gate = gate
  }

  var hasVisitorLeft: Bool {
    guard let idleLimit, let lastTouch else { return false }
    return moment.steady - lastTouch >= idleLimit
  }

  /// Whether the screen will look different at a moment, even if nothing else happens.
  package func isDue(at next: Moment) -> Bool {
    var later = self
    later.moment = next
    return next.minute != moment.minute || next.hour != moment.hour || next.day != moment.day
      || BurnInShift.step(at: next.steady) != BurnInShift.step(at: moment.steady)
      || alarm.isOver(at: next.steady) || later.hasVisitorLeft || later.isTurnDue
  }

  /// Nobody is interrupted: neither a visitor nor an alert.
  var isTurnDue: Bool {
    lastTouch == nil && !alarm.isShown && rotation?.isDue(at: moment.steady) == true
  }
}
