/// What has been seen as a mark and not as a list, and the names that tables give to parties.
///
/// The next import, recode or correction makes the ledger anew.
enum V006Seen {
  static let sql = """
    -- How many reports and denials an event has.
    DELETE FROM ledger_event;
    DELETE FROM ledger_phase;
    ALTER TABLE ledger_event ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ledger_event ADD COLUMN denials INTEGER NOT NULL DEFAULT 0;
    DROP INDEX ledger_phase_demands;
    CREATE INDEX ledger_phase_day ON ledger_phase (day);

    -- What tables call parties and countries, for those of whom no article gives a name.
    CREATE TABLE party_name (
      party TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- What an event came to before a revision of the ledger changed it, as far back as somebody
    -- has a mark; NULL where there was no such event.
    CREATE TABLE event_past (
      event INTEGER NOT NULL, revision INTEGER NOT NULL,
      indicator INTEGER, day INTEGER, points INTEGER, reports INTEGER, denials INTEGER,
      PRIMARY KEY (revision, event)) STRICT, WITHOUT ROWID;
    ALTER TABLE ledger_state ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    UPDATE ledger_state SET catalogue = NULL, is_stale = 1;
    ALTER TABLE seen_mark ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    INSERT OR IGNORE INTO event_past (event, revision, indicator, day, points, reports, denials)
      SELECT event, 2, indicator, day, points, reports, denials FROM seen_event;
    DROP TABLE seen_event;
    """
}
