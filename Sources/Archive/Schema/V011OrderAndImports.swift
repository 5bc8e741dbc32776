/// Articles in other orders than that of their dates, and what imports have done.
enum V011OrderAndImports {
  static let sql = """
    -- How many of its events escalate: see `CodedArticle.escalatingEvents`.
    ALTER TABLE article ADD COLUMN escalating INTEGER NOT NULL DEFAULT 0;
    UPDATE article SET escalating = (
      SELECT count(*) FROM event
      WHERE event.id BETWEEN article.id << 16 AND article.id << 16 | 65535
        AND indicator IS NOT NULL AND indicator NOT GLOB 'DE*'
        AND status NOT IN ('denied', 'negated', 'background'));
    CREATE INDEX article_escalating ON article (escalating, published);
    CREATE INDEX article_outlet ON article (outlet, published);

    -- Times are in seconds since 1970 UTC. `ended` is NULL while an import runs, and stays so when
    -- it was killed; `problem` says what stopped it otherwise.
    CREATE TABLE import (
      id INTEGER PRIMARY KEY, begun INTEGER NOT NULL, heard INTEGER NOT NULL, ended INTEGER,
      command TEXT NOT NULL, origin TEXT NOT NULL,
      added INTEGER NOT NULL, changed INTEGER NOT NULL, known INTEGER NOT NULL,
      failed INTEGER NOT NULL, problem TEXT) STRICT;
    -- What an import could not read: the first of them.
    CREATE TABLE import_failure (
      import INTEGER NOT NULL, place INTEGER NOT NULL, input TEXT NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (import, place)) STRICT, WITHOUT ROWID;
    """
}
