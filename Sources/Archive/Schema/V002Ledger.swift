/// The ledger of escalation, kept beside what the coder found: readers only read.
///
/// Days are counted from 1970-01-01, points and shares in whole millionths.
enum V002Ledger {
  static let sql = """
    -- Articles that are copies of one text have the least row among them.
    CREATE TABLE article_copy (article INTEGER PRIMARY KEY, text INTEGER NOT NULL) STRICT;
    CREATE INDEX article_copy_text ON article_copy (text);
    -- Marks of which copies share at least one: see `CopyMarks`.
    CREATE TABLE copy_mark (
      mark INTEGER NOT NULL, published INTEGER NOT NULL, article INTEGER NOT NULL,
      PRIMARY KEY (mark, published, article)) STRICT, WITHOUT ROWID;
    CREATE INDEX copy_mark_article ON copy_mark (article);

    -- One row for each event with an indicator, under its id. The first columns come with the
    -- article, the rest from the ledger: while `link` is NULL it has not read the row yet.
    CREATE TABLE ledger_entry (
      id INTEGER PRIMARY KEY, article INTEGER AS (id >> 16) VIRTUAL,
      words INTEGER NOT NULL, place TEXT, origin_code TEXT, origin_kind TEXT,
      quantity REAL, unit TEXT,
      link INTEGER, day INTEGER, is_dated INTEGER, status TEXT, role TEXT, origin TEXT,
      size REAL, excluded TEXT, event INTEGER) STRICT;
    CREATE INDEX ledger_entry_link ON ledger_entry (link);
    CREATE INDEX ledger_entry_event ON ledger_entry (event) WHERE event IS NOT NULL;

    -- Links whose events no longer are what their entries tell.
    CREATE TABLE ledger_stale (link INTEGER PRIMARY KEY) STRICT;

    CREATE TABLE ledger_event (
      id INTEGER PRIMARY KEY, link INTEGER NOT NULL, indicator TEXT NOT NULL) STRICT;
    CREATE INDEX ledger_event_link ON ledger_event (link);
    -- All integers, as an index reads every row: `indicator` is the place in the catalogue that
    -- `ledger_state` names, `status` that of the case, and `until` the greatest integer for ever.
    CREATE TABLE ledger_phase (
      event INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
      day INTEGER NOT NULL, indicator INTEGER NOT NULL, status INTEGER NOT NULL,
      credibility INTEGER NOT NULL, factor INTEGER NOT NULL,
      points INTEGER NOT NULL, variance INTEGER NOT NULL, origins INTEGER NOT NULL,
      PRIMARY KEY (event, since)) STRICT, WITHOUT ROWID;

    CREATE TABLE escalation_day (
      day INTEGER PRIMARY KEY, level INTEGER NOT NULL, days_below INTEGER NOT NULL,
      cause TEXT NOT NULL, cause_event INTEGER,
      deviation REAL NOT NULL, breadth INTEGER NOT NULL, words REAL,
      texts INTEGER NOT NULL, reports INTEGER NOT NULL, single INTEGER NOT NULL,
      is_thin INTEGER NOT NULL,
      catalogue TEXT NOT NULL) STRICT;
    CREATE TABLE escalation_bar (
      day INTEGER NOT NULL, family TEXT NOT NULL, points REAL NOT NULL, value REAL NOT NULL,
      PRIMARY KEY (day, family)) STRICT, WITHOUT ROWID;

    -- The catalogue by which the ledger was made, and whether articles came since.
    CREATE TABLE ledger_state (
      id INTEGER PRIMARY KEY CHECK (id = 1), catalogue TEXT, is_stale INTEGER NOT NULL) STRICT;
    INSERT INTO ledger_state VALUES (1, NULL, 1);

    -- What a person has set right. It names an event by its article and sentence, so that it
    -- outlives imports and coders; `indicator` is empty where it is of the whole article.
    CREATE TABLE correction (
      id INTEGER PRIMARY KEY, article TEXT NOT NULL, words INTEGER NOT NULL,
      indicator TEXT NOT NULL, place INTEGER NOT NULL,
      field TEXT NOT NULL, value TEXT, reason TEXT NOT NULL, author TEXT NOT NULL,
      made INTEGER NOT NULL, is_undone INTEGER NOT NULL) STRICT;
    CREATE INDEX correction_article ON correction (article);

    -- A level that a person sets beside the computed one.
    CREATE TABLE analyst_level (
      id INTEGER PRIMARY KEY, level INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
      reason TEXT NOT NULL, author TEXT NOT NULL, made INTEGER NOT NULL,
      is_undone INTEGER NOT NULL) STRICT;

    CREATE TABLE alert (
      id INTEGER PRIMARY KEY, rule TEXT NOT NULL, scope TEXT NOT NULL, day INTEGER NOT NULL,
      value REAL NOT NULL, threshold REAL NOT NULL, event INTEGER, days INTEGER NOT NULL)
      STRICT;
    CREATE INDEX alert_day ON alert (day);
    CREATE INDEX alert_event ON alert (event) WHERE event IS NOT NULL;
    -- Apart from the alerts, which are made anew with the ledger.
    CREATE TABLE alert_acknowledged (
      id INTEGER PRIMARY KEY, author TEXT NOT NULL, made INTEGER NOT NULL) STRICT;

    -- What somebody has seen of the ledger's events, and on which of its days.
    CREATE TABLE seen_mark (reader TEXT PRIMARY KEY, day INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE seen_event (
      reader TEXT NOT NULL, event INTEGER NOT NULL, indicator INTEGER NOT NULL,
      day INTEGER NOT NULL, points INTEGER NOT NULL, reports INTEGER NOT NULL,
      denials INTEGER NOT NULL,
      PRIMARY KEY (reader, event)) STRICT, WITHOUT ROWID;

    -- What was coded before there was a ledger has to be coded again.
    UPDATE article SET coder = '';
    """
}
