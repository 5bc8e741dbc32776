/// The tables of the first version. Never edited once released: a change is a new migration.
///
/// - Bodies stand apart from the list of articles, which stays small enough to be read whole from
///   the page cache.
/// - The date of the article is repeated in every coded row and leads every index after the
///   thing looked for, so that the newest of anything is one step down a B-tree.
/// - `published` is in seconds since 1970 UTC; an article without a date has the least integer
///   and so comes last.
/// - Text in which spans point is a BLOB: SQLite then counts bytes, as spans do, and a NUL
///   inside it cuts nothing off.
/// - There are no foreign keys: one writer writes everything in one transaction, and checking
///   each of a dozen rows an article costs a third of the import.
enum V001Archive {
  static let sql = """
    CREATE TABLE tally (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      articles INTEGER NOT NULL, statements INTEGER NOT NULL,
      events INTEGER NOT NULL, figures INTEGER NOT NULL) STRICT;
    INSERT INTO tally VALUES (1, 0, 0, 0, 0);

    CREATE TABLE outlet (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL) STRICT;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      external_id TEXT NOT NULL UNIQUE,
      published INTEGER NOT NULL,
      precision INTEGER NOT NULL,  -- 0 no date, 1 day, 2 second
      outlet INTEGER,
      title TEXT, url TEXT, path TEXT NOT NULL, language TEXT,
      statements INTEGER NOT NULL, events INTEGER NOT NULL, figures INTEGER NOT NULL,
      coder TEXT NOT NULL,
      fingerprint INTEGER NOT NULL) STRICT;
    CREATE INDEX article_published ON article (published);

    CREATE TABLE article_text (
      id INTEGER PRIMARY KEY,
      body_start INTEGER NOT NULL, headings BLOB NOT NULL, furniture BLOB NOT NULL,
      text BLOB NOT NULL) STRICT;

    -- NULL where the original is the text, byte for byte.
    CREATE TABLE article_original (id INTEGER PRIMARY KEY, bytes BLOB) STRICT;

    CREATE TABLE article_coding (
      id INTEGER PRIMARY KEY,
      sentences BLOB NOT NULL, actors BLOB NOT NULL, regions BLOB NOT NULL) STRICT;

    CREATE VIEW article_search AS
      SELECT a.id AS id,
        CASE WHEN t.body_start = 0 AND a.title IS NOT NULL THEN a.title || char(10) ELSE '' END
          || CAST(t.text AS TEXT) AS text
      FROM article a JOIN article_text t ON t.id = a.id;
    -- No ranking by frequency is asked for, hence no column sizes.
    CREATE VIRTUAL TABLE article_fts USING fts5 (
      text, content = 'article_search', content_rowid = 'id', columnsize = 0,
      tokenize = 'unicode61 remove_diacritics 2');

    -- One form for each combination of what articles tell of an actor: its role changes with
    -- the date and the text. `actor.form` is that of the newest article.
    CREATE TABLE actor (
      id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, form INTEGER NOT NULL,
      articles INTEGER NOT NULL, statements INTEGER NOT NULL) STRICT;
    CREATE INDEX actor_articles ON actor (articles DESC);
    CREATE TABLE actor_form (
      id INTEGER PRIMARY KEY, actor INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT,  -- NULL when only named as a speaker, a source or a target
      affiliation TEXT, role TEXT, code TEXT NOT NULL) STRICT;
    CREATE INDEX actor_form_actor ON actor_form (actor, name, role);
    CREATE VIRTUAL TABLE actor_fts USING fts5 (
      name, affiliation, role, code, content = 'actor_form', content_rowid = 'id',
      columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');

    CREATE TABLE mention (
      actor INTEGER NOT NULL, published INTEGER NOT NULL, article INTEGER NOT NULL,
      form INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (actor, published, article)) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_article ON mention (article, actor);

    CREATE TABLE region (
      id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL,
      articles INTEGER NOT NULL) STRICT;
    CREATE INDEX region_articles ON region (articles DESC);
    CREATE TABLE region_mention (
      region INTEGER NOT NULL, published INTEGER NOT NULL, article INTEGER NOT NULL,
      n INTEGER NOT NULL,
      PRIMARY KEY (region, published, article)) STRICT, WITHOUT ROWID;
    CREATE INDEX region_mention_article ON region_mention (article, region);

    -- The ids of statements, events and figures are those of `CodedRowID`.
    CREATE TABLE statement (
      id INTEGER PRIMARY KEY, article INTEGER AS (id >> 16) VIRTUAL,
      published INTEGER NOT NULL,
      speaker INTEGER, speaker_form INTEGER,
      kind TEXT NOT NULL, act TEXT NOT NULL, addressee TEXT, via TEXT,
      is_inner INTEGER NOT NULL, rule TEXT NOT NULL,
      spans BLOB NOT NULL) STRICT;
    CREATE INDEX statement_published ON statement (published);
    CREATE INDEX statement_speaker ON statement (speaker, published) WHERE speaker IS NOT NULL;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY, article INTEGER AS (id >> 16) VIRTUAL,
      published INTEGER NOT NULL,
      source INTEGER, source_form INTEGER, target INTEGER, target_form INTEGER,
      category TEXT NOT NULL, mode TEXT, cameo TEXT NOT NULL, goldstein REAL NOT NULL,
      indicator TEXT, status TEXT NOT NULL, origin TEXT, region TEXT,
      day INTEGER,  -- days since 1970-01-01
      precision TEXT, rule TEXT NOT NULL,
      spans BLOB NOT NULL) STRICT;
    CREATE INDEX event_published ON event (published);
    CREATE INDEX event_ledger ON event (published) WHERE indicator IS NOT NULL;
    CREATE INDEX event_source ON event (source, published) WHERE source IS NOT NULL;
    CREATE INDEX event_target ON event (target, published) WHERE target IS NOT NULL;

    CREATE TABLE figure (
      id INTEGER PRIMARY KEY, article INTEGER AS (id >> 16) VIRTUAL,
      published INTEGER NOT NULL,
      quantity REAL NOT NULL, qualifier TEXT, unit TEXT NOT NULL, subject TEXT,
      is_stock INTEGER NOT NULL, origin TEXT,
      spans BLOB NOT NULL) STRICT;
    """
}
