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
///
/// Of articles that are copies of one text the newest stands for all that are selected: lists show
/// it alone, and counts take them for one.
struct ArticleSelection {
  /// How much of the selection is wanted: decides what to drive from.
  enum Wanted {
    case page(Int)
    case all
  }

  let db: Database
  private(set) var plan: FilterPlan
  private(set) var hits: WordHits
  private var excluded: [SearchHits]
  let copies: CopySets
  private let searches: SearchCache
  let total: Int

  /// - Parameters:
  ///   - participant: an actor that must speak or act in the article.
  ///   - isPage: whether a page of keys is all that is asked of it.
  init(
    _ filter: ArticleFilter, _ db: Database, _ searches: SearchCache, _ copies: CopySets,
    participant: (actor: String, role: MentionTables.Role)? = nil, isPage: Bool = false
  ) throws {
    self.db = db
    total = try Int.fetchOne(db.cachedStatement(sql: "SELECT articles FROM tally")) ?? 0
    plan = try FilterPlan(filter, db)
    if let participant { try plan.require(participant.actor, participant.role) }
    self.searches = searches
    hits = .everything
    excluded = try plan.excluded.map { try searches.hits($0, db) }
    // Who asks for one article wants this one.
    self.copies = plan.article == nil ? copies : CopySets()
    if let near = try isPage ? nearHits() : nil { hits = .near(near) } else { try collectHits() }
  }

  private func nearHits() throws -> NearHits? {
    guard let words = plan.found, total > NearHits.fewArticles, plan.article == nil,
      try searches.known(words, db) == nil
    else { return nil }
    return try NearHits(words, db)
  }

  private mutating func collectHits() throws {
    if let words = plan.found { hits = .all(try searches.hits(words, db)) }
  }

  // MARK: What can be asked

  /// The keys nearest to `key` on one side of it, in the order in which they follow from it.
  ///
  /// - Parameter section: of a list in another order, besides which none is asked for.
  func keys(
    newerThan isNewer: Bool = false, _ key: ArticleKey?, limit: Int,
    in section: ArticleSection? = nil
  ) throws -> [ArticleKey] {
    do {
      return try page(newerThan: isNewer, key, limit: limit, in: section)
    } catch is NearHits.TooFar {
      var exact = self
      try exact.collectHits()
      return try exact.page(newerThan: isNewer, key, limit: limit, in: section)
    }
  }

  private func page(
    newerThan isNewer: Bool, _ key: ArticleKey?, limit: Int, in section: ArticleSection?
  ) throws -> [ArticleKey] {
    guard !plan.isImpossible, limit > 0 else { return [] }
    var query = try query(.page(limit), in: section)
    if let key { query.require(key, isNewer: isNewer) }
    let order = isNewer ? "ASC" : "DESC"
    // With hits and copies still to be asked for, how many rows make a page is not known
    // beforehand.
    let isExact = query.isExact && copies.isEmpty
    let sql = """
      SELECT \(query.published), \(query.row) FROM \(query.source)\(query.filtered)
      ORDER BY \(query.published) \(order), \(query.row) \(order)
      \(isExact ? "LIMIT ?" : "")
      """
    if isExact { query.arguments.append(.init(limit)) }
    var keys: [ArticleKey] = []
    // Copies that were passed are newer than those to come: of thousands each need not be asked.
    var passed: Set<Int> = []
    try PreparedQuery(db, sql).run(query.arguments) { row in
      guard try query.passes(row[1]) else { return true }
      let key = ArticleKey(published: row[0], row: Int64(row[1]))
      let text = copies.text(of: row[1])
      let isOlder = !isNewer && text.map { !passed.insert($0).inserted } ?? false
      if !isOlder, try isNewestCopy(key) { keys.append(key) }
      return keys.count < limit
    }
    return keys
  }

  /// The selected articles, the newest first, copies among them, until `body` has enough.
  ///
  /// - Parameters:
  ///   - key: the first that is wanted.
  ///   - limit: how many are expected to be wanted at most.
  func forEachArticle(
    from key: ArticleKey?, wanted limit: Int, _ body: (ArticleKey) throws -> Bool
  ) throws {
    guard !plan.isImpossible, limit > 0 else { return }
    var query = try query(.page(limit))
    if let key {
      query.require(
        "(\(query.published), \(query.row)) <= (?, ?)", .init(key.published), .init(key.row))
    }
    let sql = """
      SELECT \(query.published), \(query.row) FROM \(query.source)\(query.filtered)
      ORDER BY \(query.published) DESC, \(query.row) DESC
      """
    try PreparedQuery(db, sql).run(query.arguments) { row in
      guard try query.passes(row[1]) else { return true }
      return try body(ArticleKey(published: row[0], row: Int64(row[1])))
    }
  }

  /// The rows of the ledger's reports in the selected articles, in no order.
  ///
  /// - Parameter condition: on their columns, which go by the name `entry`.
  func ledgerRows(where condition: String?) throws -> [Int64] {
    guard !plan.isImpossible else { return [] }
    var query = try query(.all)
    if let condition { query.require(condition) }
    let sql = """
      SELECT entry.id, \(query.row) FROM \(query.source)
        CROSS JOIN ledger_entry AS entry ON entry.id BETWEEN \(query.row) << 16
          AND \(query.row) << 16 | \(CodedRowID.limit - 1)\(query.filtered)
      """
    var rows: [Int64] = []
    try PreparedQuery(db, sql).run(query.arguments) { row in
      if try query.passes(row[1]) { rows.append(Int64(row[0])) }
      return true
    }
    return rows
  }

