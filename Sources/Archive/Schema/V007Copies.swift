import GRDB

/// Copies known by pairs of words instead of runs of five, and marked without a second index.
///
/// The next import, recode or correction makes the ledger anew.
enum V007Copies {
  static let sql = """
    DROP TABLE copy_mark;
    DELETE FROM article_copy;
    -- Marks of which copies share at least one: see `CopyMarks`.
    CREATE TABLE copy_mark (
      mark INTEGER NOT NULL, published INTEGER NOT NULL, article INTEGER NOT NULL,
      PRIMARY KEY (mark, published, article)) STRICT, WITHOUT ROWID;
    -- What is counted once although it is there several times.
    CREATE INDEX article_copy_repeat ON article_copy (article, text) WHERE article <> text;
    UPDATE ledger_state SET catalogue = NULL, is_stale = 1;
    """

  /// Compares all texts anew.
  static func move(_ db: Database) throws {
    let tables = try CopyTables(db, RecentMarks())
    // Not a cursor: tables are written that it would stand on.
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT a.published, t.text FROM article a JOIN article_text t ON t.id = a.id
            WHERE a.id = ?
            """), arguments: [id])
      guard let row else { continue }
      try tables.add(
        CopyMarks(try ByteText(row: row, at: 1).bytes),
        at: ArticleKey(published: try row.decode(Int.self, atIndex: 0), row: id))
    }
    try tables.flush()
  }
}
