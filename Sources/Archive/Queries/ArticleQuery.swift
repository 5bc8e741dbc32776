import EventData
import GRDB

extension ArchiveReader {
  /// A page of the list, newest first: the articles strictly older than `after`, or the newest.
  package func articles(
    _ filter: ArticleFilter, after: ArticleKey? = nil, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] {
    try read { db in
      var selection = try ArticleSelection(filter, db)
      if let after { selection.add(after, isNewer: false) }
      return try selection.page(db, isAscending: false, limit: limit)
    }
  }

  /// The page of the list that ends just before an article, newest first as well.
  package func articles(
    _ filter: ArticleFilter, before: ArticleKey, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] {
    try read { db in
      var selection = try ArticleSelection(filter, db)
      selection.add(before, isNewer: true)
      return try selection.page(db, isAscending: true, limit: limit).reversed()
    }
  }

  package func count(_ filter: ArticleFilter) throws(ArchiveError) -> Int {
    if filter.isEmpty { return try summary().articles }
    return try read { db in try ArticleSelection(filter, db).count(db) }
  }

  /// How many articles of the list stand before this one.
  package func position(of key: ArticleKey, in filter: ArticleFilter) throws(ArchiveError) -> Int {
    try read { db in
      var selection = try ArticleSelection(filter, db)
      selection.add(key, isNewer: true)
      return try selection.count(db)
    }
  }
}

extension ArticleSelection {
  fileprivate func page(_ db: Database, isAscending: Bool, limit: Int) throws -> [ArticleRow] {
    guard !isImpossible, limit > 0 else { return [] }
    let order = isAscending ? "ASC" : "DESC"
    let article = isDrivenByArticles ? "" : " CROSS JOIN article ON article.id = \(row)"
    let sql = """
      SELECT article.id, article.published, article.precision, article.title, outlet.name,
        article.statements, article.events
      FROM \(source)\(article) LEFT JOIN outlet ON outlet.id = article.outlet\(whereClause)
      ORDER BY \(published) \(order), \(row) \(order) LIMIT ?
      """
    return try Array(
      Row.fetchCursor(
        db.cachedStatement(sql: sql), arguments: StatementArguments(arguments + [limit])
      ).map(ArticleRow.init(row:)))
  }

  fileprivate func count(_ db: Database) throws -> Int {
    guard !isImpossible else { return 0 }
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM \(source)\(whereClause)"),
      arguments: StatementArguments(arguments)) ?? 0
  }

  /// The keys of a page, newest first.
  func keys(_ db: Database, limit: Int) throws -> [ArticleKey] {
    guard !isImpossible, limit > 0 else { return [] }
    let sql = """
      SELECT \(published), \(row) FROM \(source)\(whereClause)
      ORDER BY \(published) DESC, \(row) DESC LIMIT ?
      """
    return try Array(
      Row.fetchCursor(
        db.cachedStatement(sql: sql), arguments: StatementArguments(arguments + [limit])
      ).map {
        ArticleKey(
          published: try $0.decode(Int.self, atIndex: 0),
          row: try $0.decode(Int64.self, atIndex: 1))
      })
  }
}

extension ArticleRow {
  fileprivate init(row: Row) throws {
    let published = try row.decode(Int.self, atIndex: 1)
    self.init(
      key: ArticleKey(published: published, row: try row.decode(Int64.self, atIndex: 0)),
      title: try row.decode(String?.self, atIndex: 3) ?? "",
      published: PublicationDate(
        published: published, precision: try row.decode(Int.self, atIndex: 2)),
      outlet: try row.decode(String?.self, atIndex: 4),
      statements: try row.decode(Int.self, atIndex: 5),
      events: try row.decode(Int.self, atIndex: 6))
  }
}

extension PublicationDate {
  /// - Parameter precision: the column of that name: 0 no date, 1 day, 2 second.
  init?(published: Int, precision: Int) {
    guard precision > 0, published != ArticleKey.undated else { return nil }
    let day = published >= 0 ? published / 86_400 : (published - 86_399) / 86_400
    self.init(day: Day(number: day), secondOfDay: precision == 2 ? published - day * 86_400 : nil)
  }
}
