/// A people inside a state, or the inhabitants of one of its regions, as `peoples.tsv` gives them.
package struct People: Hashable, Sendable {
  package let id: String
  /// ISO 3166-1 alpha-3 of the state in which they live.
  package let state: String
  /// As “Scottish”, of somebody or something of theirs.
  package let adjectives: [String]
  /// Nouns for them, in the plural, as “Scots”.
  package let nouns: [String]

  static let columns = ["id", "state", "adjectives", "people"]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    id = row[0]
    state = row[1]
    adjectives = row.list(2)
    nouns = row.list(3)
    guard !id.isEmpty, state.utf8.count == 3, !(adjectives.isEmpty && nouns.isEmpty) else {
      throw table.malformed(
        row, "a people needs an id, the code of its state and an adjective or a noun")
    }
  }
}
