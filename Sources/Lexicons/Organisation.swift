import EventData

/// An organisation or an armed group, as `organisations.tsv` and `armed-groups.tsv` give it.
///
/// There are many, of which an article names few: texts are made of the row when they are asked for.
package struct Organisation: Sendable {
  package let isArmedGroup: Bool
  private let row: LexiconTable.Row
  /// The codes that it has from a day on, in their order.
  var later: [LaterCode] = []

  package var id: String { row[0] }
  package var name: String { row[1] }
  package var kind: String { row[2] }
  /// CAMEO code, as `RUSMIL` or `IGOUNO`; without a day the one that it is known by.
  package func code(on day: Day?) -> String {
    let last = day.flatMap { day in later.last { $0.from <= day } }
    return last?.code ?? (row.isEmpty(3) ? "---" : row[3])
  }
  /// Alpha-3 code of the state it belongs to, nil where there is none.
  package var affiliation: String? { row.optional(4) }

  static let columns = ["id", "name", "kind", "code", "affiliation", "aliases"]
  static let armedGroupColumns = columns + ["region"]

  init(
    _ row: LexiconTable.Row, in table: LexiconTable, isArmedGroup: Bool
  ) throws(LexiconError) {
    self.isArmedGroup = isArmedGroup
    self.row = row
    guard !row.isEmpty(0), !row.isEmpty(1) else {
      throw table.malformed(row, "an organisation needs an id and a name")
    }
  }

  /// Lends the id as UTF-8.
  package func withID<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    row.withBytes(of: 0, body)
  }

  package var aliases: [String] { row.list(5) }

  /// Calls the body with the name and then with the aliases, as UTF-8.
  package func forEachName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    row.withBytes(of: 1, body)
    row.forEachPart(of: 5, body)
  }

  static func all(in reader: inout TableReader) throws(LexiconError) -> [Organisation] {
    var organisations =
      try reader.rows("organisations.tsv", columns) { row, table throws(LexiconError) in
        try Organisation(row, in: table, isArmedGroup: false)
      }
      + reader.rows("armed-groups.tsv", armedGroupColumns) { row, table throws(LexiconError) in
        try Organisation(row, in: table, isArmedGroup: true)
      }
    let later = try reader.rows("later-codes.tsv", LaterCode.columns, LaterCode.init)
    for (id, codes) in Dictionary(grouping: later, by: \.organisation) {
      var id = id
      let place = id.withUTF8 { id in
        organisations.firstIndex { $0.withID { $0.elementsEqual(id) } }
      }
      guard let place else { continue }
      organisations[place].later = codes.sorted { $0.from < $1.from }
    }
    return organisations
  }
}
