import Archive
import Terminal

/// Has somebody look into the archive when it is written to, on a thread of its own that sleeps
/// otherwise.
final class NewsWatch: Sendable {
  /// How long a commit takes that has begun to be written, in milliseconds: the first look may
  /// come before its end, and another one follows.
  private static let commit = 20
  /// Between two looks, in milliseconds.
  private static let interval = DashboardRunner.pollInterval
  /// A look without news, for a file system that does not tell, in milliseconds.
  private static let heartbeat = 60_000

  private let lane = Lane()
  private let end = Waker()

  init(_ watch: ArchiveWatch, look: @escaping @Sendable () -> Void) {
    lane.run { [end] in
      var patience = Self.heartbeat
      while true {
        let isNews = watch.wait(beside: end.readable, timeout: patience)
        if end.wait(timeout: isNews ? Self.commit : 0) { return }
        watch.renew()
        look()
        if end.wait(timeout: Self.interval) { return }
        patience = isNews ? 0 : Self.heartbeat
      }
    }
  }

  deinit { end.wake() }
}
