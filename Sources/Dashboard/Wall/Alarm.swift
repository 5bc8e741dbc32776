import Archive
import Escalation

/// Alerts that nobody has seen yet take over a wall for a while.
package struct Alarm: Sendable {
  /// How long an alert takes over.
  package static let time = Duration.seconds(60)
  /// Alerts further back are history, whenever they are found: those of an import of old
  /// articles, say. In days before the last of the archive.
  static let daysBack = 7

  /// A line of alerts, as the alerts pane has it.
  struct Line: Hashable, Sendable {
    let id: Int64
    /// How many alerts it stands for: more of them are news, too.
    let count: Int
    let text: String
  }

  /// What was there already, with the greatest count; nil until the archive was looked at.
  private var known: [Int64: Int]?
  private var end: Duration?
  /// The newest first; empty when nothing takes over.
  private(set) var lines: [Line] = []

  package init() {}

  package var isShown: Bool { !lines.isEmpty }

  func isOver(at now: Duration) -> Bool { end.map { now >= $0 } ?? false }

  /// Takes over for what is new. What was there when the wall was switched on is not.
  mutating func hear(_ found: [Line], at now: Duration) {
    let fresh = known.map { known in found.filter { $0.count > known[$0.id, default: 0] } } ?? []
    for line in found { known = (known ?? [:]).merging([line.id: line.count]) { max($0, $1) } }
    known = known ?? [:]
    guard !fresh.isEmpty else { return }
    lines = fresh + lines.filter { old in !fresh.contains { $0.id == old.id } }
    end = now + Self.time
  }

  mutating func giveBack() {
    lines = []
    end = nil
  }

  /// Reads the alerts that are open.
  static func reading(from source: LoadSource) throws -> [Line] {
    let archive = source.archive
    guard let day = try archive.lastEscalationDay() else { return [] }
    let terms = AlertTerms(
      source.catalogue, names: try archive.partyNames(), since: try archive.firstEscalationDay())
    return try archive.alerts(through: day, limit: 100).filter { row in
      row.acknowledgedBy == nil && row.alert.day.distance(to: day) <= daysBack
    }.map { Line(id: $0.id, count: $0.count, text: $0.text(terms)) }
  }
}