  /// Whether it is clear at once that no more articles are selected.
  func isAtMost(_ limit: Int) throws -> Bool {
    if plan.isImpossible || plan.article != nil || total <= limit { return true }
    if let hits = hits.all, hits.count <= limit { return true }
    if plan.groups.contains(where: { $0.articles <= limit }) { return true }
    guard plan.from != nil || plan.to != nil else { return false }
    let found = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM article WHERE published >= ? AND published < ?
            LIMIT ?)
          """), arguments: [plan.from ?? ArticleKey.undated, plan.to ?? .max, limit + 1])
    return (found ?? 0) <= limit
  }

  // MARK: Copies

  /// Whether no newer copy of the article is selected, too.
  private func isNewestCopy(_ key: ArticleKey) throws -> Bool {
    guard let text = copies.text(of: Int(key.row)) else { return true }
    var newer: [Int] = []
    try PreparedQuery(
      db,
      """
      SELECT a.id FROM article_copy c CROSS JOIN article a ON a.id = c.article
      WHERE c.text = ? AND (a.published, a.id) > (?, ?)
      """
    ).run([.init(text), .init(key.published), .integer(key.row)]) { row in
      newer.append(row[0])
      return true
    }
    return try !newer.isEmpty ? !isAnySelected(of: newer) : true
  }

  private func isAnySelected(of rows: [Int]) throws -> Bool {
    if isEverything() { return true }
    let query = try query(.all, among: rows)
    var isSelected = false
    let sql = "SELECT \(query.row) FROM \(query.source)\(query.filtered)"
    try PreparedQuery(db, sql).run(query.arguments) { row in
      isSelected = try query.passes(row[0])
      return !isSelected
    }
    return isSelected
  }

  /// Whether nothing is asked for, except perhaps words.
  func isEverything(butWords: Bool = false) -> Bool {
    plan.isOfMentionsAndWords && plan.groups.isEmpty && (plan.found == nil || butWords)
  }

  // MARK: Building

  struct Query {
    var source = "article AS driver"
    var published = "driver.published"
    var row = "driver.id"
    var conditions: [String] = []
    var arguments: [ColumnValue] = []
    /// What each row must be found in besides, and what it must not be found in.
    var hits = WordHits.everything
    var excluded: [SearchHits] = []

    /// Whether SQL alone decides.
    var isExact: Bool {
      if case .everything = hits { excluded.isEmpty } else { false }
    }

    func passes(_ row: Int) throws -> Bool {
      try hits.contain(row) && !excluded.contains { $0.contains(row) }
    }

    var filtered: String {
      conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    }

    mutating func require(_ condition: String, _ values: ColumnValue...) {
      conditions.append(condition)
      arguments += values
    }

    mutating func start(from rows: [Int]) {
      source = "json_each(?) AS hit CROSS JOIN article AS driver ON driver.id = hit.value"
      arguments.append(.text("\(rows)"))
    }

    mutating func require(_ key: ArticleKey, isNewer: Bool) {
      require(
        "(\(published), \(row)) \(isNewer ? ">" : "<") (?, ?)", .init(key.published), .init(key.row)
      )
    }
  }

  /// - Parameter rows: of articles besides which none is asked for.
  func query(
    _ wanted: Wanted, among rows: [Int]? = nil, in section: ArticleSection? = nil
  ) throws -> Query {
    var query = Query()
    query.excluded = excluded
    var others = plan.groups
    if let rows {
      query.hits = hits
      query.start(from: rows)
    } else if let section {
      query.hits = hits
      query.conditions.append(section.condition.sql)
      query.arguments += section.condition.values
    } else if plan.article != nil {
      // One row: nothing to choose.
      query.hits = hits
    } else if let hits = hits.all, isFew(hits.count, wanted) {
      query.start(from: hits.rows)
    } else {
      query.hits = hits
      drive(&query, &others, wanted)
    }
    for other in others {
      query.require(other.condition(published: query.published, row: query.row))
    }
    for other in plan.unwanted {
      query.require("NOT \(other.condition(published: query.published, row: query.row))")
    }
    for part in plan.rest {
      let condition = try plan.condition(part, published: query.published, row: query.row)
      query.conditions.append("(\(condition.sql))")
      query.arguments += condition.arguments
    }
    if let article = plan.article { query.require("\(query.row) = ?", .init(article)) }
    if let from = plan.from { query.require("\(query.published) >= ?", .init(from)) }
    if let to = plan.to {
      query.require(
        "\(query.published) < ? AND \(query.published) > ?", .init(to), .init(ArticleKey.undated))
    }
    return query
  }

  /// From the rarest group, where its articles come in order or are few enough to be sorted.
  private func drive(_ query: inout Query, _ groups: inout [MentionGroup], _ wanted: Wanted) {
    guard
      let index = groups.firstIndex(where: { $0.ids.count == 1 || isFew($0.articles, wanted) })
    else { return }
    let group = groups.remove(at: index)
    query.row = "driver.article"
    if group.ids.count == 1 {
      query.source = "\(group.table.rawValue) AS driver"
      query.require(group.condition("driver"))
    } else {
      query.source = """
        (SELECT DISTINCT published, article FROM \(group.table.rawValue) AS one
          WHERE \(group.condition("one"))) AS driver
        """
    }
  }

  /// Whether to look up each hit rather than ask for each article whether it is one.
  ///
  /// Looking one up and sorting it in takes some four times as long as walking over one article;
  /// for a page, one walks over as many articles as hold its hits on average.
  private func isFew(_ hits: Int, _ wanted: Wanted) -> Bool {
    let articles = plan.groups.first { $0.ids.count == 1 }?.articles ?? total
    return switch wanted {
    case .all: hits * 4 <= articles
    case .page(let limit): hits * 4 <= articles / max(1, hits) * min(limit, total)
    }
  }
}
