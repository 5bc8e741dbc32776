import EventData
import GRDB

/// Where a statement, an event or a figure stands: all lists are in the same order.
struct CodedRowKey: Hashable, Comparable {
  var published: Int
  var id: Int64

  static func < (a: CodedRowKey, b: CodedRowKey) -> Bool {
    a.published != b.published ? a.published < b.published : a.id < b.id
  }
}

/// A statement, an event or a figure of a list.
struct CodedRow<Finding: StoredFinding> {
  var key: CodedRowKey
  var finding: Finding

  var article: ArticleKey {
    ArticleKey(published: key.published, row: CodedRowID.article(of: key.id))
  }
}

/// Reads a page of statements, events or figures: article by article, as the list of articles
/// goes, and the newest first.
struct CodedRowSelection {
  var searches: SearchCache

  /// - Parameter filter: its actors are those of whom any must stand in the finding, not those that
  ///   the article must mention; for figures, the latter.
  func rows<Finding: StoredFinding>(
    _ filter: ArticleFilter, after: CodedRowKey?, limit: Int, _ db: Database
  ) throws -> [CodedRow<Finding>] {
    let stored = try StoredFindings(db)
    let findings = try FindingFilter(filter, db)
    guard let role = Finding.findingKind.role, !filter.actors.isEmpty else {
      let selection = try ArticleSelection(filter, db, searches, CopySets())
      return try page(of: selection, stored, findings, after: after, limit: limit) { _ in true }
    }
    var articles = filter
    articles.actors = []
    var found: [Int64: CodedRow<Finding>] = [:]
    for actor in Set(filter.actors) {
      let selection = try ArticleSelection(
        articles, db, searches, CopySets(), participant: (actor, role))
      let forms = try db.forms(ofActor: actor)
      let page: [CodedRow<Finding>] = try page(
        of: selection, stored, findings, after: after, limit: limit
      ) { [$0.source, $0.target].contains { $0.map(forms.contains) ?? false } }
      for row in page { found[row.key.id] = row }
    }
    return Array(found.values.sorted { $0.key > $1.key }.prefix(max(0, limit)))
  }

  private func page<Finding: StoredFinding>(
    of selection: ArticleSelection, _ stored: StoredFindings, _ findings: FindingFilter,
    after: CodedRowKey?, limit: Int,
    where isWanted: (Found<Finding>) -> Bool
  ) throws -> [CodedRow<Finding>] {
    var page: [CodedRow<Finding>] = []
    let start = after.map {
      ArticleKey(published: $0.published, row: CodedRowID.article(of: $0.id))
    }
    try selection.forEachArticle(from: start, wanted: limit) { article in
      let all: [Found<Finding>] = try stored.found(in: article.row)
      for found in all where isWanted(found) {
        guard try findings.asks(for: found, of: article.row) else { continue }
        let key = CodedRowKey(published: article.published, id: found.id)
        if let after, key >= after { continue }
        page.append(CodedRow(key: key, finding: try stored.named(found)))
        if page.count == limit { return false }
      }
      return true
    }
    return page
  }
}

extension FindingKind {
  /// What an actor does in an article that has it in such a finding; nil where it names none.
  fileprivate var role: MentionTables.Role? {
    switch self {
    case .statement: .speaks
    case .event: .acts
    case .figure: nil
    }
  }
}

extension Database {
  /// All ways in which articles tell of an actor.
  func forms(ofActor id: String) throws -> Set<Int64> {
    try Int64.fetchSet(
      cachedStatement(
        sql: """
          SELECT f.id FROM actor p CROSS JOIN actor_form f ON f.actor = p.id
          WHERE p.external_id = ?
          """), arguments: [id.storable])
  }
}
