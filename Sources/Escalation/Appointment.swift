import EventData

/// Talks that were set for a day.
package struct Appointment: Hashable, Sendable {
  package var event: Int64
  package var indicator: String
  package var day: Day
  package var parties: Set<String>

  package init(event: Int64, indicator: String, day: Day, parties: Set<String>) {
    self.event = event
    self.indicator = indicator
    self.day = day
    self.parties = parties
  }

  /// Days by which reports of one meeting may differ.
  package static let reach = 2

  /// Alerts about those of which nobody tells that they were held, a day after they should
  /// have been.
  ///
  /// - Parameters:
  ///   - held: what did take place, by day.
  ///   - last: the day up to which articles were read.
  package static func missed(
    _ appointments: [Appointment], held: [Day: [Set<String>]], through last: Day
  ) -> [Alert] {
    var seen: Set<Int64> = []
    return appointments.filter { appointment in
      guard appointment.day.advanced(by: reach) <= last, !appointment.parties.isEmpty else {
        return false
      }
      let wanted = min(2, appointment.parties.count)
      return !(-reach...reach).contains { shift in
        (held[appointment.day.advanced(by: shift)] ?? []).contains {
          $0.intersection(appointment.parties).count >= wanted
        }
      }
    }.sorted { ($0.event, $0.day) < ($1.event, $1.day) }
      .filter { seen.insert($0.event).inserted }
      .map {
        Alert(
          rule: .expected, scope: $0.indicator, day: $0.day.advanced(by: reach), value: 1,
          threshold: 1, event: $0.event)
      }
  }
}
