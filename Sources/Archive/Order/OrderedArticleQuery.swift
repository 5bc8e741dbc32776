import EventData
import GRDB

extension ArchiveReader {
  /// A part of the list in some order, from its first row to its last.
  package func articles(
    _ filter: ArticleFilter, in order: ArticleOrder, _ page: ArticlePage, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] {
    try read { db in
      let keys = try selection(filter, db, isPage: order == .newest)
        .keys(in: order, page, limit: limit)
      return try ArticleRow.rows(page.isBackward ? keys.reversed() : keys, db)
    }
  }

  /// The line of one article; nil where the archive has it no longer.
  package func line(ofArticle key: ArticleKey) throws(ArchiveError) -> ArticleRow? {
    try read { db in try ArticleRow.rows([key], db).first }
  }
}

extension ArticleSelection {
  /// Up to so many selected articles are sorted in memory: their sections may be many.
  private static let few = 2000

  /// Those nearest to a row, or to an end, in the order in which they follow from it.
  func keys(in order: ArticleOrder, _ page: ArticlePage, limit: Int) throws -> [ArticleKey] {
    if order == .newest {
      let from = page.row?.key ?? (page.isBackward ? .oldest : nil)
      return try keys(newerThan: page.isBackward, from, limit: limit)
    }
    return try isAtMost(Self.few)
      ? sorted(in: order, page, limit: limit) : walked(in: order, page, limit: limit)
  }

  /// Section after section, each by its index.
  private func walked(
    in order: ArticleOrder, _ page: ArticlePage, limit: Int
  ) throws -> [ArticleKey] {
    let isBackward = page.isBackward
    func next(to rank: ArticleRank?) throws -> ArticleSection? {
      try ArticleSection(of: order, after: rank, backward: isBackward, db)
    }
    var section =
      try page.row.map { ArticleSection(order: order, rank: order.rank(of: $0)) } ?? next(to: nil)
    var from = page.row?.key
    var keys: [ArticleKey] = []
    while let these = section, keys.count < limit {
      keys += try self.keys(
        newerThan: isBackward, from ?? (isBackward ? .oldest : nil), limit: limit - keys.count,
        in: these)
      from = nil
      section = try next(to: these.rank)
    }
    return keys
  }

  private func sorted(
    in order: ArticleOrder, _ page: ArticlePage, limit: Int
  ) throws -> [ArticleKey] {
    typealias Place = (rank: ArticleRank, key: ArticleKey)
    func precedes(_ a: Place, _ b: Place) -> Bool {
      a.rank != b.rank
        ? a.rank < b.rank : (a.key.published, a.key.row) > (b.key.published, b.key.row)
    }
    let found = try db.rows(
      """
      SELECT a.published, a.id, \(ArticleSection.rank(in: order))
      FROM wanted CROSS JOIN article a ON a.id = wanted.id LEFT JOIN outlet o ON o.id = a.outlet
      """, ids: keys(nil, limit: .max).map(\.row))
    var places: [Place] = []
    while let row = try found.next() {
      let rank = ArticleRank(
        number: try row.decode(Int.self, atIndex: 2),
        name: try row.decode(String?.self, atIndex: 3) ?? "")
      let key = ArticleKey(
        published: try row.decode(Int.self, atIndex: 0), row: try row.decode(Int64.self, atIndex: 1)
      )
      places.append((rank, key))
    }
    places.sort(by: precedes)
    if page.isBackward { places.reverse() }
    if let row = page.row {
      let from: Place = (order.rank(of: row), row.key)
      places.removeAll { page.isBackward ? !precedes($0, from) : !precedes(from, $0) }
    }
    return places.prefix(max(0, limit)).map(\.key)
  }
}

extension ArticleKey {
  /// Before every article that there can be.
  fileprivate static let oldest = ArticleKey(published: undated, row: 0)
}
