import EventData

/// Alerts of one rule as they go on: what recurs soon is no news, but makes the alert stronger.
package struct AlertCourse: Sendable {
  /// What one day adds to an alert.
  package struct Mark: Hashable, Sendable {
    package var alert: Int64
    package var day: Day
    package var value: Double
    package var event: Int64?
  }

  private struct Key: Hashable {
    var rule: Alert.Rule
    var scope: String
    var event: Int64?
  }

  private let reach: Int
  private var open: [Key: Int] = [:]
  /// Those that were open, and what has come since.
  package private(set) var alerts: [Alert]
  package private(set) var marks: [Mark] = []

  /// - Parameter alerts: those that may go on.
  package init(_ method: EscalationMethod, open alerts: [Alert] = []) {
    reach = method.days("alert.days")
    self.alerts = alerts
    for (place, alert) in alerts.enumerated() {
      let key = Self.key(of: alert)
      if let known = open[key], alerts[known].last > alert.last { continue }
      open[key] = place
    }
  }

  /// Notes that it is so on a day; days come in order.
  package mutating func raise(_ alert: Alert) {
    let key = Self.key(of: alert)
    var place = alerts.count
    if let known = open[key], alerts[known].last.distance(to: alert.day) <= reach {
      place = known
      alerts[place].add(alert)
    } else {
      alerts.append(alert)
      open[key] = place
    }
    marks.append(
      Mark(alert: alerts[place].id, day: alert.day, value: alert.value, event: alert.event))
  }

  /// Whoever trips a wire is part of what is told; a record only shows by whom it was reached.
  private static func key(of alert: Alert) -> Key {
    Key(
      rule: alert.rule, scope: alert.scope, event: alert.rule == .tripwire ? alert.event : nil)
  }
}

extension Alert {
  fileprivate mutating func add(_ other: Alert) {
    last = other.day
    days += 1
    if other.value > value {
      value = other.value
      event = other.event
    }
  }
}
