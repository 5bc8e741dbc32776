import Terminal

/// Anything that may change the state.
package enum Message: Sendable {
  /// The screen is there; whatever it shows has to be asked for.
  case start
  case input(Input)
  case action(Action.ID)
  case delivery(Delivery)
  /// The archive holds more than it did.
  case archiveChanged
  /// The archive is out of reach, or is back: nil.
  case outage(LoadFailure?)
  /// Ask again for whatever failed.
  case retry
  /// What the clock of a kiosk says.
  case tick(Moment)
  /// Nothing has come for a while behind the key of a leader.
  case hesitation
  /// What a key asked for takes its time; one more step of the sign that says so.
  case delay(step: Int)
}

/// What the state asks of the runner.
package enum Effect: Sendable {
  case load(Load)
  /// Puts a text on the clipboard.
  case copy(String)
  case quit
}
