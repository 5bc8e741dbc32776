/// Which view of a playlist is shown, and until when.
package struct Rotation: Sendable {
  /// How often the pace can be doubled or halved.
  private static let paces = -3...3

  private let playlist: Playlist
  private var index = 0
  /// When the view came; nil before the first.
  private var since: Duration?
  package private(set) var isPaused = false
  /// Views stay for their time, times two to the power of this.
  private var pace = 0

  package init(_ playlist: Playlist) {
    self.playlist = playlist
  }

  var view: Playlist.View { playlist.views[index] }

  /// “2 of 5”.
  var position: String { "\(index + 1) of \(playlist.views.count)" }

  func isDue(at now: Duration) -> Bool {
    guard let since else { return true }
    guard !isPaused, playlist.views.count > 1 else { return false }
    let factor = pace < 0 ? 1 / Double(1 << -pace) : Double(1 << pace)
    return now - since >= view.dwell * factor
  }

  /// The next view; at first the first.
  mutating func turn(at now: Duration) -> Playlist.View {
    if since != nil { index = (index + 1) % playlist.views.count }
    since = now
    return view
  }

  /// The same view for its whole time, as after a visitor: at the playlist's own pace.
  mutating func begin(at now: Duration) -> Playlist.View {
    since = now
    isPaused = false
    pace = 0
    return view
  }

  mutating func pause() { isPaused.toggle() }

  /// - Parameter steps: 1 for half the speed, -1 for double.
  mutating func slow(by steps: Int) {
    pace = min(max(Self.paces.lowerBound, pace + steps), Self.paces.upperBound)
  }
}
