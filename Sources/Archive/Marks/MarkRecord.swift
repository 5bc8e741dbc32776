import EventData
import GRDB

/// What is noted, as it leaves one archive and comes into another: a line of JSON Lines.
///
/// An article is named by its id, statements and events by the words of their sentence.
package struct MarkRecord: Codable, Hashable, Sendable {
  package var article: String
  package var kind: MarkKind
  /// The words of the sentence as a number; nil for the article itself.
  package var words: Int64?
  package var read: Bool?
  package var starred: Bool?
  package var tags: [String]?
  package var note: String?
}

/// A filter under a name, for the term `saved:NAME`.
package struct SavedFilter: Codable, Hashable, Sendable {
  package var name: String
  package var filter: String

  package init(name: String, filter: String) {
    self.name = name
    self.filter = filter
  }
}

extension ArchiveReader {
  /// Everything that is noted, in the order of the articles.
  package func markRecords() throws(ArchiveError) -> [MarkRecord] {
    try read { db in
      let tables = MarkTables(db: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT a.external_id, m.article, m.kind, m.words FROM mark m
            JOIN article a ON a.id = m.article ORDER BY m.article, m.kind, m.words
          """
      ).map { row in
        let key = MarkTables.Key(
          article: try row.decode(Int64.self, atIndex: 1), kind: try row.value(at: 2),
          words: try row.decode(Int64.self, atIndex: 3))
        let marks = try tables.marks(key)
        return MarkRecord(
          article: try row.decode(String.self, atIndex: 0), kind: key.kind,
          words: key.kind == .article ? nil : key.words, read: marks.isRead ? true : nil,
          starred: marks.isStarred ? true : nil, tags: marks.tags.isEmpty ? nil : marks.tags,
          note: marks.note)
      }
    }
  }

  /// By name.
  package func savedFilters() throws(ArchiveError) -> [SavedFilter] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, filter FROM saved_filter ORDER BY name").map {
        SavedFilter(
          name: try $0.decode(String.self, atIndex: 0),
          filter: try $0.decode(String.self, atIndex: 1))
      }
    }
  }
}

extension ArchiveWriter {
  /// Adds to what is noted: tags join those that are there, and a note takes the place of one.
  ///
  /// - Returns: false when the archive has no such article.
  package func add(_ record: MarkRecord) throws(ArchiveError) -> Bool {
    try write { db in
      let tables = MarkTables(db: db)
      let row = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM article WHERE external_id = ?"),
        arguments: [record.article.storable])
      guard let row else { return false }
      let key = MarkTables.Key(article: row, kind: record.kind, words: record.words ?? 0)
      let before = try tables.marks(key)
      try tables.set(
        Marks(
          isRead: record.read ?? before.isRead, isStarred: record.starred ?? before.isStarred,
          tags: before.tags + (record.tags ?? []), note: record.note ?? before.note), key)
      return true
    }
  }

  /// Keeps a filter under its name, in place of one of the same name.
  package func save(_ filter: SavedFilter) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO saved_filter (name, filter) VALUES (?, ?)",
        arguments: [filter.name.storable, filter.filter.storable])
    }
  }

  /// - Returns: false when there is no filter of that name.
  package func forget(filter name: String) throws(ArchiveError) -> Bool {
    try write { db in
      try db.execute(
        sql: "DELETE FROM saved_filter WHERE name = ?", arguments: [name.storable])
      return db.changesCount > 0
    }
  }
}
