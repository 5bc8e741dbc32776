import EventData
import GRDB

extension ArticleSelection {
  /// - Parameter key: counts only what is newer than this.
  func count(newerThan key: ArticleKey? = nil) throws -> Int {
    guard !plan.isImpossible else { return 0 }
    if key == nil, isEverything(butWords: true) {
      if let hits = hits.all, copies.isEmpty { return hits.count }
      if case .everything = hits { return total - copies.repeats }
    }
    var query = try query(.all)
    if let key { query.require(key, isNewer: true) }
    guard query.isExact, areCopiesFew else { return try walk(query).texts }
    var repeats = 0
    if !copies.isEmpty {
      var selected = try self.query(.all, among: copies.articles)
      if let key { selected.require(key, isNewer: true) }
      let found = try walk(selected)
      repeats = found.articles - found.texts
    }
    if key == nil, let known = plan.knownCount { return known - repeats }
    return try articles(query) - repeats
  }

  /// Whether to ask for each copy is less work than to look at all articles; SQL alone must be able
  /// to answer.
  private var areCopiesFew: Bool {
    if copies.isEmpty { return true }
    guard case .everything = hits else { return false }
    return copies.articleCount * 4 <= plan.groups.first?.articles ?? total
  }

  /// How many articles a query finds that SQL alone decides.
  private func articles(_ query: Query) throws -> Int {
    let sql = "SELECT count(*) FROM \(query.source)\(query.filtered)"
    return try Int(PreparedQuery(db, sql).id(query.arguments) ?? 0)
  }

  /// How many articles a query finds, and how many texts these are, by looking at each.
  private func walk(_ query: Query) throws -> (articles: Int, texts: Int) {
    var articles = 0
    var copied = 0
    var texts: Set<Int> = []
    let sql = "SELECT \(query.row) FROM \(query.source)\(query.filtered)"
    try PreparedQuery(db, sql).run(query.arguments) { row in
      guard try query.passes(row[0]) else { return true }
      articles += 1
      if let text = copies.text(of: row[0]) {
        copied += 1
        texts.insert(text)
      }
      return true
    }
    return (articles, articles - copied + texts.count)
  }

  /// Counts what the selected articles mention: under one text, everything that any of its copies
  /// does.
  ///
  /// - Parameter index: the facets of all articles in memory; without it they are read.
  func tally(_ index: FacetIndex? = nil) throws -> FacetTally {
    var tally = FacetTally()
    guard !plan.isImpossible else { return tally }
    if let index { return try index.tally(rows(), copies) }
    let query = try query(.all)
    let sql = """
      SELECT \(query.row), facets.packed FROM \(query.source)
        CROSS JOIN article_facets AS facets ON facets.id = \(query.row)\(query.filtered)
      """
    var texts: [Int: PackedFacets] = [:]
    try PreparedQuery(db, sql).run(query.arguments) { row in
      guard try query.passes(row[0]) else { return true }
      try row.withBytes(1) { packed in
        guard let text = copies.text(of: row[0]) else { return try tally.add(packed) }
        let facets = try PackedFacets(packed: packed)
        texts[text] = texts[text]?.union(facets) ?? facets
      }
      return true
    }
    for facets in texts.values { try facets.packed.withUnsafeBytes { try tally.add($0) } }
    return tally
  }

  /// All that are selected, copies among them, in no order.
  private func rows() throws -> [Int] {
    if let hits = hits.all, isEverything(butWords: true) { return hits.rows }
    let query = try query(.all)
    var rows: [Int] = []
    try PreparedQuery(db, "SELECT \(query.row) FROM \(query.source)\(query.filtered)")
      .run(query.arguments) { row in
        if try query.passes(row[0]) { rows.append(row[0]) }
        return true
      }
    return rows
  }
}
