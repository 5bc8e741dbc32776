/// A given name, as `given-names.tsv` gives it.
///
/// There are many, of which the names themselves are seldom asked for: they stay in their row.
package struct GivenName: Sendable {
  package enum Gender: Sendable { case female, male, either }

  package let gender: Gender
  private let row: LexiconTable.Row

  static let columns = ["name", "gender"]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    let letter = row.withBytes(of: 1) { $0.count > 1 ? nil : $0.first ?? UInt8(ascii: "u") }
    switch letter {
    case UInt8(ascii: "f"): gender = .female
    case UInt8(ascii: "m"): gender = .male
    case UInt8(ascii: "u"): gender = .either
    default: throw table.malformed(row, "a gender is m, f, u or empty")
    }
    self.row = row
  }

  /// In its usual spelling.
  package var name: String { row[0] }

  /// Lends the name as UTF-8.
  package func withName<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    row.withBytes(of: 0, body)
  }
}
