/// The only way out of a kiosk by keys: a phrase that its operator has set.
package struct Gate: Sendable {
  /// What somebody tries, compared on another thread.
  struct Answer: Sendable {
    let isRight: Bool
  }

  /// Longest wait after failures.
  static let longestWait = Duration.seconds(300)

  let isRight: @Sendable (String) -> Bool
  /// Open while somebody types; what he types is never shown.
  var prompt: Prompt?
  private var failures = 0
  private var blockedUntil = Duration.zero

  /// - Parameter isRight: takes its time, as a slow hash does.
  package init(isRight: @escaping @Sendable (String) -> Bool) {
    self.isRight = isRight
  }

  /// Seconds until somebody may try again; 0 when he may.
  func wait(at now: Duration) -> Int {
    let left = blockedUntil - now
    return left > .zero ? Int((left / .seconds(1)).rounded(.up)) : 0
  }

  /// Each failure doubles the wait.
  mutating func fail(at now: Duration) {
    failures += 1
    blockedUntil = now + min(Self.longestWait, .seconds(1 << min(failures, 16)))
  }
}
