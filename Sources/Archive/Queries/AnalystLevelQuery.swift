import Escalation
import EventData
import GRDB

/// A level that a person has set: it stands beside the computed one and changes nothing in it.
package struct AnalystLevel: Hashable, Sendable {
  package var level: EscalationLevel
  package var since: Day
  /// The last day on which it holds; nil until it is taken back.
  package var until: Day?
  package var reason: String
  package var author: String

  package init(
    level: EscalationLevel, since: Day, until: Day?, reason: String, author: String
  ) {
    self.level = level
    self.since = since
    self.until = until
    self.reason = reason
    self.author = author
  }
}

extension ArchiveReader {
  /// The latest that holds on the day.
  package func analystLevel(on day: Day) throws(ArchiveError) -> AnalystLevel? {
    try read { db in
      let sql = """
        SELECT level, since, until, reason, author FROM analyst_level
        WHERE is_undone = 0 AND since <= ?1 AND (until IS NULL OR until >= ?1)
        ORDER BY id DESC LIMIT 1
        """
      return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [day.number])
        .map(AnalystLevel.init(row:))
    }
  }
}

extension AnalystLevel {
  /// Of the columns level, since, until, reason and author.
  init(row: Row) throws {
    guard let level = EscalationLevel(rawValue: try row.decode(Int.self, atIndex: 0)) else {
      throw ArchiveError.corrupt("a level")
    }
    self.init(
      level: level, since: Day(number: try row.decode(Int.self, atIndex: 1)),
      until: try row.decode(Int?.self, atIndex: 2).map(Day.init(number:)),
      reason: try row.decode(String.self, atIndex: 3),
      author: try row.decode(String.self, atIndex: 4))
  }
}
