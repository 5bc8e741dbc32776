import Escalation
import EventData
import GRDB

extension ArchiveWriter {
  /// Sets something right about an event, or about the date of a whole article.
  ///
  /// The ledger follows with ``updateLedger(_:today:)``.
  ///
  /// - Parameters:
  ///   - value: nil for “none”.
  ///   - moment: seconds since 1970 UTC.
  /// - Returns: the number of the correction; nil when there is no such event or article.
  package func correct(
    _ reference: EventReference, _ field: Correction.Field, to value: String?, reason: String,
    author: String, at moment: Int
  ) throws(ArchiveError) -> Int64? {
    try write { db in
      guard let key = try Correction.key(of: reference, db) else { return nil }
      try PreparedQuery(
        db,
        """
        INSERT INTO correction (article, words, indicator, place, field, value, reason, author,
          made, is_undone)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        """
      ).run(
        .text(reference.article), .integer(key.words), .text(key.indicator), .init(key.place),
        .text(field.rawValue), .init(value), .text(reason), .text(author), .init(moment))
      let id = db.lastInsertedRowID
      try Self.readAnew(reference.article, db)
      return id
    }
  }

  /// Takes a correction back; it stays in the list.
  ///
  /// - Returns: false when there is none that could be.
  package func undo(correction id: Int64) throws(ArchiveError) -> Bool {
    try write { db in
      let article = try String.fetchOne(
        db,
        sql: "UPDATE correction SET is_undone = 1 WHERE id = ? AND is_undone = 0 RETURNING article",
        arguments: [id])
      guard let article else { return false }
      try Self.readAnew(article, db)
      return true
    }
  }

  /// Sets a level beside the computed one.
  package func set(_ level: AnalystLevel, at moment: Int) throws(ArchiveError) {
    try write { db in
      try PreparedQuery(
        db,
        """
        INSERT INTO analyst_level (level, since, until, reason, author, made, is_undone)
        VALUES (?, ?, ?, ?, ?, ?, 0)
        """
      ).run(
        .init(level.level.rawValue), .init(level.since.number), .init(level.until?.number),
        .text(level.reason), .text(level.author), .init(moment))
    }
  }

  /// Takes a level back that a person has set; it stays in the list.
  ///
  /// - Returns: false when there is none that could be.
  package func undo(analystLevel id: Int64) throws(ArchiveError) -> Bool {
    try write { db in
      try Int64.fetchOne(
        db,
        sql: """
          UPDATE analyst_level SET is_undone = 1 WHERE id = ? AND is_undone = 0 RETURNING id
          """, arguments: [id]) != nil
    }
  }

  /// Takes back every level that a person has set.
  package func clearAnalystLevels() throws(ArchiveError) {
    try write { db in
      try db.execute(sql: "UPDATE analyst_level SET is_undone = 1")
    }
  }

  /// Has the ledger read the article's events again, and those that are tied to others by hand.
  private static func readAnew(_ article: String, _ db: Database) throws {
    let rows = """
      id IN (SELECT l.id FROM article a JOIN ledger_entry l
        ON l.id BETWEEN a.id << 16 AND a.id << 16 | 65535
        WHERE a.external_id = ?1
          OR a.external_id IN (SELECT article FROM correction WHERE field = 'link'))
      """
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO ledger_stale SELECT link, day FROM ledger_entry
        WHERE link <> 0 AND \(rows)
        """, arguments: [article])
    try db.execute(
      sql: "UPDATE ledger_entry SET link = NULL, event = NULL, excluded = NULL WHERE \(rows)",
      arguments: [article])
    try db.execute(sql: "UPDATE ledger_state SET is_stale = 1")
  }
}

extension Correction {
  /// What names the event in every coding of its article; nil when there is no such event.
  fileprivate static func key(
    of reference: EventReference, _ db: Database
  ) throws -> (words: Int64, indicator: String, place: Int)? {
    guard reference.number != nil else {
      let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM article WHERE external_id = ?", arguments: [reference.article])
      return known == nil ? nil : (0, "", 0)
    }
    guard let row = try reference.row(db) else { return nil }
    let stored = try StoredFindings(db)
    let ids = CodedRowID.range(ofArticle: CodedRowID.article(of: row))
    let words = try Int64.fetchOne(
      db, sql: "SELECT words FROM ledger_entry WHERE id = ?", arguments: [row])
    guard let words, let indicator = try stored.event(row).indicator else { return nil }
    // Descending ids follow the text.
    let before = try Int64.fetchAll(
      db, sql: "SELECT id FROM ledger_entry WHERE id > ? AND id <= ? AND words = ?",
      arguments: [row, ids.upperBound, words]
    ).count { try stored.event($0).indicator == indicator }
    return (words, indicator, before)
  }
}
