import GRDB

/// The articles of one rank: each section of a list is an index of its own, newest first.
struct ArticleSection {
  let order: ArticleOrder
  let rank: ArticleRank

  /// As SQL on the table `article` by the name `driver`.
  var condition: (sql: String, values: [ColumnValue]) {
    switch order {
    case .newest: ("1", [])
    case .outlet where rank.number == 0:
      ("driver.outlet = (SELECT id FROM outlet WHERE name = ?)", [.text(rank.name)])
    case .outlet: ("driver.outlet IS NULL", [])
    case .escalating: ("driver.escalating = ?", [.init(-rank.number)])
    case .unread where rank.number == 0: ("NOT " + Self.isRead("driver.id"), [])
    case .unread: ("driver.id IN (\(MarkTables.articles(where: "m.is_read")))", [])
    }
  }

  /// Whether an article or a copy of it was read, as SQL.
  private static func isRead(_ row: String) -> String {
    """
    EXISTS (SELECT 1 FROM article_copy c CROSS JOIN article_copy s ON s.text = c.text
      CROSS JOIN mark m ON m.article = s.article WHERE c.article = \(row) AND m.is_read)
    """
  }

  /// The rank of the article `a` of the outlet `o`, as SQL: its number and its name.
  static func rank(in order: ArticleOrder) -> String {
    switch order {
    case .newest: "0, ''"
    case .outlet: "o.name IS NULL, o.name"
    case .escalating: "-a.escalating, ''"
    case .unread: "\(isRead("a.id")), ''"
    }
  }

  /// The section next to a rank, or at an end of the list; nil beyond the other end.
  init?(
    of order: ArticleOrder, after rank: ArticleRank?, backward isBackward: Bool, _ db: Database
  ) throws {
    let next: ArticleRank? =
      switch order {
      case .newest: rank == nil ? ArticleRank(number: 0) : nil
      case .outlet: try Self.outlet(rank, isBackward, db)
      case .escalating: try Self.escalating(rank, isBackward, db)
      case .unread: Self.unread(rank, isBackward)
      }
    guard let next else { return nil }
    self.init(order: order, rank: next)
  }

  init(order: ArticleOrder, rank: ArticleRank) {
    self.order = order
    self.rank = rank
  }

  private static func outlet(
    _ rank: ArticleRank?, _ isBackward: Bool, _ db: Database
  ) throws -> ArticleRank? {
    let nameless = ArticleRank(number: 1)
    if isBackward ? rank == nil : rank == nameless { return isBackward ? nameless : nil }
    let bound = rank == nameless ? nil : rank
    let name = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT name FROM outlet \(bound == nil ? "" : "WHERE name \(isBackward ? "<" : ">") ?")
          ORDER BY name \(isBackward ? "DESC" : "ASC") LIMIT 1
          """), arguments: bound.map { [$0.name] } ?? [])
    return name.map { ArticleRank(number: 0, name: $0) } ?? (isBackward ? nil : nameless)
  }

  private static func escalating(
    _ rank: ArticleRank?, _ isBackward: Bool, _ db: Database
  ) throws -> ArticleRank? {
    let count = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(isBackward ? "min" : "max")(escalating) FROM article
          \(rank == nil ? "" : "WHERE escalating \(isBackward ? ">" : "<") ?")
          """), arguments: rank.map { [-$0.number] } ?? [])
    return count.map { ArticleRank(number: -$0) }
  }

  private static func unread(_ rank: ArticleRank?, _ isBackward: Bool) -> ArticleRank? {
    let next = rank.map { $0.number + (isBackward ? -1 : 1) } ?? (isBackward ? 1 : 0)
    return (0...1).contains(next) ? ArticleRank(number: next) : nil
  }
}
