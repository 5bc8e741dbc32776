/// An organisation or an armed group, as `organisations.tsv` and `armed-groups.tsv` give it.
package struct Organisation: Sendable {
  package let id: String
  package let name: String
  package let kind: String
  /// CAMEO code, as `RUSMIL` or `IGOUNO`.
  package let code: String
  /// Alpha-3 code of the state it belongs to, nil where there is none.
  package let affiliation: String?
  package let isArmedGroup: Bool
  private let row: LexiconTable.Row

  static let columns = ["id", "name", "kind", "code", "affiliation", "aliases"]
  static let armedGroupColumns = columns + ["region"]

  init(
    _ row: LexiconTable.Row, in table: LexiconTable, isArmedGroup: Bool
  ) throws(LexiconError) {
    id = row[0]
    name = row[1]
    kind = row[2]
    code = row.isEmpty(3) ? "---" : row[3]
    affiliation = row.optional(4)
    self.isArmedGroup = isArmedGroup
    self.row = row
    guard !id.isEmpty, !name.isEmpty else {
      throw table.malformed(row, "an organisation needs an id and a name")
    }
  }

  package var aliases: [String] { row.list(5) }

  /// Calls the body with the name and then with the aliases, as UTF-8.
  package func forEachName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    row.withBytes(of: 1, body)
    row.forEachPart(of: 5, body)
  }
}
