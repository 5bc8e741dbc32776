import Glibc
import Synchronization

/// A line on standard error about work that takes longer than a second; none where nobody watches.
final class ProgressLine: Sendable {
  private struct Shown {
    var last: ContinuousClock.Instant
    var columns = 0
  }

  private let what: String
  private let unit: String
  private let total: Int?
  private let start = ContinuousClock.now
  private let shown: Mutex<Shown>
  private let isWatched = isatty(STDERR_FILENO) != 0

  /// - Parameter total: nil where it is not known beforehand.
  init(_ what: String, of unit: String, total: Int? = nil) {
    self.what = what
    self.unit = unit
    self.total = total
    shown = Mutex(Shown(last: start + .milliseconds(750)))
  }

  /// - Parameter done: of the total, so far.
  func show(_ done: Int) {
    guard isWatched, done > 0 else { return }
    shown.withLock { shown in
      let now = ContinuousClock.now
      guard now - shown.last >= .milliseconds(250) else { return }
      shown.last = now
      let line = Self.line(what, unit, done: done, of: total, in: now - start)
      let rest = String(repeating: " ", count: max(0, shown.columns - line.count))
      StandardError.write("\r" + line + rest)
      shown.columns = line.count
    }
  }

  /// Takes the line away.
  func end() {
    shown.withLock { shown in
      guard shown.columns > 0 else { return }
      StandardError.write("\r" + String(repeating: " ", count: shown.columns) + "\r")
      shown.columns = 0
    }
  }

  static func line(
    _ what: String, _ unit: String, done: Int, of total: Int?, in time: Duration
  ) -> String {
    let seconds = max(
      0.001, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    let rate = Double(done) / seconds
    var line = "brink: \(what) \(done)"
    if let total { line += " of \(total)" }
    line += " \(unit), \(Int(rate))/s"
    if let total, total > done { line += ", \(left(Double(total - done) / rate)) left" }
    return line
  }

  private static func left(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    return seconds < 120 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
  }
}
