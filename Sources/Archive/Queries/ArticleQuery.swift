import EventData
import GRDB

extension ArchiveReader {
  /// A page of the list, newest first: the articles strictly older than `after`, or the newest.
  package func articles(
    _ filter: ArticleFilter, after: ArticleKey? = nil, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] {
    try read { db in
      let keys = try selection(filter, db, isPage: true).keys(after, limit: limit)
      return try ArticleRow.rows(keys, db)
    }
  }

  /// The page of the list that ends just before an article, newest first as well.
  package func articles(
    _ filter: ArticleFilter, before: ArticleKey, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] {
    try read { db in
      let keys = try selection(filter, db, isPage: true)
        .keys(newerThan: true, before, limit: limit)
      return try ArticleRow.rows(keys.reversed(), db)
    }
  }

  package func count(_ filter: ArticleFilter) throws(ArchiveError) -> Int {
    try read { db in try selection(filter, db).count() }
  }

  /// How many articles of the list stand before this one.
  package func position(of key: ArticleKey, in filter: ArticleFilter) throws(ArchiveError) -> Int {
    try read { db in try selection(filter, db).count(newerThan: key) }
  }
}

extension ArticleRow {
  static func rows(_ keys: [ArticleKey], _ db: Database) throws -> [ArticleRow] {
    let sql = """
      SELECT a.id, a.published, a.precision, a.title, o.name, a.statements, a.events, a.escalating,
        (SELECT count(*) - 1 FROM article_copy c CROSS JOIN article_copy s ON s.text = c.text
          WHERE c.article = a.id)
      FROM wanted CROSS JOIN article a ON a.id = wanted.id LEFT JOIN outlet o ON o.id = a.outlet
      """
    let marks = try MarkTables(db: db).marks(ofTexts: keys.map(\.row))
    let indicators = try PackedFacets.indicators(of: keys.map(\.row), db)
    return try Array(
      db.rows(sql, ids: keys.map(\.row)).map { row in
        var row = try ArticleRow(row: row)
        row.marks = marks[row.id] ?? Marks()
        row.indicators = indicators[row.id] ?? []
        return row
      })
  }

  fileprivate init(row: Row) throws {
    let published = try row.decode(Int.self, atIndex: 1)
    self.init(
      key: ArticleKey(published: published, row: try row.decode(Int64.self, atIndex: 0)),
      title: try row.decode(String?.self, atIndex: 3) ?? "",
      published: PublicationDate(
        published: published, precision: try row.decode(Int.self, atIndex: 2)),
      outlet: try row.decode(String?.self, atIndex: 4),
      statements: try row.decode(Int.self, atIndex: 5),
      events: try row.decode(Int.self, atIndex: 6),
      escalating: try row.decode(Int.self, atIndex: 7),
      copies: try row.decode(Int.self, atIndex: 8))
  }
}

extension PublicationDate {
  /// - Parameter precision: the column of that name: 0 no date, 1 day, 2 second.
  init?(published: Int, precision: Int) {
    guard precision > 0, published != ArticleKey.undated else { return nil }
    // Rounds towards the past, also before 1970.
    let day = published >= 0 ? published / 86_400 : (published + 1) / 86_400 - 1
    self.init(day: Day(number: day), secondOfDay: precision == 2 ? published - day * 86_400 : nil)
  }
}

extension Database {
  /// Fetches rows by id, in the order of the ids.
  ///
  /// - Parameter sql: begins its joins with the table `wanted (id)`, and has CROSS JOIN after it:
  ///   then SQLite walks down the list. (To sort again would copy every text of the page.)
  func rows(_ sql: String, ids: [Int64]) throws -> RowCursor {
    try Row.fetchCursor(
      cachedStatement(
        sql: """
          WITH wanted (id) AS (SELECT value FROM json_each(?))
          \(sql)
          """), arguments: ["\(ids)"])
  }
}
