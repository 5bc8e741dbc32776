/// A noun that names people or bodies by their role, as `role-nouns.tsv` gives it.
package struct RoleNoun: Hashable, Sendable {
  package enum Kind: String, Sendable { case person, group, body }

  package let noun: String
  package let plural: String
  /// CAMEO sector, as `GOV`.
  package let sector: String
  package let kind: Kind
  /// The index of the people that the noun names, in ``Lexicons/peoples``.
  package let people: Int?

  static let columns = ["noun", "plural", "sector", "kind"]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    noun = row[0]
    plural = row[1]
    sector = row[2]
    guard !noun.isEmpty, let kind = Kind(rawValue: row[3]) else {
      throw table.malformed(row, "a role noun is person, group or body")
    }
    self.kind = kind
    people = nil
  }

  /// The noun of a people, which stands in the plural; they speak and act as civilians.
  init(_ plural: String, of people: Int) {
    (noun, self.plural, sector, kind, self.people) = ("", plural, "CVL", .group, people)
  }
}
