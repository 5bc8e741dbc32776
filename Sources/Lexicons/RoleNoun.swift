/// A noun that names people or bodies by their role, as `role-nouns.tsv` gives it.
package struct RoleNoun: Hashable, Sendable {
  package enum Kind: String, Sendable { case person, group, body }

  package let noun: String
  package let plural: String
  /// CAMEO sector, as `GOV`.
  package let sector: String
  package let kind: Kind
  /// ISO 3166-1 alpha-3 of the state in which those live whom the noun names; else nil.
  package let state: String?

  /// The singular, or the plural of what has none.
  package var name: String { noun.isEmpty ? plural : noun }

  static let columns = ["noun", "plural", "sector", "kind"]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    noun = row[0]
    plural = row[1]
    sector = row[2]
    guard !noun.isEmpty, let kind = Kind(rawValue: row[3]) else {
      throw table.malformed(row, "a role noun is person, group or body")
    }
    self.kind = kind
    state = nil
  }

  /// The noun of a people, which stands in the plural.
  init(people plural: String, of state: String) {
    (noun, self.plural, sector, kind, self.state) = ("", plural, "CVL", .group, state)
  }
}
