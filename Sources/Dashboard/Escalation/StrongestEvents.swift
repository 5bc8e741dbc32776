/// The most telling of many events, without keeping them all.
struct StrongestEvents: Sendable {
  /// Events of one line that can be opened.
  static let most = 300

  private var found: [EventShare] = []

  mutating func add(_ event: EventShare) {
    found.append(event)
    if found.count >= 4 * Self.most { trim() }
  }

  /// The first counts most.
  var events: [EventShare] {
    var copy = self
    copy.trim()
    return copy.found
  }

  private mutating func trim() {
    found.sort { ($0.value, $1.event) > ($1.value, $0.event) }
    found.removeLast(max(0, found.count - Self.most))
  }
}
