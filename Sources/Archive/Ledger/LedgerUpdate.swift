import Escalation
import EventData
import GRDB

extension ArchiveWriter {
  /// Brings the ledger up to date with what was imported, coded again or set right since: only
  /// what that touches is made anew. Does nothing when there is nothing to do.
  ///
  /// - Parameter today: articles from later days do not move the day that is shown; nil where
  ///   all days are as good.
  package func updateLedger(
    _ catalogue: IndicatorCatalogue, today: Day? = nil
  ) throws(ArchiveError) {
    try write { db in try LedgerUpdate(db, catalogue).run(today: today) }
  }
}

/// One round of bookkeeping, in one transaction: what it costs depends on what has changed.
struct LedgerUpdate {
  private let db: Database
  private let catalogue: IndicatorCatalogue

  init(_ db: Database, _ catalogue: IndicatorCatalogue) {
    self.db = db
    self.catalogue = catalogue
  }

  func run(today: Day?) throws {
    guard
      let state = try Row.fetchOne(
        db, sql: "SELECT catalogue, last_day, is_stale FROM ledger_state")
    else { throw ArchiveError.corrupt("no state of the ledger") }
    let isOther = try state.decode(String?.self, atIndex: 0) != catalogue.version
    guard try isOther || state.decode(Bool.self, atIndex: 2) else { return }
    if isOther { try begin() }
    let known = isOther ? nil : try state.decode(Int?.self, atIndex: 1)
    let changes = LedgerChanges(db)
    try FreshReports(db, catalogue).readAll { changes.articles.insert($0) }
    try EventUpdate(db, catalogue, changes).run()
    try TextDays(db).update { changes.note(day: $0) }
    try changes.flush()
    let last = try newestDay(today)
    try DayUpdate(db, catalogue, changes).run(
      from: known.map(Day.init(number:)), through: last)
    try db.execute(
      sql: "UPDATE ledger_state SET catalogue = ?, last_day = ?, is_stale = 0",
      arguments: [catalogue.version, last?.number])
  }

  /// Everything is read anew.
  private func begin() throws {
    try db.execute(
      sql: """
        UPDATE ledger_entry SET link = NULL, event = NULL;
        DELETE FROM ledger_stale; DELETE FROM ledger_event; DELETE FROM ledger_phase;
        DELETE FROM ledger_posting; DELETE FROM ledger_gain;
        DELETE FROM alert; DELETE FROM alert_day;
        """)
  }

  private func newestDay(_ today: Day?) throws -> Day? {
    let limit = today.map { ($0.number + 1) * 86_400 } ?? Int.max
    return try Int?.fetchOne(
      db, sql: "SELECT max(published) FROM article WHERE published > ? AND published < ?",
      arguments: [ArticleKey.undated, limit]
    ).flatMap { $0 }.flatMap { PublicationDate(published: $0, precision: 1)?.day }
  }
}

/// Keeps on which day each text counts: that of its first copy.
struct TextDays {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// - Parameter body: is told of every day on which now more or fewer texts count.
  func update(_ body: (Int) -> Void) throws {
    let stale = try Int64.fetchAll(db, sql: "SELECT text FROM stale_text")
    let known = try PreparedQuery(db, "SELECT day FROM ledger_text WHERE text = ?")
    let first = try PreparedQuery(
      db,
      """
      SELECT min(a.published) FROM article_copy c CROSS JOIN article a ON a.id = c.article
      WHERE c.text = ? AND a.published > ? GROUP BY c.text
      """)
    let insert = try PreparedQuery(
      db, "INSERT OR REPLACE INTO ledger_text (text, day) VALUES (?, ?)")
    let delete = try PreparedQuery(db, "DELETE FROM ledger_text WHERE text = ?")
    for text in stale {
      var (before, now): (Int?, Int?)
      try known.run([.integer(text)]) { row in
        before = row[0]
        return true
      }
      try first.run([.integer(text), .init(ArticleKey.undated)]) { row in
        now = PublicationDate(published: row[0], precision: 1)?.day.number
        return true
      }
      guard before != now else { continue }
      for day in [before, now].compactMap({ $0 }) { body(day) }
      if let now {
        try insert.run(.integer(text), .init(now))
      } else {
        try delete.run(.integer(text))
      }
    }
    try db.execute(sql: "DELETE FROM stale_text")
  }

  /// How many texts count on each of some days, by number.
  func counts(from first: Int, through last: Int) throws -> [Day: Int] {
    var counts: [Day: Int] = [:]
    try PreparedQuery(
      db, "SELECT day, count(*) FROM ledger_text WHERE day BETWEEN ? AND ? GROUP BY day"
    ).run([.init(first), .init(last)]) { row in
      counts[Day(number: row[0])] = row[1]
      return true
    }
    return counts
  }
}
