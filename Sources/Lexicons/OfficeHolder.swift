import EventData

/// A person with the offices held, as `officeholders.tsv` gives them, one row a term.
package struct OfficeHolder: Sendable {
  package let name: String
  /// `m`, `f`, or nil when not known.
  package internal(set) var gender: Character?
  package internal(set) var terms: [Term]

  /// One term of office; the limits are days in force, both included.
  package struct Term: Sendable {
    /// Alpha-3 code of the state, or the id of an organisation.
    package let body: String
    /// The kind of office, as `foreign-minister`.
    package let office: String
    /// As a newsroom writes it, as “foreign minister”.
    package let title: String
    package let from: Day
    /// Nil while in force.
    package let to: Day?
    fileprivate let row: LexiconTable.Row

    package func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
  }

  static let columns = ["body", "office", "title", "name", "aliases", "gender", "from", "to"]

  package var aliases: [String] {
    var aliases: [String] = []
    for term in terms { aliases += term.row.list(4).filter { !aliases.contains($0) } }
    return aliases
  }

  /// Calls the body with the aliases as UTF-8, with one of them again where a row repeats it.
  package func forEachAlias(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for term in terms { term.row.forEachPart(of: 4, body) }
  }

  /// The term in force on the day; else the last one before it, else the first.
  package func term(on day: Day?) -> Term? {
    guard let day else { return terms.last }
    return terms.last { $0.holds(on: day) } ?? terms.last { $0.from <= day } ?? terms.first
  }

  /// Gathers the rows of one person, whose name is the same in each.
  static func all(in reader: inout TableReader) throws(LexiconError) -> [OfficeHolder] {
    var holders: [OfficeHolder] = []
    let tables = try reader.tables("officeholders-*.tsv", columns)
    let count = tables.reduce(0) { $0 + $1.rows.count }
    holders.reserveCapacity(count)
    var index = IDIndex(capacity: count)
    try reader.forEachRow(of: tables) { (row, table) throws(LexiconError) in
      try gather(row, table, &holders, &index)
    }
    for place in holders.indices where holders[place].terms.count > 1 {
      holders[place].terms.sort { $0.from < $1.from }
    }
    return holders
  }

  private static func gather(
    _ row: LexiconTable.Row, _ table: LexiconTable, _ holders: inout [OfficeHolder],
    _ index: inout IDIndex
  ) throws(LexiconError) {
    guard !row.isEmpty(3), !row.isEmpty(0) else {
      throw table.malformed(row, "an office needs a body and the name of who holds it")
    }
    let term = Term(
      body: row[0], office: row[1], title: row[2],
      from: try table.day(row, 6, last: false) ?? Day(number: -100_000),
      to: try table.day(row, 7, last: true), row: row)
    if let end = term.to, end < term.from {
      throw table.malformed(row, "the term ends before it begins")
    }
    let known = row.withBytes(of: 3) { name in
      index.find(name, orNote: holders.count) { holders[$0].name.utf8.elementsEqual(name) }
    }
    if let known {
      holders[known].terms.append(term)
    } else {
      holders.append(OfficeHolder(name: row[3], gender: nil, terms: [term]))
    }
    if !row.isEmpty(5) { holders[known ?? holders.count - 1].gender = row[5].first }
  }
}
