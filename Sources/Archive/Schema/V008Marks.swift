/// What a person notes of articles, statements and events, and the filters that he gave a name.
enum V008Marks {
  static let sql = """
    -- Statements and events are known by the words of their sentence, so that marks outlive coders;
    -- `words` is 0 for the article itself.
    CREATE TABLE mark (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL, kind TEXT NOT NULL, words INTEGER NOT NULL,
      is_read INTEGER NOT NULL, is_starred INTEGER NOT NULL, note TEXT,
      UNIQUE (article, kind, words)) STRICT;
    CREATE TABLE mark_tag (
      mark INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (mark, tag)) STRICT, WITHOUT ROWID;
    CREATE TABLE saved_filter (name TEXT PRIMARY KEY, filter TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """
}
