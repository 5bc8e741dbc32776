/// The feeds that are fetched, and what is known of each. Times are in seconds since 1970 UTC.
enum V005Feeds {
  static let sql = """
    CREATE TABLE feed (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE,
      title TEXT,
      full_text INTEGER NOT NULL,  -- whether the pages are fetched that its entries link to
      etag TEXT, last_modified TEXT,
      checked INTEGER, failures INTEGER NOT NULL, due INTEGER NOT NULL,
      is_gone INTEGER NOT NULL) STRICT;
    """
}
