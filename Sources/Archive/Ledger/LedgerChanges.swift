import Escalation
import EventData
import GRDB

/// What one round of bookkeeping changes, from the days on that each of it touches.
final class LedgerChanges {
  /// Sums that are kept in memory before they are written.
  private static let most = 50_000

  private let db: Database
  private var postings = LedgerPostings()
  /// Millionths of points, by part and day.
  private var gains: [String: [Int: Int]] = [:]
  private var gainCount = 0

  /// The first day whose index or level may differ; days by number.
  private(set) var firstDay: Int?
  /// The first day that differs for a pair of parties or a place.
  private(set) var parts: [String: Int] = [:]
  /// The same for the events of an indicator.
  private(set) var indicators: [Int: Int] = [:]
  /// Articles that were read.
  var articles: Set<Int64> = []

  init(_ db: Database) {
    self.db = db
  }

  func note(day: Int) { firstDay = min(firstDay ?? day, day) }

  func note(day: Int, ofIndicator indicator: Int) {
    indicators[indicator] = min(indicators[indicator] ?? day, day)
  }

  func note(day: Int, ofPart part: String) { parts[part] = min(parts[part] ?? day, day) }

  /// Posts what an event counts for, or takes it back.
  ///
  /// - Parameter parts: of an event that escalates: what gains by it.
  func post(
    _ phases: [LedgerPhase], parts: [String], isBack: Bool, _ catalogue: IndicatorCatalogue
  ) throws {
    for phase in phases {
      postings.post(phase, isBack: isBack)
      // Sums may agree where the events that trip wires do not.
      if phase.demandedLevel(catalogue) != nil { note(day: phase.since.number) }
    }
    for (day, microPoints) in LedgerPhase.gains(phases) {
      for part in parts {
        note(day: day.number, ofPart: part)
        gains[part, default: [:]][day.number, default: 0] += isBack ? -microPoints : microPoints
        gainCount += 1
      }
    }
    if gainCount > Self.most { try flush() }
  }

  /// Writes the sums.
  func flush() throws {
    try writePostings()
    try writeGains()
    postings = LedgerPostings()
    gains = [:]
    gainCount = 0
  }

  private func writePostings() throws {
    let find = try PreparedQuery(
      db,
      """
      SELECT points, variance, reports, single FROM ledger_posting
      WHERE change = ? AND indicator = ? AND day = ?
      """)
    let insert = try PreparedQuery(
      db,
      """
      INSERT OR REPLACE INTO ledger_posting
        (change, indicator, day, points, variance, reports, single)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let delete = try PreparedQuery(
      db, "DELETE FROM ledger_posting WHERE change = ? AND indicator = ? AND day = ?")
    for (place, posting) in postings.sums {
      note(day: place.change)
      let key: [ColumnValue] = [
        .init(place.change), .init(place.indicator), .init(place.day),
      ]
      var sum = posting
      try find.run(key) { row in
        sum += LedgerPosting(row: row, at: 0)
        return true
      }
      if sum.isZero {
        try delete.run(key)
      } else {
        try insert.run(
          key + [
            .init(sum.points), .init(sum.variance), .init(sum.reports), .init(sum.single),
          ])
      }
    }
  }

  private func writeGains() throws {
    let insert = try PreparedQuery(
      db,
      """
      INSERT INTO ledger_gain (part, day, points) VALUES (?, ?, ?)
      ON CONFLICT (part, day) DO UPDATE SET points = points + excluded.points
      """)
    let delete = try PreparedQuery(
      db, "DELETE FROM ledger_gain WHERE part = ? AND day = ? AND points = 0")
    for (part, days) in gains {
      for (day, points) in days where points != 0 {
        try insert.run(.text(part), .init(day), .init(points))
        if points < 0 { try delete.run(.text(part), .init(day)) }
      }
    }
  }
}

extension LedgerPosting {
  init(row: IntegerRow, at index: Int32) {
    self.init(
      points: row[index], variance: row[index + 1], reports: row[index + 2],
      single: row[index + 3])
  }
}
