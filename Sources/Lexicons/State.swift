/// A state, as `states.tsv` gives it.
package struct State: Hashable, Sendable {
  /// ISO 3166-1 alpha-3.
  package let code: String
  package let alpha2: String
  package let name: String
  package let aliases: [String]
  /// Demonym adjectives, as “Russian”.
  package let adjectives: [String]
  /// Nouns for its people, as “Russians”.
  package let people: [String]
  /// Spellings of the capital, which stands for the government where it speaks or acts.
  package let capitals: [String]
  /// Other metonyms of the government, as “Kremlin”.
  package let seats: [String]
  package let latitude: Double
  package let longitude: Double

  static let columns = [
    "code", "alpha2", "name", "aliases", "adjectives", "people", "capital", "seats", "lat", "lon",
  ]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    code = row[0]
    alpha2 = row[1]
    name = row[2]
    guard code.utf8.count == 3, !name.isEmpty else {
      throw table.malformed(row, "a state needs a code of three letters and a name")
    }
    aliases = row.list(3)
    adjectives = row.list(4)
    people = row.list(5)
    capitals = row.list(6)
    seats = row.list(7)
    let coordinate = try table.coordinate(row, 8, 9)
    latitude = coordinate.latitude
    longitude = coordinate.longitude
  }
}
