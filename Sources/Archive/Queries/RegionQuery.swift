import EventData
import GRDB

extension ArchiveReader {
  /// The regions of the articles under a filter, most articles first.
  package func regions(
    _ filter: ArticleFilter, limit: Int
  ) throws(ArchiveError) -> [RegionRow] {
    try read { db in
      guard limit > 0 else { return [] }
      if filter.isEmpty, try copies.sets(db).isEmpty {
        let sql = """
          SELECT \(Region.columns), r.articles FROM region r WHERE r.articles > 0
          ORDER BY r.articles DESC, r.id LIMIT ?
          """
        return try RegionRow.rows(sql, [limit], db)
      }
      let counts = try facets.tally(filter, db, of: selection(filter, db)).regions
      return try MostFrequent(counts, limit: limit).rows(
        """
        SELECT \(Region.columns), wanted.n FROM wanted CROSS JOIN region r ON r.id = wanted.id
        """, db
      ).map(RegionRow.init(row:))
    }
  }
}

extension RegionRow {
  fileprivate static func rows(
    _ sql: String, _ arguments: [any DatabaseValueConvertible], _ db: Database
  ) throws -> [RegionRow] {
    try Array(
      Row.fetchCursor(
        db.cachedStatement(sql: sql), arguments: StatementArguments(arguments)
      ).map(RegionRow.init(row:)))
  }

  fileprivate init(row: Row) throws {
    self.init(region: try Region(row: row), articles: try row.decode(Int.self, atIndex: 6))
  }
}

extension Region {
  /// Six columns, of the region `r`.
  static let columns = "r.external_id, r.name, r.kind, r.country, r.latitude, r.longitude"

  init(row: Row) throws {
    let latitude = try row.decode(Double?.self, atIndex: 4)
    let longitude = try row.decode(Double?.self, atIndex: 5)
    self.init(
      id: try row.decode(String.self, atIndex: 0), name: try row.decode(String.self, atIndex: 1),
      kind: try row.value(at: 2), country: try row.decode(String?.self, atIndex: 3),
      coordinate: latitude.flatMap { latitude in
        longitude.map { Coordinate(latitude: latitude, longitude: $0) }
      })
  }

  init?(id: Int64, _ db: Database) throws {
    let sql = "SELECT \(Self.columns) FROM region r WHERE r.id = ?"
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
    else { return nil }
    try self.init(row: row)
  }
}
