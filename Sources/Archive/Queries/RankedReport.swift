import Escalation
import EventData
import GRDB

/// A report of an event of the ledger, by what decides how soon it is shown.
struct RankedReport {
  let id: Int64
  /// How much it says and how far it is believed; the least says most.
  private let strength: (status: Int, role: Int)
  private let day: Int
  private let published: Int
  private let article: String

  /// The reports of events, those of one event together, in the order of `events`.
  ///
  /// - Parameter each: reports of one event at most.
  static func all(
    of events: [Int64], each: Int, _ db: Database
  ) throws -> [RankedReport] {
    let find = try PreparedQuery(
      db,
      """
      SELECT l.id, l.status, l.role, l.day, a.published, a.external_id
      FROM ledger_entry l CROSS JOIN article a ON a.id = l.article WHERE l.event = ?
      """)
    var reports: [RankedReport] = []
    for event in events {
      var told: [RankedReport] = []
      try find.run([.integer(event)]) { row in
        told.append(try RankedReport(row: row))
        return true
      }
      reports += told.sorted { $0.isBefore($1) }.prefix(each)
    }
    return reports
  }

  private init(row: IntegerRow) throws {
    guard let status = row.text(1).flatMap(Event.Status.init(rawValue:)),
      let role = row.text(2).flatMap(OriginRole.init(rawValue:)), let article = row.text(5)
    else { throw ArchiveError.corrupt("ledger entry \(row[0]) that is not complete") }
    id = Int64(row[0])
    strength = (
      Event.Status.allCases.firstIndex(of: status) ?? 0,
      OriginRole.allCases.firstIndex(of: role) ?? 0
    )
    day = row[3]
    published = row[4]
    self.article = article
  }

  /// What says most, then what is most credible, then the earliest; nothing in the order may
  /// depend on that of the import.
  private func isBefore(_ other: RankedReport) -> Bool {
    if strength != other.strength { return strength < other.strength }
    return (day, published, article, CodedRowID.number(of: id))
      < (other.day, other.published, other.article, CodedRowID.number(of: other.id))
  }
}
