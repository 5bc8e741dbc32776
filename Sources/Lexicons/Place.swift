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
  package let isFromGazetteer: Bool

  static let regionColumns = [
    "id", "name", "kind", "country", "parent", "lat", "lon", "aliases",
  ]
  static let gazetteerColumns = [
    "id", "name", "country", "admin1", "lat", "lon", "population", "aliases",
  ]
  /// Columns of both.
  static let name = 1
  static let aliases = 7
  /// Of regions only.
  static let kind = 2
  static let regionCountry = 3
  /// Of the gazetteer only.
  static let gazetteerCountry = 2
  static let population = 6

  /// - Parameter row: One that ``check(region:in:)`` let pass.
  init(region row: LexiconTable.Row) {
    id = row[0]
    name = row[Self.name]
    kind =
      switch row[Self.kind] {
      case "city": .city
      case "sea", "strait", "river": .sea
      case "line", "border", "facility", "other": .other
      default: .region
      }
    country = row.optional(Self.regionCountry)
    parent = row.optional(4)
    coordinate = row.coordinate(5, 6)!
    population = 0
    isFromGazetteer = false
  }

  /// - Parameter row: One that ``check(gazetteer:in:)`` let pass.
  init(gazetteer row: LexiconTable.Row) {
    id = "geonames:" + row[0]
    name = row[Self.name]
    kind = .city
    country = row[Self.gazetteerCountry]
    parent = nil
    coordinate = row.coordinate(4, 5)!
    population = row.integer(Self.population)!
    isFromGazetteer = true
  }

  static func check(
    region row: LexiconTable.Row, in table: LexiconTable
  ) throws(LexiconError) {
    _ = try table.coordinate(row, 5, 6)
    guard !row.isEmpty(0), !row.isEmpty(name) else {
      throw table.malformed(row, "a region needs an id and a name")
    }
  }

  static func check(
    gazetteer row: LexiconTable.Row, in table: LexiconTable
  ) throws(LexiconError) {
    _ = try table.coordinate(row, 4, 5)
    guard row.integer(population) != nil else {
      throw table.malformed(row, "the population must be a number")
    }
  }
}
