/// The ledger kept by what changes: sums of what begins and ceases to count, and the texts, links
/// and days that have to be looked at again.
///
/// What articles and people gave is kept; the rest is made anew by the next import, recode or
/// correction.
enum V003Postings {
  static let sql = """
    -- The day of the first copy of each text. What changes copies need not know: triggers note
    -- the texts to be looked at again.
    CREATE TABLE ledger_text (text INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT;
    CREATE INDEX ledger_text_day ON ledger_text (day);
    CREATE TABLE stale_text (text INTEGER PRIMARY KEY) STRICT;
    CREATE TRIGGER article_copy_inserted AFTER INSERT ON article_copy BEGIN
      INSERT OR IGNORE INTO stale_text VALUES (new.text);
    END;
    CREATE TRIGGER article_copy_updated AFTER UPDATE ON article_copy BEGIN
      INSERT OR IGNORE INTO stale_text VALUES (old.text), (new.text);
    END;
    CREATE TRIGGER article_copy_deleted AFTER DELETE ON article_copy BEGIN
      INSERT OR IGNORE INTO stale_text VALUES (old.text);
    END;

    INSERT OR IGNORE INTO stale_text SELECT text FROM article_copy;

    ALTER TABLE ledger_entry RENAME TO former_entry;
    DROP INDEX ledger_entry_link;
    DROP INDEX ledger_entry_event;
    -- One row for each event with an indicator, under its id. The first columns come with the
    -- article, the rest from the ledger: while `link` is NULL it has not read the row yet.
    -- `indicator` is the place in the catalogue that `ledger_state` names.
    CREATE TABLE ledger_entry (
      id INTEGER PRIMARY KEY, article INTEGER AS (id >> 16) VIRTUAL,
      words INTEGER NOT NULL, place TEXT, origin_code TEXT, origin_kind TEXT,
      quantity REAL, unit TEXT,
      link INTEGER, indicator INTEGER, day INTEGER, is_dated INTEGER, status TEXT, role TEXT, origin TEXT,
      size REAL, excluded TEXT, event INTEGER) STRICT;
    INSERT INTO ledger_entry (id, words, place, origin_code, origin_kind, quantity, unit)
      SELECT id, words, place, origin_code, origin_kind, quantity, unit FROM former_entry;
    DROP TABLE former_entry;
    CREATE INDEX ledger_entry_link ON ledger_entry (link);
    CREATE INDEX ledger_entry_event ON ledger_entry (event) WHERE event IS NOT NULL;

    CREATE INDEX ledger_entry_day ON ledger_entry (indicator, day) WHERE event IS NOT NULL;
    CREATE INDEX ledger_entry_size ON ledger_entry (indicator, day, size)
      WHERE size IS NOT NULL;

    DROP TABLE ledger_stale;
    -- Links whose events no longer are what their entries tell, and the days of those entries
    -- that have come, changed or gone.
    CREATE TABLE ledger_stale (
      link INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (link, day))
      STRICT, WITHOUT ROWID;

    DROP TABLE ledger_event;
    DROP TABLE ledger_phase;
    -- `first` is the day of its first report, `digest` tells whether anything of it has changed,
    -- and `parts` names the pairs of parties and the places that it belongs to.
    CREATE TABLE ledger_event (
      id INTEGER PRIMARY KEY, link INTEGER NOT NULL, indicator TEXT NOT NULL,
      first INTEGER NOT NULL, digest INTEGER NOT NULL, parts TEXT NOT NULL) STRICT;
    CREATE INDEX ledger_event_link ON ledger_event (link);
    -- All integers, as an index reads every row: `indicator` is the place in the catalogue,
    -- `status` that of the case, `until` the greatest integer for ever, and `demands` the level
    -- that it demands by itself.
    CREATE TABLE ledger_phase (
      event INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
      day INTEGER NOT NULL, indicator INTEGER NOT NULL, status INTEGER NOT NULL,
      credibility INTEGER NOT NULL, factor INTEGER NOT NULL,
      points INTEGER NOT NULL, variance INTEGER NOT NULL, origins INTEGER NOT NULL,
      demands INTEGER NOT NULL, PRIMARY KEY (event, since)) STRICT, WITHOUT ROWID;
    CREATE INDEX ledger_phase_demands ON ledger_phase (day) WHERE demands > 0;

    -- The sums of what begins and ceases to count: see `LedgerPosting`. Days are made of these.
    CREATE TABLE ledger_posting (
      change INTEGER NOT NULL, indicator INTEGER NOT NULL, day INTEGER NOT NULL,
      points INTEGER NOT NULL, variance INTEGER NOT NULL,
      reports INTEGER NOT NULL, single INTEGER NOT NULL,
      PRIMARY KEY (change, indicator, day)) STRICT, WITHOUT ROWID;
    -- What events of a pair of parties, or in a place, gain on a day.
    CREATE TABLE ledger_gain (
      part TEXT NOT NULL, day INTEGER NOT NULL, points INTEGER NOT NULL,
      PRIMARY KEY (part, day)) STRICT, WITHOUT ROWID;
    CREATE INDEX ledger_gain_day ON ledger_gain (day);

    DROP TABLE escalation_day;
    DELETE FROM escalation_bar;
    -- `mean` and `variance` are those of the alert rule R2.
    CREATE TABLE escalation_day (
      day INTEGER PRIMARY KEY, level INTEGER NOT NULL, days_below INTEGER NOT NULL,
      cause TEXT NOT NULL, cause_event INTEGER,
      deviation REAL NOT NULL, breadth INTEGER NOT NULL, words REAL,
      texts INTEGER NOT NULL, reports INTEGER NOT NULL, single INTEGER NOT NULL,
      is_thin INTEGER NOT NULL, mean REAL, variance REAL NOT NULL,
      catalogue TEXT NOT NULL) STRICT;

    DROP TABLE ledger_state;
    -- The catalogue by which the ledger was made, the day up to which, and whether articles came
    -- since.
    CREATE TABLE ledger_state (
      id INTEGER PRIMARY KEY CHECK (id = 1), catalogue TEXT, last_day INTEGER,
      is_stale INTEGER NOT NULL) STRICT;
    INSERT INTO ledger_state VALUES (1, NULL, NULL, 1);

    DROP TABLE alert;
    CREATE TABLE alert (
      id INTEGER PRIMARY KEY, rule TEXT NOT NULL, scope TEXT NOT NULL, day INTEGER NOT NULL,
      last INTEGER NOT NULL, days INTEGER NOT NULL,
      value REAL NOT NULL, threshold REAL NOT NULL, event INTEGER) STRICT;
    CREATE INDEX alert_by_day ON alert (day);
    CREATE INDEX alert_scope ON alert (rule, scope);
    CREATE INDEX alert_event ON alert (event) WHERE event IS NOT NULL;
    -- The days of alerts that go on.
    CREATE TABLE alert_day (
      alert INTEGER NOT NULL, day INTEGER NOT NULL, value REAL NOT NULL, event INTEGER,
      PRIMARY KEY (alert, day)) STRICT, WITHOUT ROWID;
    """
}
