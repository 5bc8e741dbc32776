import Archive
import Dashboard
import EventData
import Terminal

/// A kiosk whose clock the test turns: nothing waits.
struct WallSession {
  private(set) var session: DashboardSession
  private var steady = Duration.zero
  private let start = (hour: 14, minute: 5)

  /// - Parameter views: of a playlist; nil for a walk-up without one.
  init(
    of archive: DashboardArchive, views: [Playlist.View]? = nil, idle: Duration? = .seconds(120),
    columns: Int = 100, rows: Int = 30, phrase: String? = nil
  ) throws {
    let kiosk = Kiosk(
      at: Self.moment(.zero), idleLimit: idle, playlist: views.flatMap { Playlist($0) },
      gate: phrase.map { phrase in Gate { $0 == phrase } })
    let registry = views == nil ? PaneRegistry.standard : .wall
    session = DashboardSession(
      archive: archive, size: Size(columns: columns, rows: rows), registry: registry,
      keymap: .kiosk(for: registry, rotates: views != nil, unlocks: phrase != nil), kiosk: kiosk)
    pass(.zero)
  }

  /// Lets time go by, second by second.
  mutating func pass(_ time: Duration) {
    let end = steady + time
    repeat {
      steady = min(end, steady + .seconds(1))
      session.send(.tick(Self.moment(steady)))
    } while steady < end
  }

  /// Lets time go by at once, as in a machine that slept.
  mutating func jump(_ time: Duration) {
    steady += time
    session.send(.tick(Self.moment(steady)))
  }

  mutating func press(_ keys: String) throws {
    session.send(try KeyNotation.inputs(keys))
  }

  mutating func hear(_ message: Message) { session.send(message) }

  var screen: String { session.state.frame().plain }
  var header: String { screen.split(separator: "\n").first.map(String.init) ?? "" }
  var isRunning: Bool { session.isRunning }

  /// The wall's clock: five past two on the day after the story's last article.
  static func moment(_ steady: Duration) -> Moment {
    let minutes = 14 * 60 + 5 + Int(steady / .seconds(60))
    return Moment(
      steady: steady, day: Day(iso: "2031-05-05")!.advanced(by: minutes / 1440),
      hour: minutes / 60 % 24, minute: minutes % 60)
  }
}
