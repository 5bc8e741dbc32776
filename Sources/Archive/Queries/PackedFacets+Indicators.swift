import GRDB

extension PackedFacets {
  /// The ids of the indicators that articles tell of, by their rows.
  static func indicators(of rows: [Int64], _ db: Database) throws -> [Int64: [String]] {
    var names: [Int64: String] = [:]
    try PreparedQuery(db, "SELECT id, name FROM trait WHERE kind = 'indicator'").run([]) { row in
      names[Int64(row[0])] = row.text(1)
      return true
    }
    var indicators: [Int64: [String]] = [:]
    let found = try db.rows(
      "SELECT f.id, f.packed FROM wanted CROSS JOIN article_facets f ON f.id = wanted.id",
      ids: rows)
    while let row = try found.next() {
      let facets = try row.unpack(at: 1) { try PackedFacets(packed: $0) }
      indicators[try row.decode(Int64.self, atIndex: 0)] = facets.traits.compactMap { names[$0] }
    }
    return indicators
  }
}
