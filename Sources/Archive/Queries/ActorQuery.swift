import EventData
import GRDB

extension ArchiveReader {
  /// The actors of the articles under a filter, most articles first.
  ///
  /// - Parameter matching: words, of which the last may be unfinished, of a name, an affiliation,
  ///   a role or a code that the actor has had in any article.
  package func actors(
    _ filter: ArticleFilter, matching: String? = nil, limit: Int
  ) throws(ArchiveError) -> [ActorRow] {
    try read { db in
      guard limit > 0 else { return [] }
      let search = matching.flatMap { SafeSearch.unfinished($0).expression }
      return try filter.isEmpty && copies.sets(db).isEmpty
        ? try ActorRow.mostFrequent(matching: search, limit: limit, db)
        : try ActorRow.mostFrequent(
          facets.tally(filter, db, of: selection(filter, db)), matching: search,
          limit: limit, db)
    }
  }

  /// Nil when no article and no statement names the actor; counts are over the whole archive.
  package func actor(_ id: String) throws(ArchiveError) -> ActorRow? {
    try read { db in
      let sql = """
        SELECT \(PoliticalActor.columns), p.statements, p.articles
        FROM actor p JOIN actor_form f ON f.id = p.form WHERE p.external_id = ?
        """
      return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.storable])
        .map(ActorRow.init(row:))
    }
  }
}

extension ActorRow {
  private static let matching = """
    SELECT actor FROM actor_form WHERE id IN
      (SELECT rowid FROM actor_fts WHERE actor_fts MATCH ?)
    """

  /// Of the whole archive, from the count that each actor keeps.
  fileprivate static func mostFrequent(
    matching search: String?, limit: Int, _ db: Database
  ) throws -> [ActorRow] {
    let sql = """
      SELECT \(PoliticalActor.columns), p.statements, p.articles
      FROM actor p CROSS JOIN actor_form f ON f.id = p.form
      WHERE p.articles > 0 \(search == nil ? "" : "AND p.id IN (\(matching))")
      ORDER BY p.articles DESC, p.id LIMIT ?
      """
    let arguments: [any DatabaseValueConvertible] = (search.map { [$0] } ?? []) + [limit]
    return try Array(
      Row.fetchCursor(
        db.cachedStatement(sql: sql), arguments: StatementArguments(arguments)
      ).map(ActorRow.init(row:)))
  }

  /// Of the articles under a filter, counted now.
  fileprivate static func mostFrequent(
    _ tally: FacetTally, matching search: String?, limit: Int, _ db: Database
  ) throws -> [ActorRow] {
    var counts = tally.actors
    if let search {
      var matched = [Int](repeating: 0, count: counts.count)
      try PreparedQuery(db, matching).run([.text(search)]) { row in
        if matched.indices.contains(row[0]) { matched[row[0]] = counts[row[0]] }
        return true
      }
      counts = matched
    }
    return try MostFrequent(counts, limit: limit).rows(
      """
      SELECT \(PoliticalActor.columns), p.statements, wanted.n
      FROM wanted CROSS JOIN actor p ON p.id = wanted.id
        CROSS JOIN actor_form f ON f.id = p.form
      """, db
    ).map(ActorRow.init(row:))
  }

  fileprivate init(row: Row) throws {
    self.init(
      actor: try PoliticalActor(row: row), articles: try row.decode(Int.self, atIndex: 7),
      statements: try row.decode(Int.self, atIndex: 6))
  }
}

extension PoliticalActor {
  /// Six columns, of the actor `p` in the form `f`.
  static let columns = "p.external_id, f.name, f.kind, f.affiliation, f.role, f.code"

  init(row: Row) throws {
    // One that is only named as a speaker has not been described; `group` claims the least.
    let isDescribed = try row.decode(String?.self, atIndex: 2) != nil
    self.init(
      id: try row.decode(String.self, atIndex: 0), name: try row.decode(String.self, atIndex: 1),
      kind: isDescribed ? try row.value(at: 2) : .group,
      affiliation: try row.decode(String?.self, atIndex: 3),
      role: try row.decode(String?.self, atIndex: 4),
      code: try row.decode(String.self, atIndex: 5))
  }

  init?(form: Int64, _ db: Database) throws {
    let sql = """
      SELECT \(Self.columns) FROM actor_form f JOIN actor p ON p.id = f.actor WHERE f.id = ?
      """
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [form])
    else { return nil }
    try self.init(row: row)
  }
}
