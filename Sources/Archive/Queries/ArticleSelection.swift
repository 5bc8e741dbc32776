import EventData
import GRDB

/// The articles under a filter: what to ask of which table in which order.
///
/// SQLite would drive a query for two actors from either; only we know how many articles each
/// has. Driven from the rarest, the newest page of a rare and a common actor takes 0.03 ms
/// instead of 15 ms, so the order of tables is ours (`CROSS JOIN`) and not the planner's.
///
/// A search finds rows in no order of time, and sorting them would cost a millisecond for every
/// few thousand. Few hits are looked up one by one; for many, the list is walked from its newest
/// article and the hits are asked for each.
struct ArticleSelection {
  private enum Table: String {
    case actor = "mention"
    case region = "region_mention"
    var column: String { self == .actor ? "actor" : "region" }
  }

  private struct Mentioned {
    var table: Table
    var id: Int
    var articles: Int
    /// Of an actor: what it must do in the article; nil for being mentioned.
    var role: MentionTables.Role?

    func condition(_ alias: String) -> String {
      let isFound = "\(alias).\(table.column) = ?"
      guard table == .actor else { return isFound }
      return isFound + " AND "
        + (role.map { "\(alias).roles & \($0.rawValue)" } ?? "\(alias).n > 0")
    }
  }

  /// How much of the selection is wanted: decides what to drive from.
  private enum Wanted {
    case page(Int)
    case all
  }

  private let db: Database
  /// The rarest first.
  private var mentioned: [Mentioned] = []
  private var hits: SearchHits?
  private var article: Int?
  private var from: Int?
  private var to: Int?
  private let total: Int
  /// True when the filter names an actor or a region that the archive does not know.
  private(set) var isImpossible = false

  /// - Parameter participant: an actor that must speak or act in the article.
  init(
    _ filter: ArticleFilter, _ db: Database, _ searches: SearchCache,
    participant: (actor: String, role: MentionTables.Role)? = nil
  ) throws {
    self.db = db
    total = try Int.fetchOne(db.cachedStatement(sql: "SELECT articles FROM tally")) ?? 0
    if let known = try Self.mentioned(filter, db) {
      mentioned = known.sorted { $0.articles < $1.articles }
    } else {
      isImpossible = true
    }
    if let participant {
      if var known = try Self.mentioned(.actor, participant.actor, db) {
        known.role = participant.role
        mentioned.append(known)
        mentioned.sort { $0.articles < $1.articles }
      } else {
        isImpossible = true
      }
    }
    hits = try filter.search.flatMap { SafeSearch($0).expression }.map { try searches.hits($0, db) }
    article = filter.article.map { Int($0) }
    from = filter.from.map { $0.number * 86_400 }
    to = filter.to.map { ($0.number + 1) * 86_400 }
  }

  // MARK: What can be asked

  /// The keys nearest to `key` on one side of it, in the order in which they follow from it.
  func keys(
    newerThan isNewer: Bool = false, _ key: ArticleKey?, limit: Int
  ) throws -> [ArticleKey] {
    guard !isImpossible, limit > 0 else { return [] }
    var query = query(.page(limit))
    if let key { query.require(key, isNewer: isNewer) }
    let order = isNewer ? "ASC" : "DESC"
    // With hits still to be asked for, how many rows make a page is not known beforehand.
    let sql = """
      SELECT \(query.published), \(query.row) FROM \(query.source)\(query.filtered)
      ORDER BY \(query.published) \(order), \(query.row) \(order)
      \(query.hits == nil ? "LIMIT ?" : "")
      """
    if query.hits == nil { query.arguments.append(.init(limit)) }
    var keys: [ArticleKey] = []
    try PreparedQuery(db, sql).run(query.arguments) { row in
      if query.hits?.contains(row[1]) ?? true {
        keys.append(ArticleKey(published: row[0], row: Int64(row[1])))
      }
      return keys.count < limit
    }
    return keys
  }

  /// The keys of statements, events or figures of the selected articles, newest first.
  ///
  /// - Parameter condition: on columns of their table, which goes by the name `coded`.
  func codedKeys(
    in table: String, where condition: String?, after: CodedRowKey?, limit: Int
  ) throws -> [CodedRowKey] {
    guard !isImpossible, limit > 0 else { return [] }
    var query = query(limit == .max ? .all : .page(limit))
    if let after {
      query.require(
        "(\(query.published), \(query.row)) <= (?, ?)", .init(after.published),
        .init(CodedRowID.article(of: after.id)))
      query.require(
        "(\(query.published), coded.id) < (?, ?)", .init(after.published), .init(after.id))
    }
    if let condition { query.require(condition) }
    let sql = """
      SELECT \(query.published), coded.id, \(query.row) FROM \(query.source)
        CROSS JOIN \(table) AS coded ON coded.id BETWEEN \(query.row) << 16
          AND \(query.row) << 16 | \(CodedRowID.limit - 1)\(query.filtered)
      ORDER BY \(query.published) DESC, \(query.row) DESC, coded.id DESC
      """
    var keys: [CodedRowKey] = []
    try PreparedQuery(db, sql).run(query.arguments) { row in
      if query.hits?.contains(row[2]) ?? true {
        keys.append(CodedRowKey(published: row[0], id: Int64(row[1])))
      }
      return keys.count < limit
    }
    return keys
  }

