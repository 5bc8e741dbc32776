import EventData

extension Event.Status {
  /// How real an event of this status is, 0 to 1: the factor κ.
  ///
  /// A denial takes nothing away, as whoever denies may lie; it only adds nothing.
  func reality(on track: Indicator.Track) -> Double {
    switch (self, track) {
    case (.denied, _), (.negated, _), (.background, _): 0
    // A threat that was uttered has been uttered, whatever comes of it.
    case (_, .word), (.occurred, .deed): 1
    case (.decided, .deed): 0.8
    case (.pledged, .deed): 0.55
    case (.threatened, .deed): 0.5
    case (.demanded, .deed): 0.35
    case (.forecast, .deed): 0.25
    }
  }
}
