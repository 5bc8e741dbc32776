import EventData

/// What the clock of a kiosk says.
package struct Moment: Hashable, Sendable {
  /// Since some start, never jumping: for what lasts.
  package var steady: Duration
  /// For people: the day and the time of day where the screen hangs.
  package var day: Day
  package var hour: Int
  package var minute: Int
  /// As `CET`; empty where it is not known.
  package var zone: String

  package init(steady: Duration, day: Day, hour: Int, minute: Int, zone: String = "") {
    self.steady = steady
    self.day = day
    self.hour = hour
    self.minute = minute
    self.zone = zone
  }

  /// `09:05`.
  var time: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(hour)):\(two(minute))"
  }

  /// `09:05 CET`.
  var zonedTime: String { zone.isEmpty ? time : "\(time) \(zone)" }
}