  /// - Parameter key: counts only what is newer than this.
  func count(newerThan key: ArticleKey? = nil) throws -> Int {
    guard !isImpossible else { return 0 }
    if key == nil, mentioned.isEmpty, article == nil, from == nil, to == nil {
      return hits?.count ?? total
    }
    var query = query(.all)
    if let key { query.require(key, isNewer: true) }
    var count = 0
    let what = query.hits == nil ? "count(*)" : query.row
    let sql = "SELECT \(what) FROM \(query.source)\(query.filtered)"
    try PreparedQuery(db, sql).run(query.arguments) { row in
      if let hits = query.hits {
        count += hits.contains(row[0]) ? 1 : 0
      } else {
        count = row[0]
      }
      return true
    }
    return count
  }

  /// Counts what the selected articles mention.
  func tally() throws -> FacetTally {
    var tally = FacetTally()
    guard !isImpossible else { return tally }
    let query = query(.all)
    let sql = """
      SELECT facets.packed, facets.id
      FROM \(query.source) CROSS JOIN article_facets AS facets
        ON facets.id = \(query.row)\(query.filtered)
      """
    try PreparedQuery(db, sql).run(query.arguments) { row in
      if query.hits?.contains(row[1]) ?? true { try row.withBytes(0) { try tally.add($0) } }
      return true
    }
    return tally
  }

  // MARK: Building

  private struct Query {
    var source = "article AS driver"
    var published = "driver.published"
    var row = "driver.id"
    var conditions: [String] = []
    var arguments: [ColumnValue] = []
    /// What each row must be found in besides.
    var hits: SearchHits?

    var filtered: String {
      conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    }

    mutating func require(_ condition: String, _ values: ColumnValue...) {
      conditions.append(condition)
      arguments += values
    }

    mutating func require(_ key: ArticleKey, isNewer: Bool) {
      require(
        "(\(published), \(row)) \(isNewer ? ">" : "<") (?, ?)", .init(key.published), .init(key.row)
      )
    }

    mutating func require(_ other: Mentioned) {
      require(
        """
        EXISTS (SELECT 1 FROM \(other.table.rawValue) AS other
          WHERE \(other.condition("other")) AND other.published = \(published) AND other.article = \(row))
        """, .init(other.id))
    }
  }

  private func query(_ wanted: Wanted) -> Query {
    var query = Query()
    var others = mentioned
    if article != nil {
      // One row: nothing to choose.
      query.hits = hits
    } else if let hits, isFew(hits.count, wanted) {
      query.source = "json_each(?) AS hit CROSS JOIN article AS driver ON driver.id = hit.value"
      query.arguments.append(.text("\(hits.rows)"))
    } else {
      query.hits = hits
      if let rarest = others.first {
        query.source = "\(rarest.table.rawValue) AS driver"
        query.row = "driver.article"
        query.require(rarest.condition("driver"), .init(rarest.id))
        others.removeFirst()
      }
    }
    for other in others { query.require(other) }
    if let article { query.require("\(query.row) = ?", .init(article)) }
    if let from { query.require("\(query.published) >= ?", .init(from)) }
    if let to {
      query.require(
        "\(query.published) < ? AND \(query.published) > ?", .init(to), .init(ArticleKey.undated))
    }
    return query
  }

  /// Whether to look up each hit rather than ask for each article whether it is one.
  ///
  /// Looking one up and sorting it in takes some four times as long as walking over one article;
  /// for a page, one walks over as many articles as hold its hits on average.
  private func isFew(_ hits: Int, _ wanted: Wanted) -> Bool {
    let articles = mentioned.first?.articles ?? total
    return switch wanted {
    case .all: hits * 4 <= articles
    case .page(let limit): hits * 4 <= articles / max(1, hits) * min(limit, total)
    }
  }

  /// Nil when one of them is not known.
  private static func mentioned(_ filter: ArticleFilter, _ db: Database) throws -> [Mentioned]? {
    var found: [Mentioned] = []
    for (table, ids) in [(Table.actor, filter.actors), (.region, filter.regions)] {
      for id in Set(ids) {
        guard let known = try mentioned(table, id, db) else { return nil }
        found.append(known)
      }
    }
    return found
  }

  private static func mentioned(
    _ table: Table, _ id: String, _ db: Database
  ) throws -> Mentioned? {
    var known: Mentioned?
    try PreparedQuery(
      db, "SELECT id, articles FROM \(table.column) WHERE external_id = ?"
    ).run([.text(id)]) { row in
      known = Mentioned(table: table, id: row[0], articles: row[1])
      return false
    }
    return known
  }
}
