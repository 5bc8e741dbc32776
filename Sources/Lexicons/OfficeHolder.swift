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
  static func all(in tables: [LexiconTable]) throws(LexiconError) -> [OfficeHolder] {
    var holders: [OfficeHolder] = []
    var index: [String: Int] = [:]
    for table in tables { try gather(table, &holders, &index) }
    for place in holders.indices { holders[place].terms.sort { $0.from < $1.from } }
    return holders
  }

  private static func gather(
    _ table: LexiconTable, _ holders: inout [OfficeHolder], _ index: inout [String: Int]
  ) throws(LexiconError) {
    for row in table.rows {
      let name = row.fields[3]
      guard !name.isEmpty, !row.fields[0].isEmpty else {
        throw table.malformed(row, "an office needs a body and the name of who holds it")
      }
      let term = Term(
        body: row.fields[0], office: row.fields[1], title: row.fields[2],
        from: try table.day(row, 6, last: false) ?? Day(number: -100_000),
        to: try table.day(row, 7, last: true))
      let place = index[name] ?? holders.count
      if place == holders.count {
        index[name] = place
        holders.append(OfficeHolder(name: name, aliases: [], gender: nil, terms: []))
      }
      holders[place].terms.append(term)
      holders[place].aliases += row.list(4).filter { !holders[place].aliases.contains($0) }
      holders[place].gender = row.fields[5].first ?? holders[place].gender
    }
  }
}

extension LexiconTable {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as its first or last day; nil for an empty field.
  func day(_ row: Row, _ column: Int, last: Bool) throws(LexiconError) -> Day? {
    let field = row.fields[column]
    if field.isEmpty { return nil }
    let fields = field.split(separator: "-", omittingEmptySubsequences: false)
    let parts = fields.compactMap { Int($0) }
    guard parts.count == fields.count else { throw malformed(row, "‘\(field)’ is not a date") }
    let day: Day? =
      switch parts.count {
      case 1: Day(year: parts[0], month: last ? 12 : 1, day: last ? 31 : 1)
      case 2 where (1...12).contains(parts[1]):
        Day(
          year: parts[0], month: parts[1],
          day: last ? Day.length(ofMonth: parts[1], year: parts[0]) : 1)
      case 3: Day(year: parts[0], month: parts[1], day: parts[2])
      default: nil
      }
    guard let day else { throw malformed(row, "‘\(field)’ is not a date") }
    return day
  }
}
