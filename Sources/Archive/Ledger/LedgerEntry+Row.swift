import Escalation
import EventData
import GRDB

extension LedgerEntry {
  /// The columns of ``init(row:)``, of the entry `l` and its text `c`.
  static let columns = """
    l.id, l.link, l.day, l.is_dated, l.status, l.role, l.origin, l.words, c.text, l.size
    """

  init(row: Row) throws {
    self.init(
      row: try row.decode(Int64.self, atIndex: 0), link: try row.decode(Int64.self, atIndex: 1),
      day: Day(number: try row.decode(Int.self, atIndex: 2)),
      isDated: try row.decode(Bool.self, atIndex: 3), status: try row.value(at: 4),
      origin: Origin(try row.value(at: 5), try row.decode(String.self, atIndex: 6)),
      words: try row.decode(Int64.self, atIndex: 7),
      text: try row.decode(Int64.self, atIndex: 8),
      size: try row.decode(Double?.self, atIndex: 9))
  }

  /// The same of a row of a query that gives many.
  init(row: IntegerRow) throws {
    guard let status = row.text(4).flatMap(Event.Status.init(rawValue:)),
      let role = row.text(5).flatMap(OriginRole.init(rawValue:)), let origin = row.text(6)
    else { throw ArchiveError.corrupt("ledger entry \(row[0]) that is not complete") }
    self.init(
      row: Int64(row[0]), link: Int64(row[1]), day: Day(number: row[2]), isDated: row[3] != 0,
      status: status, origin: Origin(role, origin), words: Int64(row[7]), text: Int64(row[8]),
      size: row.real(9))
  }
}
