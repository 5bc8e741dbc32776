import EventData
import GRDB

/// What articles call an actor, and in which time.
package struct ActorForm: Hashable, Sendable {
  package var name: String
  package var affiliation: String?
  package var role: String?
  package var articles: Int
  /// The days of the first and the last article that call it so; nil where none has a date.
  package var first: Day?
  package var last: Day?
}

extension ArchiveReader {
  /// All forms in which articles have an actor, the earliest first.
  package func forms(ofActor id: String) throws(ArchiveError) -> [ActorForm] {
    try read { db in
      let sql = """
        SELECT f.name, f.affiliation, f.role, count(*),
          min(CASE WHEN m.published > ?2 THEN m.published END), max(m.published)
        FROM actor p CROSS JOIN mention m ON m.actor = p.id CROSS JOIN actor_form f ON f.id = m.form
        WHERE p.external_id = ?1 GROUP BY f.id ORDER BY 5, f.id
        """
      return try Row.fetchAll(
        db.cachedStatement(sql: sql), arguments: [id.storable, ArticleKey.undated]
      ).map { row in
        ActorForm(
          name: try row.decode(String.self, atIndex: 0),
          affiliation: try row.decode(String?.self, atIndex: 1),
          role: try row.decode(String?.self, atIndex: 2),
          articles: try row.decode(Int.self, atIndex: 3), first: try row.day(at: 4),
          last: try row.day(at: 5))
      }
    }
  }

  /// In how many articles an actor speaks, by the day of their publication.
  package func speakingDays(ofActor id: String) throws(ArchiveError) -> [Day: Int] {
    try read { db in
      let sql = """
        SELECT m.published FROM actor p CROSS JOIN mention m ON m.actor = p.id
        WHERE p.external_id = ? AND m.roles & \(MentionTables.Role.speaks.rawValue) > 0
        """
      var days: [Day: Int] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: sql), arguments: [id.storable])
      while let row = try rows.next() {
        if let day = try row.day(at: 0) { days[day, default: 0] += 1 }
      }
      return days
    }
  }
}

extension Row {
  /// The day of a moment in seconds since 1970; nil for that of an article without a date.
  fileprivate func day(at index: Int) throws -> Day? {
    try decode(Int?.self, atIndex: index)
      .flatMap { PublicationDate(published: $0, precision: 1)?.day }
  }
}
