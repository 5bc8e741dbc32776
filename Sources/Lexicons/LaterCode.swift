import EventData

/// The code that an organisation has from a day on, as `later-codes.tsv` gives it: rebels who come
/// to govern, soldiers who rise against their state.
struct LaterCode {
  let organisation: String
  let from: Day
  let code: String

  static let columns = ["id", "organisation", "from", "code"]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    organisation = row[1]
    code = row[3]
    guard let from = try table.day(row, 2, last: false), !organisation.isEmpty, !code.isEmpty else {
      throw table.malformed(row, "a later code needs an organisation, a day and a code")
    }
    self.from = from
  }
}
