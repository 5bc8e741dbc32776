import EventData
import GRDB

/// Where a statement or an event stands: both lists are in the same order.
struct CodedRowKey: Hashable, Comparable {
  var published: Int
  var id: Int64

  static func < (a: CodedRowKey, b: CodedRowKey) -> Bool {
    a.published != b.published ? a.published < b.published : a.id < b.id
  }
}

/// Finds the keys of a page of statements or of events, newest first.
///
/// Three ways lead there, by what the filter names:
/// - actors: one walk down an index for each column and actor, merged;
/// - regions or words, but no actor: article by article, as the list of articles goes;
/// - neither: the table itself, by date.
struct CodedRowSelection {
  var table: String
  /// The columns in which an actor can stand.
  var actorColumns: [String]
  /// A condition that always holds, as SQL.
  var condition: String?
  var searches: SearchCache

  func keys(
    _ filter: ArticleFilter, after: CodedRowKey?, limit: Int, _ db: Database
  ) throws -> [CodedRowKey] {
    guard limit > 0 else { return [] }
    if !filter.actors.isEmpty, actorColumns.isEmpty {
      return try keysByArticle(filter, after: after, limit: limit, db)
    }
    var articles = filter
    articles.actors = []
    if !filter.actors.isEmpty {
      return try keysByActor(filter.actors, articles, after: after, limit: limit, db)
    }
    if !filter.regions.isEmpty || filter.search != nil, filter.article == nil {
      return try keysByArticle(articles, after: after, limit: limit, db)
    }
    return try keys(where: [], [], articles, after: after, limit: limit, db)
  }

  private func keysByActor(
    _ actors: [String], _ articles: ArticleFilter, after: CodedRowKey?, limit: Int, _ db: Database
  ) throws -> [CodedRowKey] {
    var found: Set<CodedRowKey> = []
    for actor in Set(actors) {
      let id = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM actor WHERE external_id = ?"),
        arguments: [actor.storable])
      guard let id else { continue }
      for column in actorColumns {
        found.formUnion(
          try keys(where: ["\(column) = ?"], [.init(id)], articles, after: after, limit: limit, db))
      }
    }
    return Array(found.sorted(by: >).prefix(limit))
  }

  private func keysByArticle(
    _ filter: ArticleFilter, after: CodedRowKey?, limit: Int, _ db: Database
  ) throws -> [CodedRowKey] {
    let selection = try ArticleSelection(filter, db, searches)
    var found: [CodedRowKey] = []
    // The article of the last row may have more of them.
    var last = after.map {
      ArticleKey(published: $0.published, row: CodedRowID.article(of: $0.id) + 1)
    }
    var step = max(limit, 16)
    while found.count < limit {
      let articles = try selection.keys(last, limit: step)
      for article in articles where found.count < limit {
        var one = ArticleFilter()
        one.article = article.row
        found += try keys(
          where: [], [], one, after: after, limit: limit - found.count, db)
      }
      guard articles.count == step else { break }
      last = articles.last
      step = min(step * 4, 4096)
    }
    return found
  }

  /// One walk down one index.
  private func keys(
    where first: [String], _ values: [ColumnValue], _ filter: ArticleFilter,
    after: CodedRowKey?, limit: Int, _ db: Database
  ) throws -> [CodedRowKey] {
    guard var (conditions, arguments) = try articleConditions(filter, db) else { return [] }
    conditions = first + conditions
    arguments = values + arguments
    if let condition { conditions.append(condition) }
    if let after {
      conditions.append("(published, id) < (?, ?)")
      arguments += [.init(after.published), .init(after.id)]
    }
    let hits = try filter.search.flatMap { SafeSearch($0).expression }
      .map { try searches.hits($0, db) }
    let filtered = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let sql = """
      SELECT published, id, article FROM \(table)\(filtered) ORDER BY published DESC, id DESC
      """
    var found: [CodedRowKey] = []
    try PreparedQuery(db, sql).run(arguments) { row in
      if hits?.contains(row[2]) ?? true {
        found.append(CodedRowKey(published: row[0], id: Int64(row[1])))
      }
      return found.count < limit
    }
    return found
  }

  /// The rest of the filter, asked of each row; nil when nothing can pass.
  private func articleConditions(
    _ filter: ArticleFilter, _ db: Database
  ) throws -> (conditions: [String], arguments: [ColumnValue])? {
    var conditions: [String] = []
    var arguments: [ColumnValue] = []
    if let article = filter.article {
      let ids = CodedRowID.range(ofArticle: article)
      conditions.append("id BETWEEN ? AND ?")
      arguments += [.integer(ids.lowerBound), .integer(ids.upperBound)]
    }
    if let from = filter.from {
      conditions.append("published >= ?")
      arguments.append(.init(from.number * 86_400))
    }
    if let to = filter.to {
      conditions.append("published < ? AND published > ?")
      arguments += [.init((to.number + 1) * 86_400), .init(ArticleKey.undated)]
    }
    for region in filter.regions {
      let id = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM region WHERE external_id = ?"),
        arguments: [region.storable])
      guard let id else { return nil }
      conditions.append(
        """
        EXISTS (SELECT 1 FROM region_mention AS other WHERE other.region = ?
          AND other.published = \(table).published AND other.article = \(table).article)
        """)
      arguments.append(.init(id))
    }
    return (conditions, arguments)
  }
}
