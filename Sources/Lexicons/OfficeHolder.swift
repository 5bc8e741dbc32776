import EventData

/// A person with the offices held, as `officeholders.tsv` gives them, one row a term.
///
/// There are many, of whom an article names few: texts are made of the rows when they are asked for.
package struct OfficeHolder: Sendable {
  package internal(set) var terms: [Term]

  /// One term of office; the limits are days in force, both included.
  package struct Term: Sendable {
    package let from: Day
    /// Nil while in force.
    package let to: Day?
    fileprivate let row: LexiconTable.Row

    /// Alpha-3 code of the state, or the id of an organisation.
    package var body: String { row[0] }
    /// The kind of office, as `foreign-minister`.
    package var office: String { row[1] }
    /// As a newsroom writes it, as “foreign minister”.
    package var title: String { row[2] }

    package func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }

    /// Whether the office goes by a title, its own or the one that it has in any country.
    package func isCalled(_ title: String) -> Bool {
      title == self.title || plainTitle.map { title == "\($0)" } ?? false
    }

    /// The title under which an office goes in any country; nil where that is its own.
    fileprivate var plainTitle: StaticString? {
      for (office, plain) in Self.plainTitles where row.agrees(with: office, in: 1) {
        // A president who heads the government is no prime minister.
        return row.agrees(with: plain, in: 2) || row.agrees(with: "president", in: 2) ? nil : plain
      }
      return nil
    }

    private static let plainTitles: [(office: StaticString, title: StaticString)] = [
      ("foreign-minister", "foreign minister"), ("defence-minister", "defence minister"),
      ("secretary-general", "secretary-general"), ("head-of-government", "prime minister"),
    ]
  }

  static let columns = ["body", "office", "title", "name", "aliases", "gender", "from", "to"]

  package var name: String { terms[0].row[3] }

  /// `m`, `f`, or nil when not known.
  package var gender: Character? { terms.last { !$0.row.isEmpty(5) }?.row[5].first }

  /// Calls the body with the body, the title and the plain title, where it has one besides, of each
  /// term as UTF-8.
  package func forEachTitle(
    _ body: (
      UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?
    ) -> Void
  ) {
    for place in terms.indices {
      let plain = terms[place].plainTitle.map {
        UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)
      }
      terms[place].row.withBytes(of: 0) { state in
        terms[place].row.withBytes(of: 2) { body(state, $0, plain) }
      }
    }
  }

  /// Lends the name as UTF-8.
  package func withName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    terms[0].row.withBytes(of: 3, body)
  }

  package var aliases: [String] {
    var aliases: [String] = []
    for term in terms { aliases += term.row.list(4).filter { !aliases.contains($0) } }
    return aliases
  }

  /// Calls the body with the aliases as UTF-8, with one of them again where a row repeats it.
  package func forEachAlias(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // By place, as a copy of each would count its row.
    for place in terms.indices { terms[place].row.forEachPart(of: 4, body) }
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
      from: try table.day(row, 6, last: false) ?? Day(number: -100_000),
      to: try table.day(row, 7, last: true), row: row)
    if let end = term.to, end < term.from {
      throw table.malformed(row, "the term ends before it begins")
    }
    let known = row.withBytes(of: 3) { name in
      index.find(name, orNote: holders.count) { holders[$0].terms[0].row.agrees(with: row, in: 3) }
    }
    if let known {
      holders[known].terms.append(term)
    } else {
      holders.append(OfficeHolder(terms: [term]))
    }
  }
}
