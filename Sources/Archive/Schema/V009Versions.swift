import GRDB

/// What articles said before they were revised.
enum V009Versions {
  static let sql = """
    CREATE TABLE article_version (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL, external_id TEXT NOT NULL,
      published INTEGER NOT NULL, precision INTEGER NOT NULL, title TEXT, text BLOB NOT NULL,
      fingerprint INTEGER NOT NULL) STRICT;
    CREATE INDEX article_version_article ON article_version (article);
    CREATE INDEX article_version_external_id ON article_version (external_id);
    -- The page that an article stands on: see `PageAddress`.
    ALTER TABLE article ADD COLUMN page INTEGER;
    CREATE INDEX article_page ON article (page) WHERE page IS NOT NULL;
    """

  static func move(_ db: Database) throws {
    let set = try PreparedQuery(db, "UPDATE article SET page = ? WHERE id = ?")
    for row in try Row.fetchAll(db, sql: "SELECT id, url FROM article WHERE url IS NOT NULL") {
      let page = PageAddress.number(of: try row.decode(String?.self, atIndex: 1))
      try set.run(.init(page), .integer(try row.decode(Int64.self, atIndex: 0)))
    }
  }
}
