/// What happens while nothing happens: hints for who hesitates, a sign for who waits.
struct Waits {
  /// Milliseconds behind a leader's key until what can follow is listed.
  static let hesitation = 500
  /// Milliseconds after which an answer is called slow.
  static let slowness = 150
  /// Milliseconds between two steps of the sign for it.
  static let step = 120

  private var leaderSince: ContinuousClock.Instant?
  private var busySince: ContinuousClock.Instant?
  private var steps = 0

  /// Milliseconds until there is something to say; nil when nothing is waited for.
  var patience: Int? {
    let hint = leaderSince.map { Self.hesitation - Self.milliseconds(since: $0) }
    let sign = busySince.map {
      Self.slowness + steps * Self.step - Self.milliseconds(since: $0)
    }
    return [hint, sign].compactMap(\.self).min().map { max(1, $0) }
  }

  /// - Parameter news: what came before; it begins a wait, or ends it.
  mutating func messages(for state: DashboardState, after news: [Message]) -> [Message] {
    var messages: [Message] = []
    if state.leader == nil || state.showsLeader || !news.isEmpty {
      leaderSince = nil
    } else if let since = leaderSince, Self.milliseconds(since: since) >= Self.hesitation {
      messages.append(.hesitation)
      leaderSince = nil
    }
    if !state.isBusy {
      busySince = nil
      steps = 0
    } else if let since = busySince,
      Self.milliseconds(since: since) >= Self.slowness + steps * Self.step
    {
      messages.append(.delay(step: steps))
      steps += 1
    }
    return messages
  }

  /// Notes what is waited for from now on.
  mutating func begin(with state: DashboardState) {
    if state.leader != nil, !state.showsLeader { leaderSince = leaderSince ?? .now }
    if state.isBusy { busySince = busySince ?? .now }
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    Int(start.duration(to: .now) / .milliseconds(1))
  }
}
