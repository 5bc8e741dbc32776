/// Somebody who publishes news, as `outlets.tsv` gives it.
package struct Outlet: Hashable, Sendable {
  package let id: String
  package let name: String
  /// `agency`, `newspaper`, `broadcaster` …
  package let kind: String
  /// Alpha-3 code of the state where it is based.
  package let country: String
  package let domains: [String]
  package let aliases: [String]

  static let columns = ["id", "name", "kind", "country", "domains", "aliases"]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    id = row[0]
    name = row[1]
    kind = row[2]
    country = row[3]
    domains = row.list(4)
    aliases = row.list(5)
    guard !id.isEmpty, !name.isEmpty else {
      throw table.malformed(row, "an outlet needs an id and a name")
    }
  }
}
