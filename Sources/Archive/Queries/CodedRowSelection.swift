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

/// Finds the keys of a page of statements, events or figures: article by article, as the list of
/// articles goes, and the newest first.
struct CodedRowSelection {
  enum Table: String {
    case statement, event, figure

    /// What an actor does in an article that has it in a row; nil where a row names none.
    fileprivate var role: MentionTables.Role? {
      switch self {
      case .statement: .speaks
      case .event: .acts
      case .figure: nil
      }
    }

    /// Whether a row names an actor, by its integer.
    fileprivate func names(_ actor: Int64) -> String? {
      switch self {
      case .statement: "coded.speaker = \(actor)"
      case .event: "(coded.source = \(actor) OR coded.target = \(actor))"
      case .figure: nil
      }
    }
  }

  var table: Table
  /// A condition that always holds, as SQL on columns of the table.
  var condition: String?
  var searches: SearchCache

  /// - Parameter filter: its actors are those of whom any must stand in the row, not those that
  ///   the article must mention; for figures, the latter.
  func keys(
    _ filter: ArticleFilter, after: CodedRowKey?, limit: Int, _ db: Database
  ) throws -> [CodedRowKey] {
    guard let role = table.role, !filter.actors.isEmpty else {
      return try ArticleSelection(filter, db, searches, CopySets())
        .codedKeys(in: table.rawValue, where: condition, after: after, limit: limit)
    }
    var articles = filter
    articles.actors = []
    var found: Set<CodedRowKey> = []
    for actor in Set(filter.actors) {
      let selection = try ArticleSelection(
        articles, db, searches, CopySets(), participant: (actor, role))
      let id = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM actor WHERE external_id = ?"),
        arguments: [actor.storable])
      let conditions = [id.flatMap(table.names), condition].compactMap { $0 }
      found.formUnion(
        try selection.codedKeys(
          in: table.rawValue, where: conditions.joined(separator: " AND "), after: after,
          limit: limit))
    }
    return Array(found.sorted(by: >).prefix(max(0, limit)))
  }
}
