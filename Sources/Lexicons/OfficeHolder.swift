import EventData

/// A person with the offices held, as `officeholders.tsv` gives them, one row a term.
package struct OfficeHolder: Hashable, Sendable {
  package let name: String
  package internal(set) var aliases: [String]
  /// `m`, `f`, or nil when not known.
  package internal(set) var gender: Character?
  package internal(set) var terms: [Term]

  /// One term of office; the limits are days in force, both included.
  package struct Term: Hashable, Sendable {
    /// Alpha-3 code of the state, or the id of an organisation.
    package let body: String
    /// The kind of office, as `foreign-minister`.
    package let office: String
    /// As a newsroom writes it, as “foreign minister”.
    package let title: String
    package let from: Day
    /// Nil while in force.
    package let to: Day?

    package func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
  }

  static let columns = ["body", "office", "title", "name", "aliases", "gender", "from", "to"]

  /// The term in force on the day; else the last one before it, else the first.
  package func term(on day: Day?) -> Term? {
    guard let day else { return terms.last }
    return terms.last { $0.holds(on: day) } ?? terms.last { $0.from <= day } ?? terms.first
  }

  /// Gathers the rows of one person, whose name is the same in each.
  static func all(in reader: inout TableReader) throws(LexiconError) -> [OfficeHolder] {
    var holders: [OfficeHolder] = []
    let tables = try reader.tables("officeholders-*.tsv", columns)
    var index = IDIndex(capacity: tables.reduce(0) { $0 + $1.rows.count })
    try reader.forEachRow(of: tables) { (row, table) throws(LexiconError) in
      try gather(row, table, &holders, &index)
    }
    for place in holders.indices { holders[place].terms.sort { $0.from < $1.from } }
    return holders
  }

  private static func gather(
    _ row: LexiconTable.Row, _ table: LexiconTable, _ holders: inout [OfficeHolder],
    _ index: inout IDIndex
  ) throws(LexiconError) {
    let name = row[3]
    guard !name.isEmpty, !row.isEmpty(0) else {
      throw table.malformed(row, "an office needs a body and the name of who holds it")
    }
    let term = Term(
      body: row[0], office: row[1], title: row[2],
      from: try table.day(row, 6, last: false) ?? Day(number: -100_000),
      to: try table.day(row, 7, last: true))
    if let end = term.to, end < term.from {
      throw table.malformed(row, "the term ends before it begins")
    }
    let known = index.find(name, orNote: holders.count) { holders[$0].name == name }
    let place = known ?? holders.count
    if known == nil {
      holders.append(OfficeHolder(name: name, aliases: [], gender: nil, terms: []))
    }
    holders[place].terms.append(term)
    if !row.isEmpty(4) {
      holders[place].aliases += row.list(4).filter { !holders[place].aliases.contains($0) }
    }
    if !row.isEmpty(5) { holders[place].gender = row[5].first }
  }
}
