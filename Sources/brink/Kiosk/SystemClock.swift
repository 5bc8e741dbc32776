import Dashboard
import EventData
import Glibc

/// The clock of the machine, as a kiosk shows it.
enum SystemClock {
  /// - Parameter speed: so many times faster than time goes by, to try a playlist.
  static func running(times speed: Int) -> @Sendable () -> Moment {
    // The zone is read now: a kiosk that is locked in cannot.
    tzset()
    let start = ContinuousClock.now
    let began = time(nil)
    return {
      let steady = start.duration(to: .now) * speed
      // The clock may be set while the kiosk runs; what is hastened goes its own way.
      return moment(
        steady: steady, speed == 1 ? time(nil) : began + Int(steady / .seconds(1)))
    }
  }

  private static func moment(steady: Duration, _ second: Int) -> Moment {
    var second = second
    var parts = tm()
    localtime_r(&second, &parts)
    return Moment(
      steady: steady,
      day: Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        ?? Day(number: 0),
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min),
      zone: parts.tm_zone.map { String(cString: $0) } ?? "")
  }
}
