import EventData

/// A place of `regions.tsv` or `gazetteer.tsv`.
package struct Place: Hashable, Sendable {
  package let id: String
  package let name: String
  package let kind: Region.Kind
  /// ISO 3166-1 alpha-2, nil where none or several apply.
  package let country: String?
  /// Id of the containing region, or alpha-3 code of the state.
  package let parent: String?
  package let coordinate: Coordinate
  package let population: Int
  package let aliases: [String]
  package let isFromGazetteer: Bool

  static let regionColumns = [
    "id", "name", "kind", "country", "parent", "lat", "lon", "aliases",
  ]
  static let gazetteerColumns = [
    "id", "name", "country", "admin1", "lat", "lon", "population", "aliases",
  ]

  init(region row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    id = row[0]
    name = row[1]
    kind =
      switch row[2] {
      case "city": .city
      case "sea", "strait", "river": .sea
      case "line", "border", "facility", "other": .other
      default: .region
      }
    country = row.optional(3)
    parent = row.optional(4)
    coordinate = try table.coordinate(row, 5, 6)
    population = 0
    aliases = row.list(7)
    isFromGazetteer = false
    guard !id.isEmpty, !name.isEmpty else {
      throw table.malformed(row, "a region needs an id and a name")
    }
  }

  init(gazetteer row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    id = "geonames:" + row[0]
    name = row[1]
    kind = .city
    country = row[2]
    parent = nil
    coordinate = try table.coordinate(row, 4, 5)
    guard let population = row.integer(6) else {
      throw table.malformed(row, "the population must be a number")
    }
    self.population = population
    aliases = row.list(7)
    isFromGazetteer = true
  }
}
